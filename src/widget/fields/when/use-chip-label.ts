import type { ScheduleChoice } from '../../../core/fields/schedule/schedule-choices.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import type { ChipName } from './chosen-chip.ts'

/** The words on a chip: "Mon 09:00" for the next working day. */
export function useChipLabel(): (name: ChipName, offered: readonly ScheduleChoice[]) => string {
  const formats = useFormats()
  const words = useLateMessages().when
  return (name, offered) => {
    const { date = '', time = '' } = offered.find((choice) => choice.name === name)?.schedule ?? {}
    switch (name) {
      case 'now':
        return words.now
      case 'half-hour':
        return words.presetMinutes(30)
      case 'two-hours':
        return words.presetHours(2)
      case 'tomorrow':
        return words.presetTomorrow(formats.time(time))
      case 'working-day':
        return words.presetDay(formats.weekday(date), formats.time(time))
      case 'pick':
        return words.pick
    }
  }
}
