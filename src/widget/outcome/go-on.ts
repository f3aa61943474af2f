import type { ScheduleDraft } from '../../core/fields/schedule/schedule-draft.ts'
import { frontOf } from '../../drafts/desk/desk.ts'
import { movesOf } from '../../drafts/desk-moves.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'

/** How the agent goes on from a created task: with a draft of the same content, or with a blank one. */
type NextDraft = 'alike' | 'task' | 'message'

/** The new draft has this schedule, if the time of the created task has been changed since. */
export type GoOn = (next: NextDraft, schedule?: ScheduleDraft) => void

/** Puts the next draft in front, and then says which one it is. */
export const goOnWith =
  (drafts: Pick<DraftsAtHand, 'change' | 'getSnapshot'>, onAskedFor: (id: string) => void): GoOn =>
  (next, schedule) => {
    const { startAlike, startOver } = movesOf(drafts)
    if (next === 'alike') startAlike(schedule)
    else startOver(next)
    onAskedFor(frontOf(drafts.getSnapshot()).id)
  }
