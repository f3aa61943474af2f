import { removing } from '../desk/agent-moves.ts'
import { withDraft } from '../desk/desk-changes.ts'
import type { Desk } from '../desk/desk.ts'
import { hasQuestion, isUnfinished, type KeptDraft } from '../desk/kept-draft.ts'
import { hasWordsOf, newLink, type DraftLink } from './draft-link.ts'

/** A draft of which nothing is being sent and no outcome is open. */
export const isOnlyText = (draft: KeptDraft): boolean =>
  isUnfinished(draft) && draft.phase !== 'created' && !hasQuestion(draft) && !draft.isUnderWay

/** The agent deletes all drafts. Drafts that are being sent or whose outcome is open stay. */
export const discardingAll = (desk: Desk): Desk => ({
  ...desk.drafts.filter(isOnlyText).reduce((rest, { id }) => removing(rest, id), desk),
  discarded: [],
})

interface LinkedDraft {
  readonly desk: Desk
  readonly draft: KeptDraft
  readonly link: DraftLink
}

/** The agent has deleted all drafts in another window. A text that was changed here since then is stored as a new one. */
export function afterDeletion({ desk, draft, link }: LinkedDraft): {
  readonly desk: Desk
  readonly link: DraftLink | undefined
} {
  if (isOnlyText(draft) && hasWordsOf(draft, link.base))
    return { desk: removing(desk, draft.id), link: undefined }
  const { otherVersion: _deleted, ...own } = draft
  const { tokens, seen, base } = link
  return {
    desk: withDraft(desk, draft.id, () => own),
    // A question to the agent can be shown without the text.
    link: { ...newLink(draft.id), tokens, seen, ...(hasQuestion(draft) && base ? { base } : {}) },
  }
}

/** Notes the deletion for the panel, if this window had something to delete. */
export function sayingDeleted(before: Desk, after: Desk, deletedAt: number): Desk {
  if (!before.drafts.some(isOnlyText) && before.discarded.length === 0) return after
  return { ...after, discarded: [], deletion: { deletedAt, isSomeKept: after.drafts.some(isOnlyText) } }
}
