import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { useTimeZone } from '../../form-model/use-time-zone.ts'
import { useSchedule } from './use-schedule.ts'

/** Asks which of two times is meant. Shown only when the clocks go back and the time exists twice. */
export function Occurrence() {
  const formats = useFormats()
  const timeZone = useTimeZone()
  const words = useLateMessages().when
  const { schedule, choose } = useSchedule()
  if (schedule.when === 'now') return null
  const placed = timeZone.clockTime(`${schedule.date}T${schedule.time}`)
  if (placed.occurs !== 'twice') return null
  return (
    <fieldset className="tl-choices">
      <legend>{words.twice}</legend>
      {(['first', 'second'] as const).map((occurrence) => (
        <label key={occurrence}>
          <input
            type="radio"
            name="schedule.occurrence"
            value={occurrence}
            checked={schedule.occurrence === occurrence}
            onChange={() => choose({ ...schedule, occurrence })}
          />
          <span>{words[occurrence](formats.instant(placed[occurrence]))}</span>
        </label>
      ))}
    </fieldset>
  )
}
