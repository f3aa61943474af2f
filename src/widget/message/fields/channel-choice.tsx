import { useFormContext, useWatch } from 'react-hook-form'
import { offeredChannels } from '../../../core/message/fields/channel.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import type { MessageChannel } from '../../../core/message/message-channel.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { useLaidChange } from '../model/use-laid-change.ts'

/** SMS or WhatsApp, where the organisation offers both. */
export function ChannelChoice({ rules }: { readonly rules: MessageRules }) {
  const words = useMessageWords().channel
  const { control } = useFormContext<MessageDraft>()
  const chosen = useWatch({ control, name: 'channel' })
  const change = useLaidChange(rules)
  const channels = offeredChannels(rules)
  if (channels.length < 2) return null
  return (
    <fieldset className="tl-channels">
      <legend>{words.legend}</legend>
      {channels.map((channel: MessageChannel) => (
        <label key={channel} className="tl-chip">
          <input
            type="radio"
            name="channel"
            value={channel}
            checked={channel === chosen}
            onChange={() => change({ channel })}
          />
          <span>{words.names[channel]}</span>
        </label>
      ))}
    </fieldset>
  )
}
