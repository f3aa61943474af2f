import type { EarlierAttempt } from '../core/attempt.ts'
import { sameDraft } from '../core/task-draft.ts'
import type { TaskDraft, TaskRequest } from '../core/task-parts.ts'
import { draftsOf, inFront, showing, withDraft } from './desk-changes.ts'
import { frontOf, newDesk, type Desk } from './desk.ts'
import { isBegun, type KeptDraft } from './kept-draft.ts'

/** The draft was sent, or an answer came that it was not done. */
export const asked = (desk: Desk, id: string, earlier: EarlierAttempt<TaskRequest>): Desk =>
  withDraft(desk, id, (draft) => (draft.phase === 'created' ? draft : { ...draft, phase: 'asked', earlier }))

/** The task of the draft exists. */
export const created = (desk: Desk, id: string): Desk => ({
  ...withDraft(desk, id, (draft) => ({ ...draft, phase: 'created', earlier: undefined })),
  // The agent has gone on working, so the offer to bring back a discarded draft ends.
  discarded: [],
})

/** Adds stored or discarded drafts. A blank draft in front gives way to one about the same contact. */
export function restoring(desk: Desk, drafts: readonly KeptDraft[]): Desk {
  const known = new Set(desk.drafts.map(({ id }) => id))
  const back = drafts.filter(({ id }) => !known.has(id))
  const turns = Math.max(desk.turns, ...back.map(({ turn }) => turn + 1))
  const restored: Desk = { ...desk, drafts: [...back, ...desk.drafts], turns }
  const front = frontOf(desk)
  const own = isBegun(front) ? undefined : draftsOf(back, front.contact)[0]
  return own ? inFront(restored, own.id) : restored
}

/** Removes every draft from view; the contacts stay. */
export function cleared(desk: Desk): Desk {
  const { drafts, frontId, discarded } = newDesk(desk.blank)
  const current = desk.contacts.find(({ contactId }) => contactId === desk.currentContactId)
  return showing({ ...desk, drafts, frontId, discarded }, current)
}

/** New drafts have another content from now on, and so have drafts that are still blank. */
export function withBlank(desk: Desk, blank: TaskDraft): Desk {
  if (sameDraft(blank, desk.blank)) return desk
  const drafts = desk.drafts.map((draft) => (isBegun(draft) ? draft : { ...draft, content: blank }))
  return { ...desk, blank, drafts }
}
