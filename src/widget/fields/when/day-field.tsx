import { useState } from 'react'
import { readDay } from '../../../core/time/read-day.ts'
import { wallClock } from '../../../core/time/zoned-time.ts'
import { Field } from '../../controls/field.tsx'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { ChoiceList } from './choice-list.tsx'
import { useClockFormats, useSchedule, type ScheduleSetting } from './use-schedule.ts'

export interface DayFieldProps {
  readonly setting: ScheduleSetting
  /** The days that may be chosen. */
  readonly days: readonly string[]
  /** The id of the element that says when the task starts, or why that is not possible. */
  readonly saidId: string
  readonly onChoose: (date: string) => void
  /** Called while the agent types a day. */
  readonly onType: (date: string) => void
}

const daysPerPage = 7

/** A field for any of many days: the agent types the day in the format of their language, or chooses it from a list. */
export function DayField({ setting, days, saidId, onChoose, onType }: DayFieldProps) {
  const { zone } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().when
  const { dayNames, isDayFirst } = useClockFormats()
  const { schedule, error, day } = useSchedule()
  const [typed, setTyped] = useState<{ readonly text: string; readonly isLeft: boolean }>()
  const today = wallClock(setting.now, zone).date
  const read = (text: string) => readDay(text, days, { names: dayNames, isDayFirst }) ?? text
  // A choice elsewhere in the picker replaces the typed text.
  const isTyped = typed !== undefined && read(typed.text) === schedule.date
  const isStill = !isTyped || typed.isLeft
  const isUnreadable = schedule.date !== '' && day === '' && isStill
  const isOutside = day !== '' && !days.includes(schedule.date) && (isStill || error !== undefined)
  const last = days.at(-1) ?? today
  const leave = () => {
    if (!isTyped) return
    onChoose(schedule.date)
    setTyped({ ...typed, isLeft: true })
  }
  return (
    <Field
      label={words.day}
      // The error replaces the hint, so that nothing moves under the pointer when the agent leaves the field.
      {...(isUnreadable
        ? { error: words.dayUnreadable(formats.day(last)) }
        : { hint: words.dayUntil(formats.day(last)) })}
    >
      {(props) => (
        <ChoiceList
          control={{
            ...props,
            'aria-describedby': `${props['aria-describedby'] ?? ''} ${saidId}`.trim(),
          }}
          name="schedule.date"
          list={{
            label: words.days,
            choices: days.map((each) => ({
              value: each,
              label: each === today ? words.dayToday(formats.day(each)) : formats.day(each),
            })),
            nearest: Math.max(days.indexOf(schedule.date), 0),
            page: daysPerPage,
          }}
          isInvalid={isUnreadable || isOutside}
          isTyping={isTyped && !typed.isLeft && typed.text !== ''}
          value={isTyped && !(typed.isLeft && day !== '') ? typed.text : day || schedule.date}
          onType={(text) => {
            setTyped({ text, isLeft: false })
            onType(read(text))
          }}
          onPick={(date) => {
            setTyped(undefined)
            onChoose(date)
          }}
          onLeave={leave}
        />
      )}
    </Field>
  )
}
