import type { Message } from './check-message.ts'
import type { MessageTemplateParameters } from './fields/content/content.ts'

/** The part of the call that never comes from a browser. */
export interface MessageOrigin {
  readonly instanceId: string
  readonly clientToken: string
  /** The ARN of the phone number in Connect. `SourcePhoneNumberArn`, that of End User Messaging, is another. */
  readonly phoneNumberArn: string
  /** The knowledge base of the message template. Required for a message by template. */
  readonly knowledgeBaseId?: string
  /** The content types besides `text/plain`. */
  readonly contentTypes?: readonly string[]
}

/** The parameters of StartOutboundChatContact. Compiling the proxy compares them with the SDK's types. */
export interface StartOutboundChatParameters extends Omit<Message, 'InitialTemplatedSystemMessage'> {
  readonly InstanceId: string
  readonly ClientToken: string
  readonly SourceEndpoint: { readonly Type: 'CONNECT_PHONENUMBER_ARN'; readonly Address: string }
  readonly InitialTemplatedSystemMessage?: MessageTemplateParameters & { readonly KnowledgeBaseId: string }
  readonly SupportedMessagingContentTypes: string[]
}

/** Connect API, `SupportedMessagingContentTypes`: "Content types must always contain text/plain." */
const alwaysSupported = 'text/plain'

/** A checked message as a call to Connect. */
export function startOutboundChat(message: Message, origin: MessageOrigin): StartOutboundChatParameters {
  const { InitialTemplatedSystemMessage: template, ...rest } = message
  const { instanceId, clientToken, phoneNumberArn, knowledgeBaseId, contentTypes = [] } = origin
  if (template && knowledgeBaseId === undefined) throw new Error('A template has no knowledge base.')
  return {
    ...rest,
    InstanceId: instanceId,
    ClientToken: clientToken,
    SourceEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN', Address: phoneNumberArn },
    ...(template && knowledgeBaseId !== undefined
      ? { InitialTemplatedSystemMessage: { ...template, KnowledgeBaseId: knowledgeBaseId } }
      : {}),
    SupportedMessagingContentTypes: [
      alwaysSupported,
      ...contentTypes.filter((contentType) => contentType !== alwaysSupported),
    ],
  }
}
