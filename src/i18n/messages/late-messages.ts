import type { ClientFailure } from '../../client/task-client-error.ts'
import type { Issue } from '../../core/issues/issues.ts'
import type { Channel, Contact } from '../../core/contact/contact.ts'
import type { DraftKind } from '../../core/message/any-draft.ts'
import type { ReferenceType } from '../../core/fields/references/reference.ts'
import type { DestinationMessages } from './destination-messages.ts'
import type { DraftAbout, DraftMessages } from './draft-messages.ts'
import type { ExpiryMessages } from './expiry-messages.ts'
import type { ContactReferenceMessages, FileMessages } from './file-messages.ts'
import type { KeyMessages } from './key-messages.ts'
import type { PresetMessages } from './preset-messages.ts'
import type { TemplateMessages } from './template-messages.ts'
import type { CreatedMessages, RepeatMessages, TasksMessages } from './task-messages.ts'
import type { QuestionMessages, WaitingMessages } from './question-messages.ts'

type ByCount = (count: number) => string
type ByContact = (contact: Contact) => string
type ByDraft = (draft: DraftAbout) => string
type ByChannel = (channel: Channel) => string

/** The words of the parts that are loaded after the first paint. */
export interface LateMessages {
  readonly session: SessionMessages
  readonly signIn: SignInMessages
  readonly notices: {
    readonly dismiss: string
    readonly ringing: (contact: Contact) => string
  }
  readonly destinations: DestinationMessages
  readonly drafts: DraftMessages
  readonly contactChoice: {
    readonly label: string
    readonly none: string
    readonly first: string
    /** A row of the list, in one line. */
    readonly option: ByContact
    /** The same in two lines: the contact's name, and its id, because two may have the same name. */
    readonly who: ByContact
    readonly id: ByContact
  }
  /** The CCP shows another contact than the draft's. */
  readonly elsewhere: {
    readonly differs: ByContact
    /**
     * Says which contact the draft stays with. It names the contact if the channel alone does not distinguish it from the
     * current one.
     */
    readonly stays: (draft: DraftAbout, current: Contact) => string
    readonly move: Readonly<Record<DraftKind, string>>
    /** The same if the draft has no contact yet. */
    readonly link: Readonly<Record<DraftKind, string>>
    readonly show: string
  }
  readonly contactDetails: {
    readonly title: string
    readonly id: (contactId: string) => string
    readonly copy: string
  }
  readonly typedContact: {
    readonly title: string
    /** A short title for a line with little room. */
    readonly short: string
    readonly label: string
    readonly hint: string
    readonly link: string
    readonly missing: string
    readonly malformed: string
  }
  readonly otherDrafts: {
    readonly count: ByCount
    readonly about: ByDraft
    readonly show: string
    readonly showOf: ByDraft
    readonly discard: string
    readonly discardOf: ByDraft
    /** Discards the draft in front of the agent. */
    readonly discardFront: string
    readonly discarded: ByDraft
    readonly undo: string
    readonly sending: ByDraft
    readonly waiting: ByDraft
    /** Follows `created`: an earlier text of the same draft may have become a task too. */
    readonly second: Readonly<Record<DraftKind, string>>
    readonly created: ByDraft
    readonly notCreated: ByDraft
    /** The agent pressed the button and opened another draft, and then the panel could not send it. */
    readonly notSent: ByDraft
    /** With the name of the task, or the text of the message, if it is known. */
    readonly unknown: (draft: DraftAbout, title: string) => string
  }
  readonly when: {
    readonly legend: string
    readonly now: string
    readonly presetMinutes: ByCount
    readonly presetHours: ByCount
    readonly presetTomorrow: (time: string) => string
    readonly presetDay: (weekday: string, time: string) => string
    readonly pick: string
    readonly picker: string
    readonly startsNow: string
    readonly summary: (instant: string, fromNow: string) => string
    readonly unfinished: string
    readonly timeMissing: (day: string) => string
    readonly dayPast: (day: string) => string
    readonly dayTooFar: (day: string, latest: string) => string
    /** The organisation asks for a time. */
    readonly required: string
    readonly inWords: string
    readonly inWordsExample: string
    readonly dayAt: (day: string, time: string) => string
    readonly forget: (moment: string) => string
    readonly notUnderstood: string
    readonly afternoonTaken: string
    readonly timeStillMissing: string
    readonly day: string
    readonly days: string
    /** The text for the day if it is today. */
    readonly dayToday: (day: string) => string
    readonly dayUntil: (day: string) => string
    readonly dayUnreadable: (example: string) => string
    readonly time: string
    readonly times: string
    /** Named times such as "noon", in lower case, with their `HH:MM`. */
    readonly namedTimes: Readonly<Record<string, string>>
    readonly timeUnreadable: string
    readonly zone: (zone: string) => string
    /** The browser has no name for the agent's time zone. */
    readonly zoneUnknown: (offset: string) => string
    readonly latest: (instant: string) => string
    readonly customerZone: string
    readonly customerZoneUnknown: string
    /** The group of time zones that the customer is probably in. */
    readonly likelyZones: string
    readonly otherZones: string
    readonly forCustomer: (instant: string) => string
    readonly twice: string
    readonly first: (instant: string) => string
    readonly second: (instant: string) => string
  }
  readonly template: TemplateMessages
  readonly expiry: ExpiryMessages
  readonly presets: PresetMessages
  readonly link: {
    readonly legend: string
    readonly related: ByChannel
    readonly previous: ByChannel
    readonly none: string
    readonly relatedMeans: ByChannel
    readonly previousUsed: ByCount
    readonly previousMeans: ByChannel
    readonly previousNotForEmail: string
    readonly noneMeans: string
  }
  readonly rows: {
    readonly undo: string
    /** The organisation has added rows, and the agent gives them their values. */
    readonly asked: string
    readonly pasted: ByCount
    /** Rows are counted from 1. */
    readonly changedTo: (row: number, type: string) => string
    /** The first line that kept a pasted text from becoming rows. Its other lines may have tabs. */
    readonly notRows: (line: number, hasTabs: boolean) => string
    /** The value had no meaning for the new type. */
    readonly emptied: (row: number, type: string) => string
    readonly tooMany: (count: number, limit: number) => string
  }
  readonly references: ReferenceMessages
  readonly files: FileMessages
  readonly contactReferences: ContactReferenceMessages
  readonly attributes: AttributeMessages
  readonly submit: {
    readonly schedule: string
    readonly scheduleFor: (day: string, time: string) => string
    readonly tryAgain: string
    readonly checkAgain: string
    readonly sending: string
    readonly waiting: string
    /** Files are still on their way. */
    readonly files: ByCount
    readonly checking: string
  }
  readonly progress: {
    readonly sending: string
    readonly checking: string
    /** Another window has sent the draft. It waits for the answer, or has been closed. */
    readonly sentElsewhere: (time: string) => string
  }
  readonly keys: KeyMessages
  readonly held: string
  readonly waiting: WaitingMessages
  readonly question: QuestionMessages
  readonly missing: ByCount
  /** Complaints in a closed section. */
  readonly corrections: ByCount
  readonly meter: {
    readonly used: (used: string, limit: string) => string
    readonly full: (percent: string) => string
    readonly over: ByCount
    readonly left: ByCount
    readonly bytes: ByCount
    /** Introduces the rows with the most bytes. */
    readonly largest: string
    /** A row that has no name yet. */
    readonly unnamed: string
  }
  readonly errors: {
    readonly summary: ByCount
    /** The mistake in a field. It follows the field's label, which may be a question. */
    readonly after: (label: string, problem: string) => string
    /** `judgedAt` is the time of the check. With it, a limit in seconds becomes a time that the agent can read. */
    readonly issue: (issue: Issue, judgedAt: Date) => string
    readonly contactUndecided: string
    readonly referenceField: (position: number, part: string) => string
    readonly attributeField: (position: number, part: string) => string
    readonly referenceNamed: (name: string) => string
    readonly attributeNamed: (key: string) => string
  }
  readonly failure: {
    readonly notCreated: string
    readonly unknown: string
    readonly reason: (failure: ClientFailure) => string
    readonly words: (code: ClientFailure['code']) => string
    /** The failure of a request to stop a task or to change its time. */
    readonly ofChange: (code: ClientFailure['code']) => string
    readonly askedAgain: string
    readonly editAdvice: string
    readonly edit: string
    readonly showDetails: string
    readonly copyDetails: string
    /** For support. `at` is an ISO 8601 time. */
    readonly details: (code: string, requestId: string, at: string) => string
    readonly dismiss: string
    readonly reloadMeans: string
    readonly reload: string
  }
  /** The switch between tasks and text messages. */
  readonly mode: {
    readonly legend: string
    readonly names: Readonly<Record<'task' | 'message', string>>
    /** Begins a message to the customer of a created task. */
    readonly textCustomer: string
  }
  readonly copying: {
    readonly copied: string
    readonly notCopied: string
  }
  readonly created: CreatedMessages
  readonly repeat: RepeatMessages
  readonly tasks: TasksMessages
}

interface SessionMessages {
  readonly 'not-answering': Readonly<Record<'ccp' | 'workspace' | 'host', string>>
  readonly 'not-understood': string
  readonly 'sign-in-needed': string
  readonly 'signed-out': string
  /** The button that opens the sign-in window of the CCP. */
  readonly signIn: string
  readonly windowBlocked: string
  readonly 'access-denied': string
  readonly 'outside-workspace': string
  readonly 'permission-missing': (permissions: readonly string[]) => string
  readonly causes: Readonly<Record<'not-answering' | 'access-denied', (origin: string) => readonly string[]>>
  readonly anotherAgent: (ccp: string, panel: string) => string
  /** The computer's clock is wrong by this much. */
  readonly clockBehind: (duration: string) => string
  readonly clockAhead: (duration: string) => string
  /** The page around the panel, or its identity provider, signs the agent in. */
  readonly signedOutOfPanel: string
  /** Follows one of the texts above if drafts are stored. */
  readonly kept: string
  readonly causesTitle: string
}

interface SignInMessages {
  readonly 'signing-in': string
  readonly 'in-window': string
  readonly 'in-sandboxed-window': string
  readonly needed: string
  readonly 'needed-in-each': string
  readonly ended: string
  readonly 'window-blocked': string
  readonly 'window-closed': string
  readonly failed: string
  readonly button: string
}

/** Words of a list whose rows the agent adds and removes. */
interface RowMessages {
  readonly help: string
  readonly empty: string
  readonly add: string
  readonly row: (position: number) => string
  /** The placeholder of an empty required field. */
  readonly required: string
  readonly value: string
  readonly remove: (position: number, name: string) => string
  readonly removed: string
  readonly meter: string
}

interface ReferenceMessages extends RowMessages {
  readonly summary: ByCount
  readonly type: string
  readonly name: string
  /** The name of each kind, and an example of its value or none. */
  readonly kinds: Readonly<Record<ReferenceType, { readonly name: string; readonly hint: string }>>
  readonly addScheme: string
  readonly offerValue: (value: string) => string
  readonly offerText: string
  /** The hosts that the rules allow, such as `*.example.com`. */
  readonly hosts: (hosts: readonly string[]) => string
}

interface AttributeMessages extends RowMessages {
  /** The number of inherited attributes, or why it is not known. */
  readonly summary: (own: number, inherited: number | 'loading' | 'unread') => string
  readonly key: string
  /** A key in place of one that Connect refuses. */
  readonly offerKey: (key: string) => string
  /** The inherited attributes that reach the task, out of all of the contact's. */
  readonly inherited: (count: number, channel: Channel, all: number) => string
  readonly override: string
  readonly overrideOf: (key: string) => string
  readonly overridden: string
  /** Opens a long value. */
  readonly showAll: string
  readonly showAllOf: (key: string) => string
  readonly showLess: string
  readonly showLessOf: (key: string) => string
  readonly inheritedLoading: string
  readonly inheritedUnread: string
  readonly split: (own: string, inherited: string) => string
  /** The inherited ones are being read, or could not be read. */
  readonly splitUnknown: (own: string) => string
  readonly splitHidden: (own: string, inherited: string, hidden: string) => string
  readonly pasted: (count: number, replaced: number, refused: number) => string
  /** The organisation sets or forbids each pasted attribute. */
  readonly nonePasted: string
  readonly copy: string
  readonly copied: ByCount
  /** The browser or the page around the panel does not allow copying, so the text is shown in a field below. */
  readonly notCopied: string
  readonly copyText: string
}
