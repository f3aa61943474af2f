import type { Contact } from '../../core/contact/contact.ts'
import type { DraftKind } from '../../core/message/any-draft.ts'

/** A draft of a task or message, or its result, with its contact if it has one. */
export interface DraftAbout {
  readonly kind: DraftKind
  readonly contact?: Contact | undefined
}

/** The words about drafts: where they are stored, and what other windows have done with them. */
export interface DraftMessages {
  /** Says that drafts are lost when the page is closed, and why. */
  readonly notKept: Readonly<Record<'refused' | 'policy', string>>
  /** Connect has the task, but the browser could not store that: another page may show its draft as not sent. */
  readonly taskNotKept: string
  /** The organisation keeps the values of attributes out of this browser. */
  readonly valuesNotKept: string
  /** The draft was changed here and in another window. The name of the other one may be empty. */
  readonly twoVersions: (otherName: string) => string
  readonly keepOwn: string
  readonly takeOther: string
  /** Another text of this draft was carried out: by another window, or by this one before the agent signed in again. */
  readonly createdBefore: (kind: DraftKind, instant: string) => string
  /** Replaces the form once another window has created the task. */
  readonly createdElsewhere: string
  readonly createdAt: (instant: string) => string
  readonly begun: (instant: string) => string
  /** The same for a place where no other text mentions the draft. */
  readonly draftBegun: (instant: string) => string
  /** An attempt whose text this browser does not have. */
  readonly mayExist: (sent: DraftAbout, instant: string) => string
  /** The agent's answers to this question. */
  readonly did: Readonly<Record<DraftKind, string>>
  readonly didNot: Readonly<Record<DraftKind, string>>
  readonly deleteAll: string
  readonly deleteAllOf: (count: number) => string
  readonly deleteAllMeans: (count: number) => string
  readonly deleteNow: (count: number) => string
  readonly keepThem: (count: number) => string
  /** The agent has deleted all drafts in another window. Some may have been changed in this one at that moment. */
  readonly deletedElsewhere: (isSomeKept: boolean) => string
}
