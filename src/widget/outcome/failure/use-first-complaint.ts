import { useEffect, useRef } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { DraftSubmissionState } from '../../../client/submissions/draft-submission.ts'
import type { ClientFailure } from '../../../client/task-client-error.ts'
import { takeFocus } from '../../controls/focus/take-focus.ts'
import { marksFields } from './failure-remedy.ts'

interface FieldsOfPaths<Path extends string> {
  readonly controlOf: (path: Path) => HTMLElement | null
  /** The agent cannot change the field, so a refusal does not lead there. */
  readonly isLocked: (path: Path) => boolean
}

/**
 * Moves the focus to the first field to correct after each refusal by the panel's rules or by the proxy. Not while the agent
 * goes on editing.
 */
export function useFirstComplaint<Path extends string>(
  paths: readonly Path[],
  state: DraftSubmissionState,
  { controlOf, isLocked }: FieldsOfPaths<Path>,
): void {
  const [first] = paths
  const firstOpen = paths.find((path) => !isLocked(path))
  const { control } = useFormContext()
  const { submitCount } = useFormState({ control })
  const goTo = (path: Path) => {
    // In a microtask, because a section cannot be opened while React runs effects.
    queueMicrotask(() => takeFocus(controlOf(path)))
  }
  useEffect(() => {
    const next = state.status === 'not-done' ? firstOpen : first
    if (submitCount > 0 && next) goTo(next)
    // `submitCount` changes only after the rules have checked the draft.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [submitCount])
  const isRefused =
    state.status === 'not-done' &&
    marksFields(state.failure, state.attempt.request) &&
    firstOpen !== undefined
  const refusal = state.status === 'not-done' ? state.failure : undefined
  const shown = useRef<ClientFailure>(undefined)
  useEffect(() => {
    if (!isRefused || shown.current === refusal) return
    shown.current = refusal
    goTo(firstOpen)
    // The complaints appear after the proxy's answer. Only their first appearance moves the focus.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [refusal, isRefused])
}
