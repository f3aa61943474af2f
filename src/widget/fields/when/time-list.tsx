import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { offeredTimes } from '../../../core/fields/schedule/offered-times.ts'
import { isTime } from '../../../core/fields/schedule/schedule-draft.ts'
import type { ControlProps } from '../../controls/field.tsx'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useSchedule, type ScheduleSetting } from './use-schedule.ts'

export interface TimeListProps extends ControlProps {
  readonly setting: ScheduleSetting
  readonly value: string
  readonly isInvalid: boolean
  /** The agent is in the middle of a time, such as "9 pm", so that Space is a letter of it. */
  readonly isTyping: boolean
  readonly onType: (text: string) => void
  /** A time of the list, as `HH:MM`. */
  readonly onPick: (time: string) => void
  /** The agent has typed all, and goes on. */
  readonly onLeave: () => void
}

/** The place in the list where the agent looks on: the chosen time, else the first hour of work. */
function nearest(times: readonly string[], time: string): number {
  const wanted = isTime(time) ? time : '09:00'
  const index = times.findIndex((each) => each >= wanted)
  return index === -1 ? times.length - 1 : index
}

/** A text field with the list of times that lie in the window. */
export function TimeList(props: TimeListProps) {
  const { setting, value, isInvalid, isTyping, onType, onPick, onLeave, ...control } = props
  const { zone } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().when
  const { schedule } = useSchedule()
  const listId = useId()
  const listRef = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<number>()
  const times = offeredTimes(schedule.date, setting, zone)
  const isOpen = active !== undefined && times.length > 0
  const optionId = (index: number) => `${listId}-${index}`

  useEffect(() => {
    const list = listRef.current
    const option = active === undefined ? undefined : list?.children[active]
    if (!list || !(option instanceof HTMLElement)) return
    // The list first: what is around it scrolls only as far as the list needs.
    list.scrollTop = option.offsetTop - list.clientHeight / 2
    list.scrollIntoView({ block: 'nearest' })
  }, [active])

  const open = () => setActive(nearest(times, schedule.time))
  const close = () => setActive(undefined)
  const move = (step: number) => {
    if (active === undefined) open()
    else setActive(Math.min(Math.max(active + step, 0), times.length - 1))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey } = event
    if (ctrlKey || metaKey) return
    const picked = active === undefined ? undefined : times[active]
    if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1)
    else if (key === ' ' && !isOpen && !isTyping) open()
    else if (key === 'Enter' && picked !== undefined) {
      onPick(picked)
      close()
    } else if (key === 'Enter') onLeave()
    else if (key === 'Escape' && isOpen) close()
    else return
    event.preventDefault()
  }
  return (
    <div className="tl-time">
      <input
        {...control}
        name="schedule.time"
        type="text"
        role="combobox"
        dir="auto"
        autoComplete="off"
        aria-autocomplete="none"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen ? optionId(active) : undefined}
        aria-invalid={isInvalid || undefined}
        value={value}
        onChange={(event) => {
          onType(event.currentTarget.value)
          close()
        }}
        onClick={open}
        onBlur={() => {
          close()
          onLeave()
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={listRef}
        id={listId}
        role="listbox"
        tabIndex={-1}
        aria-label={words.times}
        hidden={!isOpen}
        // The field keeps the focus, so that the agent can go on typing.
        onMouseDown={(event) => event.preventDefault()}
      >
        {isOpen &&
          times.map((time, index) => (
            // The field has the focus and handles the keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={time}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onClick={() => {
                onPick(time)
                close()
              }}
            >
              {formats.time(time)}
            </div>
          ))}
      </div>
    </div>
  )
}
