import type { Destination } from '../../core/fields/destination-key.ts'
import type { LinkType } from '../../core/fields/link-types.ts'
import type { MessageSubtype } from '../../core/message/fields/channel.ts'
import { ProblemError } from '../problem-error.ts'
import type { RefusalReason } from '../refusal-reasons.ts'

/** The task that an agent asked for: only ids that Connect knows, no text of the task. */
export interface AskedTask {
  readonly linkedContactId?: string
  readonly link?: LinkType
  readonly destination: Destination
  readonly scheduled: boolean
  /** The files of the task; absent without any. */
  readonly attachments?: readonly { readonly uploadId: string; readonly bytes: number }[]
}

interface CreatedTask extends AskedTask {
  readonly createdContactId: string
}

/** The message that an agent asked for: no number and no text. */
export interface AskedMessage {
  readonly linkedContactId?: string
  readonly subtype: MessageSubtype
  /** The country of the number, ISO 3166-1 alpha-2; absent if it could be of several. */
  readonly country?: string
  /** Whether the agent has confirmed that the customer agreed. */
  readonly consent: boolean
  /** The text of the policy that was sent; absent for a text of the agent’s own. */
  readonly textId?: string
  readonly templateId?: string
}

interface SentMessage extends AskedMessage {
  /** The chat that begins with the message. */
  readonly createdContactId: string
}

/** A task that was stopped or moved. */
export interface ChangedTask {
  readonly taskContactId: string
}

/** A change that may have been made: Connect's answer was lost. */
export type Possible<Asked> = LostAnswer | (LostAnswer & Asked)

interface LostAnswer {
  readonly outcome: 'unknown'
  readonly connectRequestId?: string
}

/** A change of a file, by ids and numbers only. */
export interface UploadLine {
  readonly upload: 'begun' | 'accepted' | 'refused' | 'discarded'
  readonly uploadId: string
  readonly bytes: number
  /** Why the file was refused. */
  readonly reason?: RefusalReason
}

/** A change of a task that exists. */
export type TaskChange = 'stop' | 'schedule'

/** The agent, and the task that they created or changed, or may have, or the message that they sent, or the file that they uploaded. */
export type AuditLine = { readonly requestId: string; readonly agentId: string } & (
  | CreatedTask
  | Possible<AskedTask>
  | SentMessage
  | Possible<AskedMessage>
  | ({ readonly change: TaskChange } & (ChangedTask | Possible<ChangedTask>))
  | UploadLine
)

export type LogAudit = (line: AuditLine) => void

/** The audit facts of a request that failed; undefined if it cannot have changed anything in Connect. */
export function possiblyDone<Asked extends object>(
  error: unknown,
  asked: Asked,
): Possible<Asked> | undefined {
  // After a fault in the proxy it is unknown how far the request came, and its ids may not have been checked.
  if (!(error instanceof ProblemError)) return { outcome: 'unknown' }
  const { outcome, logged: { connectRequestId } = {} } = error.facts
  if (outcome !== 'unknown') return undefined
  return { outcome, ...asked, ...(connectRequestId === undefined ? {} : { connectRequestId }) }
}
