import type { EarlierAttempts, TokensHere } from '../../core/attempts/attempt.ts'
import type { Contact } from '../../core/contact/contact.ts'
import {
  isMessageDraft,
  type AnyDraft,
  type AnyRequest,
  type DraftKind,
} from '../../core/message/any-draft.ts'
import { sameAnyDraft } from '../../core/message/same-draft.ts'
import type { MessageDraft } from '../../core/message/message-parts.ts'
import type { TaskDraft } from '../../core/task/task-parts.ts'
import type { LedgerEntry } from '../ledger/ledger-entry.ts'

/** Another window has sent this draft, or another draft with the same content. The outcome is not known. */
export interface ElsewhereSent {
  readonly firstSentAt: number
  readonly isOtherDraft?: true
}

/** An attempt of another window. */
export interface UnderWayElsewhere {
  readonly clientToken: string
  readonly firstSentAt: number
}

/** A draft on the agent's desk: its content, its contact, and its phase. */
export type KeptDraft = DraftFacts & DraftContent & DraftContact & DraftPhase

/** The kind of a draft (task or message) and its content. */
export type DraftContent =
  | { readonly kind: 'task'; readonly content: TaskDraft }
  | { readonly kind: 'message'; readonly content: MessageDraft }

interface DraftFacts {
  readonly id: string
  /** The order in which drafts lay in front of the agent; the latest has the highest turn. */
  readonly turn: number
  /** When the agent began it, in milliseconds since the epoch; absent from drafts of an older panel. */
  readonly begunAt?: number
  /** The drafts of which this one was another version before it became a separate draft. */
  readonly branchedFrom?: readonly string[]
  /** How often another window has replaced the content. A form that shows an older edition is not read any more. */
  readonly edition?: number
  /** The text of another window, while the agent has not chosen between the two. */
  readonly otherVersion?: KeptDraft
  /** Its latest request has the present text and is being sent or waits to be sent. */
  readonly isUnderWay?: boolean
  /** Another window has created a task from an earlier text of the draft. */
  readonly createdBefore?: CreatedContact
  /** The tokens of attempts that another window knows to have created their tasks. */
  readonly createdElsewhere?: readonly string[]
  /** Attempts of this draft in another window, which may still get their answer there. */
  readonly underWayElsewhere?: readonly UnderWayElsewhere[]
  /** The content of the latest attempt, where it is known: the draft may have another one by now. */
  readonly sentContent?: AnyDraft
  readonly tokens?: TokensHere
  /** The hash of an existing task that the agent wants to create once more. */
  readonly wantedRepeat?: string
  /**
   * Set if another window was found sending other values of this draft, or the same content from another draft, just before the
   * last press was sent. Without a time, the browser's storage did not answer.
   */
  readonly sentElsewhere?: Partial<ElsewhereSent>
  /** Earlier attempts that have created a task or sent a message. The draft has another content now. */
  readonly found?: readonly FoundContact[]
}

/** A task or message that exists in Connect. If only the agent says that it exists, its id is not known. */
export type CreatedContact =
  | LedgerEntry
  | { readonly contactId?: undefined; readonly createdAt: number; readonly fingerprint?: string }

export interface FoundContact {
  readonly task: CreatedContact
  readonly clientToken: string
}

/** The contact that a draft is about, and how it was chosen. */
export type DraftContact =
  | {
      /** `open`: not chosen yet. `none`: the draft is about no contact, by the agent's choice. */
      readonly contactChoice: 'open' | 'none'
      readonly contact?: undefined
    }
  | {
      /** `listed`: from the contacts of the source. `typed`: the agent typed the contact's id. */
      readonly contactChoice: 'listed' | 'typed'
      /** The contact as it was last seen. It may have ended or left the CCP since. */
      readonly contact: Contact
    }

export type DraftPhase =
  | {
      /** `blank`: as a new draft. `begun`: with content of the agent's. */
      readonly phase: 'blank' | 'begun'
      readonly earlier?: undefined
    }
  | {
      /** Its task exists. `earlier` is set while another attempt of the draft may have created a second task. */
      readonly phase: 'created'
      readonly task: CreatedContact
      /** Another window has created it. */
      readonly isElsewhere?: true
      readonly earlier?: EarlierAttempts<AnyRequest> | undefined
    }
  | {
      /** Sent at least once; `earlier.uncertain` says whether its task may exist. */
      readonly phase: 'asked'
      readonly earlier: EarlierAttempts<AnyRequest>
    }

/** An attempt that may have created a task or sent a message. Its text is not stored. */
export interface TextlessAttempt {
  readonly draftId: string
  /** The stored draft with its text, if that text is another version of the draft. */
  readonly textId?: string
  readonly branchedFrom?: readonly string[]
  readonly kind: DraftKind
  readonly clientToken: string
  readonly firstSentAt: number
  readonly contact?: Contact
}

export const newDraft = (content: AnyDraft, turn: number, contact: DraftContact): KeptDraft => ({
  id: crypto.randomUUID(),
  phase: 'blank',
  ...contentOf(content),
  turn,
  ...contact,
})

/** A content with its kind. The customer's consent holds for one press, so no draft keeps it. */
export const contentOf = (content: AnyDraft): DraftContent =>
  isMessageDraft(content)
    ? { kind: 'message', content: content.hasConsent ? { ...content, hasConsent: false } : content }
    : { kind: 'task', content }

export const aboutOf = ({ contactChoice, contact }: DraftContact): DraftContact =>
  contact ? { contactChoice, contact } : { contactChoice }

/** The contact as chosen from the source's list, or as not chosen yet. */
export const listedOrOpen = (contact: Contact | undefined): DraftContact =>
  contact ? { contactChoice: 'listed', contact } : { contactChoice: 'open' }

export const isBegun = ({ phase }: KeptDraft): boolean => phase !== 'blank'

/** An answer was lost, and the agent has not yet said whether that attempt created a task. */
export const hasQuestion = ({ earlier }: KeptDraft): boolean =>
  earlier !== undefined && earlier.uncertain.length > 0

/** The agent would lose work, or a question about a task, if this draft were deleted. */
export const isUnfinished = (draft: KeptDraft): boolean =>
  draft.phase === 'begun' || draft.phase === 'asked' || hasQuestion(draft)

/** The draft with new content; `blank` is the content of a new draft. */
export function withContentOf(draft: KeptDraft, content: AnyDraft, blank: AnyDraft): KeptDraft {
  const isBlank = sameAnyDraft(content, blank)
  const next = contentOf(content)
  switch (draft.phase) {
    case 'blank':
    case 'begun':
      return { ...draft, ...next, phase: isBlank ? 'blank' : 'begun' }
    case 'asked':
      // An emptied draft stays `asked` while its task may exist: a blank draft would be forgotten.
      return isBlank && !hasQuestion(draft)
        ? { ...draft, ...next, phase: 'blank', earlier: undefined }
        : { ...draft, ...next }
    case 'created':
      return { ...draft, ...next }
  }
}
