import type { ScheduleDraft } from '../../core/fields/schedule/schedule-draft.ts'
import { frontOf } from '../../drafts/desk/desk.ts'
import { movesOf } from '../../drafts/desk-moves.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'

/** The next draft after a created task: one with the same content, an empty task or an empty message. */
type NextDraft = 'alike' | 'task' | 'message'

/** `schedule` is the start for the new draft, if the start of the created task has been changed. */
export type GoOn = (next: NextDraft, schedule?: ScheduleDraft) => void

/** Puts the next draft in front, then calls `onAskedFor` with its id. */
export const goOnWith =
  (drafts: Pick<DraftsAtHand, 'change' | 'getSnapshot'>, onAskedFor: (id: string) => void): GoOn =>
  (next, schedule) => {
    const { startAlike, startOver } = movesOf(drafts)
    if (next === 'alike') startAlike(schedule)
    else startOver(next)
    onAskedFor(frontOf(drafts.getSnapshot()).id)
  }
