import type { DraftField, FieldParts, LinkedContact } from '../fields/field.ts'
import type { RowIssueCount } from '../issues/row-issues.ts'
import type { MessageParameters } from './message-parameters.ts'

/** What a draft of a message leaves open: its contact. */
export interface MessageSetting {
  readonly contactId?: string
}

/** The facts, beside the request itself, by which it is judged. */
export interface MessageJudgement {
  readonly now: Date
  readonly linkedContact?: LinkedContact
  /** Counts the issues of rows where only so many of them are listed. */
  readonly rowIssueCount?: RowIssueCount
}

export interface MessageContext {
  readonly setting: MessageSetting
  readonly circumstances: MessageJudgement
}

/** One field of a text message. It may read more of the message than it writes. */
export type MessageFieldOf<Reads extends FieldParts, Writes extends FieldParts = Reads> = DraftField<
  Reads,
  Writes,
  MessageContext,
  MessageParameters
>
