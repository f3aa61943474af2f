import { dayOutside } from '../../../core/fields/schedule/schedule-days.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { useClockFormats, useSchedule, type ScheduleSetting } from './use-schedule.ts'

export interface WhenTruthProps {
  readonly id: string
  readonly setting: ScheduleSetting
  /** The zone of the customer's clock, if it is known. */
  readonly customerZone: string | undefined
  /** The words box is shown. It says itself when it does not understand the words. */
  readonly hasWordsBox: boolean
}

/** Says when the task will start, or why that is not possible. No other place says it. */
export function WhenTruth({ id, setting, customerZone, hasWordsBox }: WhenTruthProps) {
  const words = useLateMessages().when
  const { instantIn } = useClockFormats()
  const { schedule, instant, error, wordsError } = useSchedule()
  const said = useScheduleWords(setting.now)
  const outside = useDayOutside(setting)
  const complaint = outside ?? error ?? (hasWordsBox ? undefined : wordsError)
  return (
    <div id={id} className="tl-truth" role="status" data-clocks={customerZone === undefined ? 1 : 2}>
      {complaint === undefined ? (
        <p className={schedule.when === 'now' ? 'tl-hint' : undefined}>{said}</p>
      ) : (
        <p className="tl-error">{complaint}</p>
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
  return words.summary(formats.instant(instant), formats.roughly(aheadMs))
}

/** The complaint about a chosen day that has no time yet. Once there is a time, the rules complain. */
function useDayOutside({ now, latest }: ScheduleSetting): string | undefined {
  const { zone } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().when
  const { schedule, day } = useSchedule()
  if (schedule.when === 'now' || day === '' || schedule.time !== '') return undefined
  switch (dayOutside(schedule.date, { now, latest }, zone)) {
    case 'past':
      return words.dayPast(day)
    case 'too-far':
      return words.dayTooFar(day, formats.instant(latest))
    case undefined:
      return undefined
  }
}
