import { useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { offeredChannels } from '../../../core/message/fields/channel.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import type { MessageChannel } from '../../../core/message/message-channel.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { useLaidChange } from '../model/use-laid-change.ts'

type LeftContent = Pick<MessageDraft, 'templateId' | 'templateValues'>

/** The choice between SMS and WhatsApp, if the organisation offers both. */
export function ChannelChoice({ rules }: { readonly rules: MessageRules }) {
  const words = useMessageWords().channel
  const { control, getValues } = useFormContext<MessageDraft>()
  const chosen = useWatch({ control, name: 'channel' })
  const change = useLaidChange(rules)
  const left = useRef<Partial<Record<MessageChannel, LeftContent>>>({})
  const channels = offeredChannels(rules)
  // Each channel has its own templates. If the agent comes back to a channel, the template chosen there is still chosen.
  const turn = (channel: MessageChannel) => {
    const { templateId, templateValues } = getValues()
    left.current[chosen] = {
      templateId,
      templateValues: templateValues.map(({ name, value }) => ({ name, value })),
    }
    change({ channel, ...left.current[channel] })
  }
  if (channels.length < 2) return null
  return (
    <fieldset className="tl-channels">
      <legend>{words.legend}</legend>
      {channels.map((channel: MessageChannel) => (
        <label key={channel} className="tl-chip tl-press">
          <input
            type="radio"
            name="channel"
            value={channel}
            checked={channel === chosen}
            onChange={() => turn(channel)}
          />
          <span>{words.names[channel]}</span>
        </label>
      ))}
    </fieldset>
  )
}
