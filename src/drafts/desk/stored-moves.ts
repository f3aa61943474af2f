import { draftsOf, inFront } from './desk-changes.ts'
import { frontOf, othersOf, type Desk } from './desk.ts'
import { isBegun, isUnfinished, type KeptDraft } from './kept-draft.ts'

/** Adds stored or discarded drafts. A blank draft in front gives way to one about the same contact. */
export function restoring(desk: Desk, drafts: readonly KeptDraft[]): Desk {
  const front = frontOf(desk)
  const own = isBegun(front) ? undefined : draftsOf(drafts, front.contact)[0]
  // The draft that stays in front needs the latest turn too, because a new page counts turns from 0.
  return inFront(withDrafts(desk, drafts), own?.id ?? front.id)
}

/**
 * The store was read. A blank draft that still waits for its contact gives way to the draft that the agent worked on last. The
 * restored draft gives way too if the source then shows another contact.
 */
export function opening(desk: Desk, stored: readonly KeptDraft[]): Desk {
  const front = frontOf(desk)
  const last = othersOf(withDrafts(desk, stored)).find(isUnfinished)
  if (!last || isBegun(front) || front.contactChoice !== 'open') return restoring(desk, stored)
  const opened = inFront(withDrafts(desk, stored), last.id)
  return { ...opened, restored: frontOf(opened) }
}

function withDrafts(desk: Desk, drafts: readonly KeptDraft[]): Desk {
  const known = new Set(desk.drafts.map(({ id }) => id))
  const back = drafts.filter(({ id }) => !known.has(id))
  const turns = Math.max(desk.turns, ...back.map(({ turn }) => turn + 1))
  return { ...desk, drafts: [...back, ...desk.drafts], turns }
}
