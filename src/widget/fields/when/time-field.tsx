import { useState } from 'react'
import { offeredTimes } from '../../../core/fields/schedule/offered-times.ts'
import { dayOutside } from '../../../core/fields/schedule/schedule-days.ts'
import { isTime } from '../../../core/fields/schedule/schedule-draft.ts'
import { readTime } from '../../../core/time/read-time.ts'
import { Field } from '../../controls/field.tsx'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { ChoiceList } from './choice-list.tsx'
import { useClockFormats, useSchedule, type ScheduleSetting } from './use-schedule.ts'

export interface TimeFieldProps {
  readonly setting: ScheduleSetting
  /** The id of the element that says when the task starts, or why that is not possible. */
  readonly saidId: string
}

/** Two hours, in steps of half an hour. */
const timesPerPage = 4

/** The index to scroll to: the chosen time, or 09:00. */
function nearest(times: readonly string[], time: string): number {
  const wanted = isTime(time) ? time : '09:00'
  const index = times.findIndex((each) => each >= wanted)
  return index === -1 ? times.length - 1 : index
}

/** The time on the agent's clock. The agent types it in the format of their language, or chooses it from a list. */
export function TimeField({ setting, saidId }: TimeFieldProps) {
  const { zone } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().when
  const periods = { ...useClockFormats().dayPeriods, named: words.namedTimes }
  const { schedule, error, choose, type } = useSchedule()
  const [typed, setTyped] = useState<{ readonly text: string; readonly isLeft: boolean }>()
  const reading = typed && readTime(typed.text, periods)
  const draftTime = typed && (reading?.time ?? typed.text)
  // A choice elsewhere in the picker replaces the typed text.
  const isTyped = typed !== undefined && draftTime === schedule.time
  const shown = isTime(schedule.time) ? formats.time(schedule.time) : schedule.time
  const isUnreadable = schedule.time !== '' && !isTime(schedule.time) && (!isTyped || typed.isLeft)
  const withTime = (time: string) =>
    ({ when: 'later', date: schedule.date, time, occurrence: 'first' }) as const

  const isDayWrong = schedule.date !== '' && dayOutside(schedule.date, setting, zone) !== undefined
  const times = offeredTimes(schedule.date, setting, zone)
  const leave = () => {
    if (!isTyped) return
    choose(schedule)
    setTyped({ ...typed, isLeft: true })
  }
  const zoneHint = (typeof zone === 'string' ? words.zone : words.zoneUnknown)(formats.zone)
  const isAfternoonTaken = isTyped && reading?.isAfternoonTaken === true
  const hint = isAfternoonTaken ? words.afternoonTaken : zoneHint
  return (
    <Field
      label={words.time}
      // The error replaces the hint, so that nothing moves under the pointer when the agent leaves the field.
      {...(isUnreadable ? { error: words.timeUnreadable } : { hint })}
    >
      {(props) => (
        <ChoiceList
          control={{
            ...props,
            'aria-describedby': `${props['aria-describedby'] ?? ''} ${saidId}`.trim(),
          }}
          name="schedule.time"
          list={{
            label: words.times,
            choices: times.map((time) => ({ value: time, label: formats.time(time) })),
            nearest: nearest(times, schedule.time),
            page: timesPerPage,
          }}
          isInvalid={(error !== undefined && !isDayWrong) || isUnreadable}
          isTyping={isTyped && !typed.isLeft && typed.text !== ''}
          value={isTyped && !(typed.isLeft && reading) ? typed.text : shown}
          onType={(text) => {
            setTyped({ text, isLeft: false })
            type(withTime(readTime(text, periods)?.time ?? text))
          }}
          onPick={(time) => {
            setTyped(undefined)
            choose(withTime(time))
          }}
          onLeave={leave}
        />
      )}
    </Field>
  )
}
