import { useEffect, useLayoutEffect, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import type { TaskRequest, TaskDraft } from '../../../core/task/task-parts.ts'
import { useFormRules } from '../../form-model/rules/form-rules.ts'
import { useQuietError } from '../../form-model/errors/use-quiet-error.ts'
import { Late } from '../../late/late.tsx'
import { useDestinations } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { use } from '../../setting/react-19.ts'
import { LeftSearchContext } from './left-search.ts'
import { SearchField, useSearchParts, type SearchParts } from './search-field.tsx'

/** The person, queue or flow that the task goes to. */
export function DestinationField() {
  const access = useFormRules().access('destination')
  return access === 'hidden' ? null : <DestinationChoice isLocked={access === 'locked'} />
}

/** A field that searches people, queues and flows, or shows the one destination that the rules fix. It is here from the first paint. */
function DestinationChoice({ isLocked }: { readonly isLocked: boolean }) {
  const words = usePanelSetting().messages.fields
  const { setValue } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const complaint = useQuietError('destination')
  const { read, refreshOld } = useDestinations()
  const parts = useGoingOn()
  return (
    <>
      <SearchField
        label={words.destination}
        name="destination"
        error={complaint}
        isLocked={isLocked}
        placeholder={read.isPending ? words.destinationsLoading : words.destinationNone}
        isBusy={read.isFetching}
        onFocus={refreshOld}
        // The agent types before the search has been loaded. The destination chosen before is dropped, so that the task cannot
        // go there.
        onEarly={() => setValue('destination', '')}
        parts={parts}
      />
      <Late fallback={null}>
        {({ DestinationSearchBox }) => <DestinationSearchBox isLocked={isLocked} parts={parts} />}
      </Late>
    </>
  )
}

/** If the agent was typing in the destination field of the previous form, this field gets the focus and the letters. */
function useGoingOn(): SearchParts {
  const { look, leave } = use(LeftSearchContext)
  const parts = useSearchParts()
  const { inputRef, typed, onTyped } = parts
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
    // Not in the first rendering: React renders this form before it unmounts the previous one, which hands over the letters.
    onTyped(before)
  }, [inputRef, onTyped, look, leave])
  return parts
}
