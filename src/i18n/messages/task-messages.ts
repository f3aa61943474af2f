import type { Contact } from '../../core/contact/contact.ts'
import type { LinkType } from '../../core/fields/link-types.ts'

/** The words of the card of a created task. */
export interface CreatedMessages {
  readonly created: string
  readonly scheduled: string
  readonly forWhom: string
  /** The destination is no longer in the list. */
  readonly notListed: string
  readonly now: string
  readonly contactId: string
  readonly copy: string
  /** Opens the page of the contact on the website of the instance. */
  readonly openInConnect: string
  readonly unlinked: string
  /** Introduces the sent parts that no other line shows. */
  readonly with: string
  readonly contents: (sent: SentParts) => string
  /** When Connect ends the task by itself, if the agent or a rule has set that. */
  readonly ends: string
  readonly another: string
  /** A new draft with the same content. */
  readonly alike: string
  readonly linked: (contact: Contact, type: LinkType) => string
}

export interface SentParts {
  readonly hasDescription: boolean
  readonly references: number
  readonly attributes: number
  readonly files: number
  /** The references are the fields of a template. */
  readonly isForm: boolean
}

/** The question before the same task is created again. */
export interface RepeatMessages {
  readonly created: (time: string) => string
  /** Another draft with the same content was sent, and its answer was lost. */
  readonly inDoubt: (time: string) => string
  readonly sentBefore: (instant: string) => string
  /** The draft has become a task already, and may have another text since. */
  readonly ofDraft: (instant: string) => string
  readonly waiting: string
  /** Another window may have sent the draft, and the browser’s storage does not say. */
  readonly notSeen: string
  /** Follows each of these. */
  readonly question: string
  /** Follows `ofDraft`. */
  readonly questionOfDraft: string
  readonly no: string
  readonly yes: string
}

/** The words for existing tasks: undo, a new start, and the list of a contact's tasks. */
export interface TasksMessages {
  readonly title: string
  /** In the closed section: the number of known tasks, and how many of them are of colleagues. */
  readonly summary: (all: number, ofColleagues: number) => string
  readonly reading: string
  readonly failed: string
  readonly none: string
  /** Connect has more than the list. */
  readonly more: string
  /** A task whose name is not known or not shown. */
  readonly unnamed: string
  readonly states: {
    readonly scheduled: (instant: string) => string
    readonly started: string
    readonly waiting: string
    readonly accepted: (instant: string | undefined) => string
    readonly ended: (instant: string | undefined) => string
    /** Stopped by the agent. */
    readonly stopped: (instant: string) => string
    readonly notKnownYet: string
  }
  /** `colleague` is null if the name must not be shown, and undefined if it is not known who created the task. */
  readonly createdBy: (
    instant: string,
    creator: 'you' | { readonly colleague: string | null | undefined },
  ) => string
  readonly undo: string
  /** The button instead of Undo after the agent has changed the time, because it does not undo that change. */
  readonly undoTask: string
  readonly undoOf: (task: string) => string
  readonly changeTime: string
  readonly changeTimeOf: (task: string) => string
  /** The question before a stop if the panel no longer has the text of the task. */
  readonly ask: string
  readonly askMeans: string
  readonly stopIt: string
  readonly keepIt: string
  readonly stopping: string
  readonly stopped: string
  readonly stoppedMeans: (hadStarted: boolean) => string
  readonly hadEnded: string
  readonly hadEndedMeans: (isAnswerLost: boolean) => string
  readonly notStopped: string
  readonly mayBeStopped: string
  readonly draftBack: string
  readonly newTime: string
  readonly saveTime: (day: string, time: string) => string
  readonly saveAnyTime: string
  /** Replaces `saveTime` until another time is chosen. */
  readonly chooseTime: string
  readonly keepTime: string
  readonly changing: string
  readonly changed: string
  readonly notChanged: string
  readonly mayBeChanged: string
  /** Beside the button that asks again after a lost answer. */
  readonly safeToAsk: string
}
