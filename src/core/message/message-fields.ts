import type { DraftField } from '../fields/field.ts'
import type { MessageContext } from './message-field.ts'
import { messageFieldTable } from './message-field-table.ts'
import type { MessageDraft, MessageParameters, MessageRequest, MessageRules } from './message-parts.ts'

interface WholeMessage {
  readonly draft: MessageDraft
  readonly request: MessageRequest
  readonly rules: MessageRules
  readonly parameters: MessageParameters
}

interface PartOfMessage {
  readonly draft: Partial<MessageDraft>
  readonly request: Partial<MessageRequest>
  readonly rules: Partial<MessageRules>
  readonly parameters: Partial<MessageParameters>
}

/** A field reads the whole message and writes its part of it. */
export type MessageField = DraftField<WholeMessage, PartOfMessage, MessageContext>

/** A text and a template with its values are one field: a message is one of the two. */
type MessageFieldName = Exclude<keyof MessageDraft, 'kind' | 'templateId' | 'templateValues'>

export const messageFields: Readonly<Record<MessageFieldName, MessageField>> = messageFieldTable

export const allMessageFields: readonly MessageField[] = Object.values(messageFields)
