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

/** Another window has sent the draft, or the same from another draft, and it is not known what came of it. */
export interface ElsewhereSent {
  readonly firstSentAt: number
  readonly isOtherDraft?: true
}

/** An attempt of another window. */
export interface UnderWayElsewhere {
  readonly clientToken: string
  readonly firstSentAt: number
}

/** A draft on the agent's desk: its content, the contact it is about, and how far it has come. */
export type KeptDraft = DraftFacts & DraftContent & DraftContact & DraftPhase

/** What becomes of a draft when it is sent, and what it says. */
export type DraftContent =
  | { readonly kind: 'task'; readonly content: TaskDraft }
  | { readonly kind: 'message'; readonly content: MessageDraft }

interface DraftFacts {
  readonly id: string
  /** The order in which drafts lay in front of the agent; the latest has the highest turn. */
  readonly turn: number
  /** When the agent began it, in milliseconds since the epoch; absent from drafts of an older panel. */
  readonly begunAt?: number
  /** The drafts of which its text was another version, before it became a draft of its own. */
  readonly branchedFrom?: readonly string[]
  /** How often another window has replaced the content. A form that shows an older edition is not read any more. */
  readonly edition?: number
  /** The text of another window, while the agent has not chosen between the two. */
  readonly otherVersion?: KeptDraft
  /** Its latest request, with the present text, is on its way or waits to be sent. */
  readonly isUnderWay?: boolean
  /** Another window has created a task from an earlier text of the draft. */
  readonly createdBefore?: CreatedContact
  /** The tokens of attempts that another window knows to have created their tasks. */
  readonly createdElsewhere?: readonly string[]
  /** What another window has sent of it, and may still get an answer to. */
  readonly underWayElsewhere?: readonly UnderWayElsewhere[]
  /** The content of the latest attempt, where it is known: the draft may have another one by now. */
  readonly sentContent?: AnyDraft
  readonly tokens?: TokensHere
  /** The hash of a task that exists already, and that the agent wants once more. */
  readonly wantedRepeat?: string
  /**
   * Just before its last press was sent: another window was sending other values of it, or the same from another draft. Without
   * a time, the browser's storage did not say whether one was.
   */
  readonly sentElsewhere?: Partial<ElsewhereSent>
  /** Earlier attempts that turned out to be carried out, while the draft has another content. */
  readonly found?: readonly FoundContact[]
}

/** A task or message that exists in Connect. Where only the agent has said so, its id is not known. */
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
      /** As it was known last; it may have ended or left the CCP since. */
      readonly contact: Contact
    }

export type DraftPhase =
  | {
      /** `blank`: as a new draft. `begun`: with content of the agent's. */
      readonly phase: 'blank' | 'begun'
      readonly earlier?: undefined
    }
  | {
      /** Its task exists. `earlier` is there while another attempt of the same draft may have created a second one. */
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

/** An attempt that may have created a task or sent a message, and whose text is not stored. */
export interface TextlessAttempt {
  readonly draftId: string
  /** The stored draft that holds its text, where the text is another version of the draft. */
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

/** A content with its kind. The customer's consent is for one press, so no draft keeps it. */
export const contentOf = (content: AnyDraft): DraftContent =>
  isMessageDraft(content)
    ? { kind: 'message', content: content.hasConsent ? { ...content, hasConsent: false } : content }
    : { kind: 'task', content }

export const aboutOf = ({ contactChoice, contact }: DraftContact): DraftContact =>
  contact ? { contactChoice, contact } : { contactChoice }

/** The contact as one of the source, or as not chosen yet. */
export const listedOrOpen = (contact: Contact | undefined): DraftContact =>
  contact ? { contactChoice: 'listed', contact } : { contactChoice: 'open' }

export const isBegun = ({ phase }: KeptDraft): boolean => phase !== 'blank'

/** An answer about it was lost, and the agent has not said yet what became of that attempt. */
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
