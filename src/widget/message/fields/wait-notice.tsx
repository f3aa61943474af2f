import { Icon } from '../../controls/icons/icon.tsx'
import { useFormats } from '../../late/late-messages.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { minuteAfter, useWait } from '../model/use-wait.ts'
import type { OfferedMessage } from '../model/use-message-draft.ts'

export interface WaitNoticeProps {
  readonly rules: OfferedMessage
  readonly to: string
}

/** Until when the customer gets no message, said before the agent writes one. */
export function WaitNotice({ rules, to }: WaitNoticeProps) {
  const words = useMessageWords().to
  const formats = useFormats()
  const wait = useWait(rules, to)
  return (
    <div role="status">
      {wait && (
        <div className="tl-notice" data-tone="warning">
          <Icon name="schedule" />
          <p>
            {wait.for === 'quiet-hours'
              ? words.quietUntil(formats.instant(minuteAfter(wait)))
              : words.notBefore(formats.instant(minuteAfter(wait)), rules.everyMinutes)}
          </p>
        </div>
      )}
    </div>
  )
}
