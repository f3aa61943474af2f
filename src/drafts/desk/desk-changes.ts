import type { Contact } from '../../core/contact/contact.ts'
import type { DraftKind } from '../../core/message/any-draft.ts'
import { emptyMessageDraft } from '../../core/message/message-draft.ts'
import type { Desk } from './desk.ts'
import {
  isBegun,
  isUnfinished,
  listedOrOpen,
  newDraft,
  type DraftContact,
  type KeptDraft,
} from './kept-draft.ts'

export const withDraft = (desk: Desk, id: string, change: (draft: KeptDraft) => KeptDraft): Desk => ({
  ...desk,
  drafts: desk.drafts.map((draft) => (draft.id === id ? change(draft) : draft)),
})

export const withoutDraft = (desk: Desk, id: string): Desk => ({
  ...desk,
  drafts: desk.drafts.filter((draft) => draft.id !== id),
})

/** The drafts about this contact, or about none, the latest first. */
export const draftsOf = (drafts: readonly KeptDraft[], contact: Contact | undefined): readonly KeptDraft[] =>
  drafts
    .filter((draft) => draft.contact?.contactId === contact?.contactId)
    .toSorted((one, other) => other.turn - one.turn)

/** Puts one of the waiting drafts in front. */
export const inFront = (desk: Desk, id: string): Desk =>
  desk.drafts.some((draft) => draft.id === id)
    ? {
        ...withDraft(tidied(desk, id), id, (draft) => ({ ...draft, turn: desk.turns })),
        frontId: id,
        turns: desk.turns + 1,
      }
    : desk

/** Puts a new draft in front. A message begins empty: the number that was filled in before may be another customer's. */
export function withNewDraft(desk: Desk, contact: DraftContact, kind: DraftKind = 'task'): Desk {
  const isMessage = kind === 'message'
  const draft = newDraft(isMessage ? emptyMessageDraft : desk.blank, desk.turns, contact)
  const drafts = [...desk.drafts, draft]
  return inFront({ ...desk, ...(isMessage ? { blankMessage: emptyMessageDraft } : {}), drafts }, draft.id)
}

/** Puts the latest draft of the contact in front, or a new one. */
export function showing(desk: Desk, contact: Contact | undefined): Desk {
  const own = draftsOf(desk.drafts, contact)[0]
  return own ? inFront(desk, own.id) : withNewDraft(desk, listedOrOpen(contact))
}

/** Removes blank drafts that wait, and the draft in front if the agent has seen its created task. */
function tidied(desk: Desk, nextFrontId: string): Desk {
  if (nextFrontId === desk.frontId) return desk
  const drafts = desk.drafts.filter((draft) =>
    draft.id === desk.frontId ? isUnfinished(draft) : isBegun(draft) || draft.id === nextFrontId,
  )
  return { ...desk, drafts }
}
