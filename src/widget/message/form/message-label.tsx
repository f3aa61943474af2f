import { useFormContext, useWatch } from 'react-hook-form'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { wallClock } from '../../../core/time/zoned-time.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useFormats } from '../../late/late-messages.ts'
import { PressLabel, type SubmitLabelProps } from '../../outcome/press/submit-label.tsx'
import { useMessageWords } from '../mode/message-words.ts'
import { minuteAfter, useWait } from '../model/use-wait.ts'

interface MessageLabelProps extends SubmitLabelProps {
  readonly rules: MessageRules | undefined
}

/** The words in the button for a message. */
export function MessageLabel({ rules, ...press }: MessageLabelProps) {
  const words = useMessageWords()
  return (
    <PressLabel {...press}>{rules ? <ActionLabel rules={rules} /> : <span>{words.submit}</span>}</PressLabel>
  )
}

/** Before the time at which the customer may get a message, the button says it. */
function ActionLabel({ rules }: { readonly rules: MessageRules }) {
  const words = useMessageWords()
  const formats = useFormats()
  const { zone } = usePanelSetting()
  const { control } = useFormContext<MessageDraft>()
  const wait = useWait(rules, useWatch({ control, name: 'to' }))
  if (!wait) return <span>{words.submit}</span>
  // The number has the whole instant below it; the button stays in one line.
  const { date, time } = wallClock(minuteAfter(wait), zone)
  return <span>{words.submitFrom(formats.weekday(date), formats.time(time))}</span>
}
