import { useRef, useState, type ComponentProps, type RefObject } from 'react'
import { Field, type FieldProps } from '../../controls/field.tsx'
import type { SearchHands, SearchShown, SearchTyped } from './search-parts.ts'

/** The parts that a field and the search behind it share. */
export interface SearchParts {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly hands: RefObject<SearchHands | null>
  readonly typed: SearchTyped
  readonly onTyped: (typed: SearchTyped) => void
  readonly shown: SearchShown
  readonly onShown: (shown: SearchShown) => void
}

const nothingShown: SearchShown = { name: '' }

const nothingTyped: SearchTyped = { isOpen: false }

export function useSearchParts(): SearchParts {
  const inputRef = useRef<HTMLInputElement>(null)
  const hands = useRef<SearchHands>(null)
  const [typed, onTyped] = useState(nothingTyped)
  const [shown, onShown] = useState(nothingShown)
  return { inputRef, hands, typed, onTyped, shown, onShown }
}

export interface SearchFieldProps extends Pick<FieldProps, 'label' | 'error'> {
  readonly name: 'destination' | 'destination.quickConnect'
  readonly isLocked: boolean
  readonly placeholder: string
  /** The list is being read. */
  readonly isBusy: boolean
  readonly onFocus: () => void
  /** The agent types before the search has been loaded. */
  readonly onEarly?: () => void
  readonly parts: SearchParts
}

/**
 * A text field that searches in a list. It keeps what the agent types. The code of the search, which knows the list, is loaded
 * later.
 */
export function SearchField(props: SearchFieldProps) {
  const { label, error, name, isLocked, placeholder, isBusy, onFocus, onEarly, parts } = props
  const { inputRef, hands, typed, onTyped, shown } = parts
  return (
    <Field
      label={label}
      aside={typed.text === undefined ? shown.kind : undefined}
      error={shown.unknown ?? error ?? shown.error}
      required
      access={isLocked ? 'locked' : 'editable'}
    >
      {(control) => (
        <input
          {...control}
          ref={inputRef}
          className="tl-search"
          name={name}
          type="text"
          dir="auto"
          autoComplete="off"
          placeholder={placeholder}
          value={typed.text ?? shown.name}
          {...(!isLocked &&
            ({
              role: 'combobox',
              'aria-autocomplete': 'list',
              'aria-expanded': shown.listId !== undefined,
              'aria-controls': shown.listId,
              'aria-activedescendant': shown.activeId,
              'aria-busy': isBusy,
              onChange: ({ currentTarget }) => {
                onTyped({ text: currentTarget.value, isOpen: true })
                if (!hands.current) onEarly?.()
              },
              onFocus: ({ currentTarget }) => {
                onFocus()
                // Select the text, so that typing replaces it.
                currentTarget.select()
              },
              // On mousedown, not on click: another form may replace this one before the mouse button is released.
              onMouseDown: ({ button }) => {
                if (button === 0) onTyped({ ...typed, isOpen: true })
              },
              onClick: ({ currentTarget }) => {
                onTyped({ ...typed, isOpen: true })
                if (typed.text === undefined) currentTarget.select()
              },
              onBlur: () => {
                if (hands.current) hands.current.leave()
                else onTyped({ ...typed, isOpen: false })
              },
              onKeyDown: (event) => {
                if (hands.current) hands.current.onKeyDown(event)
                else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
              },
            } satisfies ComponentProps<'input'>))}
        />
      )}
    </Field>
  )
}
