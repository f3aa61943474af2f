import type { EarlierAttempt } from '../core/attempt.ts'
import type { TaskRequest } from '../core/task-request.ts'
import type { ContactSession } from '../contacts/contact-source.ts'
import type { Contact } from '../core/contact.ts'
import { sameDraft, type TaskDraft } from '../core/task-draft.ts'
import { isUnfinished, type KeptDraft } from './kept-draft.ts'

/**
 * The agent's drafts: one lies in front of them, the others wait. A draft belongs to the contact it was begun on; what
 * moves from contact to contact is the agent's eye, and a draft only when the agent says so.
 */
export interface Desk {
  readonly drafts: readonly KeptDraft[]
  readonly frontId: string
  /** What was discarded, the last at the end, for an agent who thinks better of it. */
  readonly discarded: readonly KeptDraft[]
  readonly contacts: readonly Contact[]
  /** The contact in front of the agent in the CCP. */
  readonly currentContactId?: string
  /** Whether the contacts are known at all. */
  readonly isReady: boolean
  /** What a new draft holds. */
  readonly blank: TaskDraft
  readonly turns: number
}

export function newDesk(blank: TaskDraft): Desk {
  const first = newDraft({ blank, turns: 0 })
  return { drafts: [first], frontId: first.id, discarded: [], contacts: [], isReady: false, blank, turns: 1 }
}

export function frontOf({ drafts, frontId }: Desk): KeptDraft {
  const front = drafts.find(({ id }) => id === frontId)
  if (!front) throw new Error('No draft lies in front of the agent.')
  return front
}

/** Drafts that wait, the latest first. */
export const othersOf = ({ drafts, frontId }: Desk): readonly KeptDraft[] =>
  drafts.filter(({ id }) => id !== frontId).toSorted((one, other) => other.turn - one.turn)

/** The contact in front of the agent in the CCP, where the draft in front of them is about another or about none. */
export function elsewhereOf(desk: Desk): Contact | undefined {
  const { contacts, currentContactId, isReady } = desk
  if (!isReady || currentContactId === undefined || currentContactId === frontOf(desk).contact?.contactId)
    return undefined
  return contacts.find(({ contactId }) => contactId === currentContactId)
}

/** Several contacts could be meant, and nobody has said which. */
export function isUndecided(desk: Desk): boolean {
  const { contact, isDecided, isBegun } = frontOf(desk)
  if (!desk.isReady || contact !== undefined || isDecided) return false
  return desk.contacts.length > (isBegun ? 0 : 1)
}

/** The draft's contact has left the CCP; its id is still good for a link. */
export function isGone(desk: Desk): boolean {
  const { contact, isTyped } = frontOf(desk)
  return desk.isReady && contact !== undefined && !isTyped && !holds(desk.contacts, contact.contactId)
}

/** Where the agent's hands are: writing in the panel, elsewhere in it, or in the CCP and the page around. */
export type Hands = 'writing' | 'near' | 'away'

/**
 * The CCP says something new. The desk follows the agent to the contact they turned to, unless what lies in front of them
 * would be swept from under their hands: they are at it, its contact has just closed, or it has yet to be said whose
 * it is.
 */
export function withSession(desk: Desk, session: ContactSession, hands: Hands): Desk {
  if (session.status !== 'ready') return { ...desk, isReady: false }
  const { contacts, currentContactId } = session
  const { currentContactId: before, ...rest } = desk
  const seen: Desk = {
    ...rest,
    ...(currentContactId === undefined ? {} : { currentContactId }),
    contacts,
    isReady: true,
    drafts: desk.drafts.map((draft) => withLatestContact(draft, contacts)),
  }
  const front = frontOf(desk)
  const hasTurned = currentContactId !== before || (front.contact === undefined && !front.isDecided)
  if (!hasTurned || currentContactId === front.contact?.contactId) return seen
  const isSomebodys = front.contact !== undefined || front.isDecided
  if (front.isBegun ? hands !== 'away' : hands === 'writing' && isSomebodys) return seen
  const hasClosed = holds(desk.contacts, front.contact?.contactId) && isGone(seen)
  if (isUnfinished(front) && (currentContactId === undefined || hasClosed || isUndecided(seen))) return seen
  const current = contacts.find(({ contactId }) => contactId === currentContactId)
  // The form that is there becomes the contact's: another one would lose the keyboard's place.
  return front.isBegun || isSomebodys || !current || draftsOf(seen, current).length > 0
    ? showing(seen, current)
    : withDraft(seen, front.id, (draft) => ({ ...draft, contact: current }))
}

/** The form in front of the agent holds this now. */
export function withValues(desk: Desk, id: string, values: TaskDraft): Desk {
  const known = desk.drafts.find((draft) => draft.id === id)
  if (!known || sameDraft(values, known.values)) return desk
  return withDraft(desk, id, (draft) => {
    // Its task may exist, and would be forgotten with it.
    const isBegun = draft.earlier?.outcome === 'unknown' || !sameDraft(values, desk.blank)
    // Begun while there was no contact it could be about, it is meant to be about none.
    const isDecided =
      draft.isDecided || (isBegun && !draft.isBegun && desk.isReady && desk.contacts.length === 0)
    return { ...draft, values, isBegun, isDecided }
  })
}

/** The agent picks a contact, or none, from the list: a draft that has yet to be about something is now about this. */
export function choosing(desk: Desk, contact: Contact | undefined): Desk {
  if (isUndecided(desk) && isUnfinished(frontOf(desk))) return moving(desk, contact)
  const shown = showing(desk, contact)
  return contact === undefined ? withDraft(shown, shown.frontId, decided) : shown
}

/** Puts the contact's own draft in front, the latest if there are several, or a new one. */
export function showing(desk: Desk, contact: Contact | undefined): Desk {
  const own = draftsOf(desk, contact)[0]
  return own ? inFront(desk, own.id) : inFront(...withNew(desk, contact))
}

/** The drafts about this contact, or about none, the latest first. */
const draftsOf = ({ drafts }: Desk, contact: Contact | undefined): readonly KeptDraft[] =>
  drafts
    .filter((draft) => draft.contact?.contactId === contact?.contactId)
    .toSorted((one, other) => other.turn - one.turn)

/** The draft in front is about another contact from now on, because the agent says so. */
export const moving = (desk: Desk, contact: Contact | undefined): Desk =>
  withDraft(desk, desk.frontId, (draft) => about(draft, contact))

/** The agent typed the contact's id for this draft; by now, another one may lie in front of them. */
export const linkingTyped = (desk: Desk, id: string, contact: Contact): Desk =>
  withDraft(desk, id, (draft) => ({ ...about(draft, contact), isTyped: true }))

/** Puts one of the waiting drafts in front. */
export const inFront = (desk: Desk, id: string): Desk =>
  desk.drafts.some((draft) => draft.id === id)
    ? {
        ...withDraft(tidy(desk, id), id, (draft) => ({ ...draft, turn: desk.turns })),
        frontId: id,
        turns: desk.turns + 1,
      }
    : desk

/** The draft's task was asked for: it is no empty draft, though it may hold no more than a new one. */
export const submitted = (desk: Desk, id: string, earlier: EarlierAttempt<TaskRequest>): Desk =>
  withDraft(desk, id, (draft) => ({ ...draft, isBegun: true, earlier }))

/** The draft's task exists. */
export const sent = (desk: Desk, id: string): Desk => ({
  ...withDraft(desk, id, (draft) => ({ ...draft, isSent: true })),
  // Work has gone on: nobody will think better of what was discarded before.
  discarded: [],
})

/** Lays another draft in the place of the one in front: that of the contact which the CCP shows by now. */
export function startingOver(desk: Desk): Desk {
  const { id, contact, isTyped } = frontOf(desk)
  const elsewhere = elsewhereOf(desk)
  if (elsewhere && !isTyped) return without(showing(desk, elsewhere), id)
  const renewed = without(inFront(...withNew(desk, contact)), id)
  return withDraft(renewed, renewed.frontId, (draft) => ({ ...draft, isTyped }))
}

/** Takes away a draft that waits. */
export function discarding(desk: Desk, id: string): Desk {
  const draft = othersOf(desk).find((each) => each.id === id)
  return draft ? { ...without(desk, id), discarded: [...desk.discarded, draft] } : desk
}

/** Brings back the draft that was discarded last. */
export const undiscarding = (desk: Desk): Desk =>
  restoring({ ...desk, discarded: desk.discarded.slice(0, -1) }, desk.discarded.slice(-1))

/** Brings back drafts of before: a kept one takes the place of an empty one about the same contact. */
export function restoring(desk: Desk, drafts: readonly KeptDraft[]): Desk {
  const known = new Set(desk.drafts.map(({ id }) => id))
  const back = drafts.filter(({ id }) => !known.has(id))
  const turns = Math.max(desk.turns, ...back.map(({ turn }) => turn + 1))
  const restored: Desk = { ...desk, drafts: [...back, ...desk.drafts], turns }
  const front = frontOf(desk)
  if (front.isBegun) return restored
  const own = back
    .filter(({ contact }) => contact?.contactId === front.contact?.contactId)
    .toSorted((one, other) => other.turn - one.turn)[0]
  return own ? inFront(restored, own.id) : restored
}

/** Every draft is taken out of view; the contacts stay as they are. */
export function cleared(desk: Desk): Desk {
  const { drafts, frontId, discarded } = newDesk(desk.blank)
  const current = desk.contacts.find(({ contactId }) => contactId === desk.currentContactId)
  return showing({ ...desk, drafts, frontId, discarded }, current)
}

/** New drafts hold something else from now on; those that nobody has begun become such. */
export function withBlank(desk: Desk, blank: TaskDraft): Desk {
  if (sameDraft(blank, desk.blank)) return desk
  const drafts = desk.drafts.map((draft) => (draft.isBegun ? draft : { ...draft, values: blank }))
  return { ...desk, blank, drafts }
}

const newId = () => crypto.randomUUID()

const newDraft = ({ blank, turns }: Pick<Desk, 'blank' | 'turns'>): KeptDraft => ({
  id: newId(),
  values: blank,
  isTyped: false,
  isBegun: false,
  isDecided: false,
  isSent: false,
  turn: turns,
})

function withNew(desk: Desk, contact: Contact | undefined): readonly [Desk, string] {
  const draft = { ...newDraft(desk), ...(contact ? { contact } : {}) }
  return [{ ...desk, drafts: [...desk.drafts, draft] }, draft.id]
}

const withDraft = (desk: Desk, id: string, change: (draft: KeptDraft) => KeptDraft): Desk => ({
  ...desk,
  drafts: desk.drafts.map((draft) => (draft.id === id ? change(draft) : draft)),
})

const without = (desk: Desk, id: string): Desk => ({
  ...desk,
  drafts: desk.drafts.filter((draft) => draft.id !== id),
})

const decided = (draft: KeptDraft): KeptDraft => ({ ...draft, isDecided: true })

const about = ({ contact: _left, ...draft }: KeptDraft, contact: Contact | undefined): KeptDraft => ({
  ...draft,
  ...(contact ? { contact } : {}),
  isTyped: false,
  isDecided: true,
})

/** Empty drafts that nobody looks at are none, and one whose task the agent has seen created is done with. */
function tidy(desk: Desk, nextFrontId: string): Desk {
  if (nextFrontId === desk.frontId) return desk
  const drafts = desk.drafts.filter((draft) => {
    const { id, isBegun } = draft
    return id === desk.frontId ? isUnfinished(draft) : isBegun || id === nextFrontId
  })
  return { ...desk, drafts }
}

function withLatestContact(draft: KeptDraft, contacts: readonly Contact[]): KeptDraft {
  const latest = contacts.find(({ contactId }) => contactId === draft.contact?.contactId)
  return latest && latest !== draft.contact ? { ...draft, contact: latest, isTyped: false } : draft
}

const holds = (contacts: readonly Contact[], wanted: string | undefined) =>
  contacts.some(({ contactId }) => contactId === wanted)
