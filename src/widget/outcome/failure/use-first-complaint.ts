import { useEffect, useRef } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { DraftSubmissionState } from '../../../client/submissions/draft-submission.ts'
import type { ClientFailure } from '../../../client/task-client-error.ts'
import { takeFocus } from '../../controls/focus/take-focus.ts'
import { marksFields } from './failure-remedy.ts'

/**
 * Moves the focus to the first field to correct after each refusal by the panel's rules or by the proxy. Not while the agent
 * goes on editing.
 */
export function useFirstComplaint<Path extends string>(
  first: Path | undefined,
  state: DraftSubmissionState,
  controlOf: (path: Path) => HTMLElement | null,
): void {
  const { control } = useFormContext()
  const { submitCount } = useFormState({ control })
  const goTo = (path: Path) => {
    // In a microtask, because a section cannot be opened while React runs effects.
    queueMicrotask(() => takeFocus(controlOf(path)))
  }
  useEffect(() => {
    if (submitCount > 0 && first) goTo(first)
    // `submitCount` changes only after the rules have checked the draft.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [submitCount])
  const isRefused =
    state.status === 'not-done' && marksFields(state.failure, state.attempt.request) && first !== undefined
  const refusal = state.status === 'not-done' ? state.failure : undefined
  const shown = useRef<ClientFailure>(undefined)
  useEffect(() => {
    if (!isRefused || shown.current === refusal) return
    shown.current = refusal
    goTo(first)
    // The complaints appear after the proxy's answer. Only their first appearance moves the focus.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [refusal, isRefused])
}
