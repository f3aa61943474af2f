import { attributesField } from '../fields/attributes/attributes.ts'
import type { DraftField } from '../fields/field.ts'
import { channelField } from './fields/channel.ts'
import { consentField } from './fields/consent.ts'
import { contentField } from './fields/content/content.ts'
import { displayNameField } from './fields/display-name.ts'
import { durationField } from './fields/duration.ts'
import { flowField } from './fields/flow.ts'
import { fromField } from './fields/from.ts'
import { relatedLinkField } from './fields/related-link.ts'
import { toField } from './fields/to.ts'
import type { MessageContext } from './message-field.ts'
import type { MessageParameters } from './message-parameters.ts'
import type { MessageDraft, MessageRequest, MessageRules } from './message-parts.ts'

interface WholeMessage {
  readonly draft: MessageDraft
  readonly request: MessageRequest
  readonly rules: MessageRules
}

interface PartOfMessage {
  readonly draft: Partial<MessageDraft>
  readonly request: Partial<MessageRequest>
  readonly rules: Partial<MessageRules>
}

/** A field reads the whole message and writes its part of it. */
export type MessageField = DraftField<WholeMessage, PartOfMessage, MessageContext, MessageParameters>

/** A text and a template with its values are one field: a message is one of the two. */
type MessageFieldName = Exclude<keyof MessageDraft, 'kind' | 'templateId' | 'templateValues'>

/** Every field of a message. Issues come in the order of the form, which is the order of this table. */
export const messageFields: Readonly<Record<MessageFieldName, MessageField>> = {
  channel: channelField,
  to: toField,
  text: contentField,
  from: fromField,
  flowId: flowField,
  displayName: displayNameField,
  duration: durationField,
  link: relatedLinkField,
  attributes: attributesField,
  hasConsent: consentField,
}

export const allMessageFields: readonly MessageField[] = Object.values(messageFields)
