import { useEffect, useLayoutEffect, useRef, useState, type ComponentProps, type RefObject } from 'react'
import { useFormContext } from 'react-hook-form'
import type { TaskRequest, TaskDraft } from '../../../core/task/task-parts.ts'
import { Field } from '../../controls/field.tsx'
import { useFormRules } from '../../form-model/rules/form-rules.ts'
import { useQuietError } from '../../form-model/errors/use-quiet-error.ts'
import { Late } from '../../late/late.tsx'
import { useDestinations } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { use } from '../../setting/react-19.ts'
import { LeftSearchContext } from './left-search.ts'
import type { SearchHands, SearchShown, SearchTyped } from './search-parts.ts'

/** The person, queue or flow that the task goes to. */
export function DestinationField() {
  const access = useFormRules().access('destination')
  return access === 'hidden' ? null : <DestinationChoice isLocked={access === 'locked'} />
}

const nothingShown: SearchShown = { name: '' }

/**
 * A field that searches people, queues and flows, or shows the one destination that the rules fix. It is here from the first
 * paint and keeps what the agent types; all that it knows of destinations comes with the search, which is loaded later.
 */
function DestinationChoice({ isLocked }: { readonly isLocked: boolean }) {
  const words = usePanelSetting().messages.fields
  const { setValue } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const complaint = useQuietError('destination')
  const { read, refreshOld } = useDestinations()
  const inputRef = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useTyped(inputRef)
  const [shown, setShown] = useState(nothingShown)
  const hands = useRef<SearchHands>(null)
  return (
    <>
      <Field
        label={words.destination}
        error={complaint ?? shown.error}
        required
        access={isLocked ? 'locked' : 'editable'}
      >
        {(props) => (
          <input
            {...props}
            ref={inputRef}
            name="destination"
            type="text"
            dir="auto"
            autoComplete="off"
            placeholder={read.isPending ? words.destinationsLoading : words.destinationNone}
            value={typed.text ?? shown.name}
            {...(!isLocked &&
              ({
                role: 'combobox',
                'aria-autocomplete': 'list',
                'aria-expanded': shown.listId !== undefined,
                'aria-controls': shown.listId,
                'aria-activedescendant': shown.activeId,
                'aria-busy': read.isFetching,
                onChange: ({ currentTarget }) => {
                  setTyped({ text: currentTarget.value, isOpen: true })
                  // The search would take these letters as a choice or refuse them; nothing else may be sent in their place.
                  if (!hands.current) setValue('destination', '')
                },
                onFocus: ({ currentTarget }) => {
                  refreshOld()
                  // The agent types over what is chosen.
                  currentTarget.select()
                },
                onClick: ({ currentTarget }) => {
                  setTyped({ ...typed, isOpen: true })
                  if (typed.text === undefined) currentTarget.select()
                },
                onBlur: () => {
                  if (hands.current) hands.current.leave()
                  else setTyped({ ...typed, isOpen: false })
                },
                onKeyDown: (event) => {
                  if (hands.current) hands.current.onKeyDown(event)
                  else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
                },
              } satisfies ComponentProps<'input'>))}
          />
        )}
      </Field>
      <Late fallback={null}>
        {({ DestinationSearchBox }) => (
          <DestinationSearchBox
            {...{ isLocked, typed, inputRef, hands }}
            onTyped={setTyped}
            onShown={setShown}
          />
        )}
      </Late>
    </>
  )
}

/** What the agent types. If the focus was in the field of the form before, the agent goes on in this one. */
function useTyped(inputRef: RefObject<HTMLInputElement | null>) {
  const { look, leave } = use(LeftSearchContext)
  const [typed, setTyped] = useState<SearchTyped>(() => look() ?? { isOpen: false })
  const latest = useRef(typed)
  useLayoutEffect(() => {
    latest.current = typed
  }, [typed])
  useLayoutEffect(() => {
    const input = inputRef.current
    return () => {
      if (input?.matches(':focus')) leave(latest.current)
    }
  }, [inputRef, leave])
  useEffect(() => {
    const before = look()
    const { current: input } = inputRef
    leave(undefined)
    if (!before || !input) return
    input.focus()
    // The next letter goes on with the letters that are there.
    if (before.text !== undefined) input.setSelectionRange(before.text.length, before.text.length)
  }, [inputRef, look, leave])
  return [typed, setTyped] as const
}
