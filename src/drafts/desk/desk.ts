import type { Contact } from '../../core/contact/contact.ts'
import { emptyMessageDraft } from '../../core/message/message-draft.ts'
import type { AnyDraft, DraftKind } from '../../core/message/any-draft.ts'
import type { MessageDraft } from '../../core/message/message-parts.ts'
import type { TaskDraft } from '../../core/task/task-parts.ts'
import { isBegun, newDraft, type KeptDraft, type TextlessAttempt } from './kept-draft.ts'

/**
 * The agent's drafts: one lies in front of the agent, the others wait. A draft belongs to the contact it was begun on, and
 * moves to another contact only when the agent says so. When the agent turns to another contact, another draft comes to the
 * front.
 *
 * The desk is a value. The files that end in `-moves.ts` change it, each for one reason.
 */
export interface Desk {
  readonly drafts: readonly KeptDraft[]
  readonly frontId: string
  /** The stored draft that came to the front when the page was opened, as it was then. */
  readonly restored?: KeptDraft
  /** Attempts that may have created a task and whose text is not stored. Only the agent can find out. */
  readonly textless: readonly TextlessAttempt[]
  /** The browser could not store that a task or message was created, and still holds its text. */
  readonly isCreatedUnkept?: boolean
  /** Discarded drafts, the latest last, which the agent can still bring back. */
  readonly discarded: readonly KeptDraft[]
  /** The agent has deleted all drafts in another window. `isSomeKept`: some were being changed here at that moment and stay. */
  readonly deletion?: { readonly deletedAt: number; readonly isSomeKept: boolean }
  readonly contacts: readonly Contact[]
  /** The contact in front of the agent in the CCP. */
  readonly currentContactId?: string
  /** Whether the contact source is ready, so that `contacts` is known. */
  readonly isReady: boolean
  /** The content of a new task. */
  readonly blank: TaskDraft
  /** The content of the message in front, as long as the agent has not begun it. It may hold the number of the contact's customer. */
  readonly blankMessage: MessageDraft
  /** The turn of the next draft that comes to the front. */
  readonly turns: number
}

/** Where the agent's keyboard is: in a field of the panel, elsewhere in the panel, or outside it. */
export type Hands = 'writing' | 'near' | 'away'

export function newDesk(blank: TaskDraft): Desk {
  const first = newDraft(blank, 0, { contactChoice: 'open' })
  return {
    drafts: [first],
    frontId: first.id,
    textless: [],
    discarded: [],
    contacts: [],
    isReady: false,
    blank,
    blankMessage: emptyMessageDraft,
    turns: 1,
  }
}

export const blankOf = ({ blank, blankMessage }: Desk, kind: DraftKind): AnyDraft =>
  kind === 'message' ? blankMessage : blank

/** The draft in front of the agent. */
export function frontOf({ drafts, frontId }: Desk): KeptDraft {
  const front = drafts.find(({ id }) => id === frontId)
  if (!front) throw new Error('No draft lies in front of the agent.')
  return front
}

/** The drafts that wait, the latest first. */
export const othersOf = ({ drafts, frontId }: Desk): readonly KeptDraft[] =>
  drafts.filter(({ id }) => id !== frontId).toSorted((one, other) => other.turn - one.turn)

/** The contact that the CCP shows. */
export const currentOf = ({ contacts, currentContactId }: Desk): Contact | undefined =>
  contacts.find(({ contactId }) => contactId === currentContactId)

/** The agent must choose the contact of the draft in front, because it could be one of several. */
export function isUndecided(desk: Desk): boolean {
  const front = frontOf(desk)
  if (!desk.isReady || front.contactChoice !== 'open') return false
  return desk.contacts.length > (isBegun(front) ? 0 : 1)
}

/** The contact of the draft in front has left the CCP. Its id can still be linked. */
export function isGone(desk: Desk): boolean {
  const { contact, contactChoice } = frontOf(desk)
  return desk.isReady && contactChoice === 'listed' && !hasContact(desk.contacts, contact.contactId)
}

export const hasContact = (contacts: readonly Contact[], wanted: string | undefined): boolean =>
  contacts.some(({ contactId }) => contactId === wanted)
