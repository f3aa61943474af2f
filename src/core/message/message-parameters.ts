/**
 * The parameters of StartOutboundChatContact that describe the message. Compiling the proxy compares them with the SDK's types.
 */
export interface MessageParameters {
  readonly DestinationEndpoint?: { readonly Type: 'TELEPHONE_NUMBER'; readonly Address: string }
  readonly SegmentAttributes?: { readonly 'connect:Subtype': { readonly ValueString: MessageSubtype } }
  readonly ContactFlowId?: string
  readonly InitialSystemMessage?: { readonly ContentType: 'text/plain'; readonly Content: string }
  readonly InitialTemplatedSystemMessage?: MessageTemplateParameters
  readonly ParticipantDetails?: { readonly DisplayName: string }
  readonly ChatDurationInMinutes?: number
  readonly RelatedContactId?: string
  readonly Attributes?: Record<string, string>
}

export type MessageSubtype = 'connect:SMS' | 'connect:WhatsApp'

/** Without the knowledge base, which only the proxy knows. */
export interface MessageTemplateParameters {
  readonly MessageTemplateId: string
  readonly TemplateAttributes: { readonly CustomAttributes: Record<string, string> }
}
