import type { WholeOf } from '../fields/all-of.ts'
import type { MessageFieldTable } from './message-field-table.ts'

type AnyField = MessageFieldTable[keyof MessageFieldTable]

interface OfMessage {
  /** Distinguishes a message from a task, which has no `kind`. */
  readonly kind: 'message'
}

/** The content of the form: texts as typed, not checked. */
export type MessageDraft = WholeOf<OfMessage | ReturnType<AnyField['preset']>>

/** The request for a text message: it has the right shape but has not been checked. */
export type MessageRequest = WholeOf<OfMessage | ReturnType<AnyField['fill']>>

/** The parameters of StartOutboundChatContact that describe the message. Compiling the proxy compares them with the SDK's types. */
export type MessageParameters = WholeOf<ReturnType<AnyField['parameters']>>

/** The rules for messages: the proxy's options, and the rule for attributes, which tasks have too. */
export type MessageRules = WholeOf<Parameters<AnyField['access']>[0]>
