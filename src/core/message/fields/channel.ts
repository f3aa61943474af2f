import { messageChannels, type MessageChannel } from '../message-channel.ts'
import type { MessageFieldOf } from '../message-field.ts'
import type { OfferedTemplate, Sender } from '../message-options.ts'

export interface ChannelRules {
  readonly senders: readonly Sender[]
  readonly templates: readonly OfferedTemplate[]
}

export interface ChannelParts {
  readonly draft: { readonly channel: MessageChannel }
  readonly request: { readonly channel: MessageChannel }
  readonly rules: ChannelRules
  readonly parameters: { readonly SegmentAttributes: ReturnType<typeof subtypeParameter> }
}

export type MessageSubtype = 'connect:SMS' | 'connect:WhatsApp'

/** Connect's own names (Connect API, `SegmentAttributes` of StartOutboundChatContact). */
export const subtypeOf: Readonly<Record<MessageChannel, MessageSubtype>> = {
  sms: 'connect:SMS',
  whatsapp: 'connect:WhatsApp',
}

export const subtypeParameter = (channel: MessageChannel) => ({
  'connect:Subtype': { ValueString: subtypeOf[channel] },
})

/** The channels on which a message can be sent. WhatsApp takes only templates (admin guide, "Send message" block). */
export const offeredChannels = ({ senders, templates }: ChannelRules): readonly MessageChannel[] =>
  messageChannels.filter(
    (channel) =>
      senders.some(({ channels }) => channels.includes(channel)) &&
      (channel !== 'whatsapp' || templates.some((template) => template.channel === channel)),
  )

export const channelField: MessageFieldOf<ChannelParts> = {
  access: (rules) => (offeredChannels(rules).length > 1 ? 'editable' : 'hidden'),
  preset: ({ channel }, rules) => ({ channel: offeredChannels(rules)[0] ?? channel }),
  draftUnder: ({ channel }, rules) => {
    const offered = offeredChannels(rules)
    return { channel: offered.includes(channel) ? channel : (offered[0] ?? channel) }
  },
  read: ({ channel }) => ({ request: { channel } }),
  fill: ({ channel }) => ({ channel }),
  issues: ({ channel }, rules) =>
    offeredChannels(rules).includes(channel) ? [] : [{ field: 'channel', code: 'channel-not-offered' }],
  parameters: ({ channel }) => ({ SegmentAttributes: subtypeParameter(channel) }),
}
