import { useEffect } from 'react'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import { isEmptyRow } from '../../core/task/task-draft.ts'
import type { Desk } from '../../drafts/desk/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { isUnfinished } from '../../drafts/desk/kept-draft.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { Notice } from './notice.tsx'
import type { Dismissals } from './use-dismissals.ts'

export interface NotKeptProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  /** The browser stores nothing. */
  readonly isRefused: boolean
  readonly keeps: KeptParts | undefined
  readonly dismissals: Dismissals
}

/** Says once what a reload would lose, and lets the browser ask before the page with such a draft is closed. */
export function NotKept({ desk, drafts, isRefused, keeps, dismissals }: NotKeptProps) {
  const words = useLateMessages().drafts
  const isNothingKept = isRefused || keeps === 'nothing'
  const isLoss = isNothingKept ? hasUnfinished : hasValues
  useLeaveQuestion(drafts, isNothingKept || keeps === 'no-attribute-values' ? isLoss : undefined)
  const text = desk.isCreatedUnkept
    ? words.taskNotKept
    : isNothingKept
      ? words.notKept[isRefused ? 'refused' : 'policy']
      : keeps === 'no-attribute-values' && hasValues(desk)
        ? words.valuesNotKept
        : undefined
  if (text === undefined || dismissals.has(text)) return null
  return <Notice onDismiss={() => dismissals.add(text)}>{text}</Notice>
}

/** A draft that was sent is unfinished until its outcome is known. */
const hasUnfinished = ({ drafts }: Desk): boolean => drafts.some(isUnfinished)

const hasValues = ({ drafts }: Desk): boolean =>
  drafts.some(
    (draft) =>
      isUnfinished(draft) &&
      (draft.content.attributes.some((row) => !isEmptyRow(row)) ||
        (draft.kind === 'message' && draft.content.templateValues.some(({ value }) => value !== ''))),
  )

/**
 * Lets the browser ask before the page is closed or reloaded, if that would lose something. The panel notices only after some
 * time that the storage hangs, so an unfinished write counts as a loss.
 */
function useLeaveQuestion(drafts: DraftsAtHand, isLoss: ((desk: Desk) => boolean) | undefined): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      const isStoring = drafts.isStoring()
      // Read the form first: the desk may not have the last keys yet.
      void drafts.flush()
      const desk = drafts.getSnapshot()
      if (desk.isCreatedUnkept || isLoss?.(desk) || (isStoring && hasUnfinished(desk))) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [drafts, isLoss])
}
