import type { RefObject } from 'react'
import { scheduleAt } from '../../../core/fields/schedule/schedule-at.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { momentReaderFor } from './load-moment-reader.ts'
import { CustomerClock, type CustomerClockProps } from './customer-clock.tsx'
import { DayChoice } from './day-choice.tsx'
import { TimeField } from './time-field.tsx'
import { useSchedule, type ScheduleSetting } from './use-schedule.ts'
import type { SpokenWords } from './use-spoken-words.ts'
import { WordsBox } from './words-box.tsx'
import { isTag } from '../../controls/dom-kinds.ts'

export interface WhenPickerProps {
  readonly setting: ScheduleSetting
  /** The id of the element that says when the task starts, or why that is not possible. */
  readonly saidId: string
  readonly wordsRef: RefObject<HTMLInputElement | null>
  readonly spoken: SpokenWords
  readonly customer: CustomerClockProps
  /** Called when the agent goes back to the chips. The chosen time stays. */
  readonly onLeave: () => void
}

/** Offers any possible start: in words, by day and time, or the latest one. */
export function WhenPicker(props: WhenPickerProps) {
  const { setting, saidId, wordsRef, spoken, customer, onLeave } = props
  const { messages, zone } = usePanelSetting()
  const formats = useFormats()
  const reader = momentReaderFor(messages.language)
  const words = useLateMessages().when
  const { schedule, choose, type } = useSchedule()
  const { latest } = setting
  // A chosen day replaces the words.
  const onDay = (date: string) => ({ when: 'later', date, time: schedule.time, occurrence: 'first' }) as const
  return (
    // The element only handles keys that bubble up. Its controls have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="tl-picker tl-stack"
      role="group"
      aria-label={words.picker}
      onKeyDown={(event) => {
        const { key, ctrlKey, metaKey, target } = event
        if (event.defaultPrevented || ctrlKey || metaKey) return
        // Enter would submit the form.
        if (key === 'Enter' && isTag(target, 'input')) event.preventDefault()
        if (key !== 'Escape') return
        event.preventDefault()
        onLeave()
      }}
    >
      {reader && (
        <WordsBox {...{ setting, spoken, saidId }} loader={reader} inputRef={wordsRef} onDone={onLeave} />
      )}
      <DayChoice
        setting={setting}
        saidId={saidId}
        onChoose={(date) => choose(onDay(date))}
        onType={(date) => type(onDay(date))}
      />
      <TimeField setting={setting} saidId={saidId} />
      <button type="button" onClick={() => choose(scheduleAt(latest, latest, zone))}>
        {words.latest(formats.instant(latest))}
      </button>
      <CustomerClock {...customer} />
    </div>
  )
}
