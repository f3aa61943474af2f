import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { useClockFormats, useSchedule } from './use-schedule.ts'

export interface WhenTruthProps {
  readonly id: string
  readonly now: Date
  /** The zone of the customer's clock, if it is known. */
  readonly customerZone: string | undefined
}

/** The schedule in words: the one place that says the instant, or why it cannot be. */
export function WhenTruth({ id, now, customerZone }: WhenTruthProps) {
  const words = useLateMessages().when
  const { instantIn } = useClockFormats()
  const { schedule, instant, error } = useSchedule()
  const said = useScheduleWords(now)
  return (
    <div id={id} className="tl-truth" role="status">
      {error === undefined ? (
        <p className={schedule.when === 'now' ? 'tl-hint' : undefined}>{said}</p>
      ) : (
        <p className="tl-error">{error}</p>
      )}
      {instant && customerZone !== undefined && (
        <p className="tl-hint">{words.forCustomer(instantIn(instant, customerZone))}</p>
      )}
    </div>
  )
}

function useScheduleWords(now: Date): string {
  const formats = useFormats()
  const words = useLateMessages().when
  const { schedule, day, instant } = useSchedule()
  if (schedule.when === 'now') return words.startsNow
  if (!instant) return day !== '' && schedule.time === '' ? words.timeMissing(day) : words.unfinished
  const aheadMs = instant.getTime() - now.getTime()
  if (aheadMs <= 0) return formats.instant(instant)
  return words.summary(formats.instant(instant), formats.fromNow(aheadMs))
}
