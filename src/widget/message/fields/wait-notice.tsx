import { Icon } from '../../controls/icons/icon.tsx'
import { useFormats } from '../../late/late-messages.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { isNeverRight, minuteAfter, useWait } from '../model/use-wait.ts'
import type { OfferedMessage } from '../model/use-message-draft.ts'

/** Says, before the agent writes, until when the customer gets no message. Undefined if a message may be sent now. */
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

/**
 * A status region, so that it is announced when the wait starts while the form is open: a colleague's message starts an
 * interval.
 */
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
