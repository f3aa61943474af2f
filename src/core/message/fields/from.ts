import type { MessageFieldOf } from '../message-field.ts'
import type { Sender } from '../message-options.ts'
import type { ChannelParts } from './channel.ts'

export interface FromRules {
  readonly senders: readonly Sender[]
  readonly defaultFrom?: string
}

export interface FromParts {
  /** A phone number id. Empty if none is chosen. */
  readonly draft: { readonly from: string }
  readonly request: { readonly from: string }
  readonly rules: FromRules
  /** Connect gets the ARN of the number, which the proxy knows. */
  readonly parameters: object
}

export interface FromReads extends FromParts {
  readonly draft: FromParts['draft'] & ChannelParts['draft']
  readonly request: FromParts['request'] & ChannelParts['request']
}

/** The numbers that messages of this channel may come from. */
export const sendersFor = ({ senders }: FromRules, channel: ChannelParts['draft']['channel']) =>
  senders.filter(({ channels }) => channels.includes(channel))

/** The default, or the only one. Among several without a default the agent chooses. */
function usualSender(rules: FromRules, channel: ChannelParts['draft']['channel']): string {
  const senders = sendersFor(rules, channel)
  const usual = senders.find(({ phoneNumberId }) => phoneNumberId === rules.defaultFrom)
  return (usual ?? (senders.length === 1 ? senders[0] : undefined))?.phoneNumberId ?? ''
}

const isOffered = (rules: FromRules, { channel, from }: FromReads['request']) =>
  sendersFor(rules, channel).some(({ phoneNumberId }) => phoneNumberId === from)

const field = 'from'

export const fromField: MessageFieldOf<FromReads, FromParts> = {
  access: ({ senders }) => (senders.length > 1 ? 'editable' : 'hidden'),
  preset: ({ channel }, rules) => ({ from: usualSender(rules, channel) }),
  draftUnder: (draft, rules) => ({
    from: isOffered(rules, draft) ? draft.from : usualSender(rules, draft.channel),
  }),
  read: ({ from }) => ({ request: { from } }),
  fill: ({ from }) => ({ from }),
  issues: (request, rules) => {
    if (request.from === '') return [{ field, code: 'sender-missing' }]
    return isOffered(rules, request) ? [] : [{ field, code: 'sender-not-offered' }]
  },
  parameters: () => ({}),
}
