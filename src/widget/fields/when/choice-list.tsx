import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { ControlProps } from '../../controls/field.tsx'
import { isElement } from '../../controls/dom-kinds.ts'

export interface ListedChoice {
  /** As the draft has it. */
  readonly value: string
  readonly label: string
}

export interface ListedChoices {
  /** The name of the list. */
  readonly label: string
  readonly choices: readonly ListedChoice[]
  /** The index to scroll to when the list opens. */
  readonly nearest: number
  /** How far Page Up and Page Down go. */
  readonly page: number
}

export interface ChoiceListProps {
  readonly control: ControlProps
  readonly name: 'schedule.date' | 'schedule.time'
  readonly list: ListedChoices
  readonly value: string
  readonly isInvalid: boolean
  /** The agent is typing a text such as "9 pm", so Space is a part of it and does not open the list. */
  readonly isTyping: boolean
  readonly onType: (text: string) => void
  /** Called with the value that the agent chooses from the list. */
  readonly onPick: (value: string) => void
  /** Called when the agent leaves the field. */
  readonly onLeave: () => void
}

/** A text field with a list of its usual values. */
export function ChoiceList(props: ChoiceListProps) {
  const { control, name, list, value, isInvalid, isTyping, onType, onPick, onLeave } = props
  const { choices, nearest, page } = list
  const listId = useId()
  const listRef = useRef<HTMLDivElement>(null)
  const isEntering = useRef(false)
  const [active, setActive] = useState<number>()
  const isOpen = active !== undefined && choices.length > 0
  const optionId = (index: number) => `${listId}-${index}`

  useEffect(() => {
    const box = listRef.current
    const option = active === undefined ? undefined : box?.children[active]
    if (!box || !isElement(option)) return
    // Scroll the list itself first. Then the page scrolls only as far as the list needs.
    box.scrollTop = option.offsetTop - box.clientHeight / 2
    box.scrollIntoView({ block: 'nearest' })
  }, [active])

  const open = () => setActive(nearest)
  const close = () => setActive(undefined)
  const move = (step: number) => {
    if (active === undefined) open()
    else setActive(Math.min(Math.max(active + step, 0), choices.length - 1))
  }
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey } = event
    if (ctrlKey || metaKey) return
    const picked = active === undefined ? undefined : choices[active]
    const step = steps[key]
    if (step !== undefined) move(step)
    else if (key === ' ' && !isOpen && !isTyping) open()
    else if (key === 'Enter' && picked) {
      onPick(picked.value)
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
        name={name}
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
        onMouseDown={({ currentTarget }) => {
          isEntering.current = !currentTarget.matches(':focus')
        }}
        onClick={({ currentTarget }) => {
          open()
          // As Tab does: what the agent types replaces the value.
          if (isEntering.current) currentTarget.select()
        }}
        onBlur={() => {
          close()
          onLeave()
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={listRef}
        id={listId}
        className="tl-menu"
        role="listbox"
        tabIndex={-1}
        aria-label={list.label}
        hidden={!isOpen}
        // The field keeps the focus, so that the agent can go on typing.
        onMouseDown={(event) => event.preventDefault()}
      >
        {isOpen &&
          choices.map((choice, index) => (
            // The field has the focus and handles the keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={choice.value}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onClick={() => {
                onPick(choice.value)
                close()
              }}
            >
              {choice.label}
            </div>
          ))}
      </div>
    </div>
  )
}
