import { wallClock } from '../../../core/time/zoned-time.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useFormats } from '../../late/late-messages.ts'
import { PressLabel, type SubmitLabelProps } from '../../outcome/press/submit-label.tsx'
import { useMessageWords } from '../mode/message-words.ts'
import type { SendBlock } from '../model/send-block.ts'
import { minuteAfter } from '../model/use-wait.ts'

interface MessageLabelProps extends SubmitLabelProps {
  readonly block: SendBlock | undefined
}

/** The words in the button for a message. If no message can be sent, the button says why. */
export function MessageLabel({ block, ...press }: MessageLabelProps) {
  const words = useMessageWords()
  const formats = useFormats()
  const { zone } = usePanelSetting()
  const label = () => {
    if (!block) return words.submit
    if (block.why !== 'wait') return words.notSendable[block.why]
    // A short time, so that the button stays on one line. The notice at the number has the full date.
    const { date, time } = wallClock(minuteAfter(block.wait), zone)
    return words.submitFrom(formats.weekday(date), formats.time(time))
  }
  return (
    <PressLabel {...press}>
      <span>{label()}</span>
    </PressLabel>
  )
}
