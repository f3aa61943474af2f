import { Icon } from '../../controls/icons/icon.tsx'
import { useFormats } from '../../late/late-messages.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { isNeverRight, minuteAfter, useWait } from '../model/use-wait.ts'
import type { OfferedMessage } from '../model/use-message-draft.ts'

/** Until when the customer gets no message, said before the agent writes one; undefined if they may get one now. */
export function useWaitWords(rules: OfferedMessage, to: string): string | undefined {
  const words = useMessageWords().to
  const formats = useFormats()
  const wait = useWait(rules, to)
  if (isNeverRight(rules, to)) return words.alwaysQuiet
  if (!wait) return undefined
  const instant = formats.instant(minuteAfter(wait))
  return wait.for === 'quiet-hours' ? words.quietUntil(instant) : words.notBefore(instant, rules.everyMinutes)
}

interface WaitNoticeProps {
  readonly id: string
  readonly said: string | undefined
}

/** Says it when it begins, too: an interval begins with the message of a colleague. */
export function WaitNotice({ id, said }: WaitNoticeProps) {
  return (
    <div role="status">
      {said !== undefined && (
        <div className="tl-notice" data-tone="warning" id={id}>
          <Icon name="schedule" />
          <p>{said}</p>
        </div>
      )}
    </div>
  )
}
