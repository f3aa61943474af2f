import type { DraftField, FieldParts, LinkedContact } from '../fields/field.ts'
import type { RowIssueCount } from '../issues/row-issues.ts'

/** The facts for a draft of a message that are not in the draft: its contact. */
export interface MessageSetting {
  readonly contactId?: string
}

/** The facts, besides the request itself, that are needed to check it. */
export interface MessageJudgement {
  readonly now: Date
  readonly linkedContact?: LinkedContact
  /** Counts the issues of rows, if only a limited number is listed. */
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
  MessageContext
>
