import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import {
  destinationKey,
  type Destinations,
  type QuickConnectKind,
} from '../../core/fields/destination-key.ts'
import type { TaskRequest, TaskDraft } from '../../core/task/task-parts.ts'
import { Field } from '../controls/field.tsx'
import { useDestinations } from '../setting/panel-queries.ts'
import { useFormRules } from '../form-model/rules/form-rules.ts'
import { useQuietError } from '../form-model/errors/use-quiet-error.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'

/** The person, queue or flow that the task goes to. */
export function DestinationField() {
  const access = useFormRules().access('destination')
  return access === 'hidden' ? null : <DestinationChoice isLocked={access === 'locked'} />
}

/** A list of people, queues and flows, or the one destination that the rules fix. */
function DestinationChoice({ isLocked }: { readonly isLocked: boolean }) {
  const words = usePanelSetting().messages.fields
  const { register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const complaint = useQuietError('destination')
  const { read, refreshOld } = useDestinations()
  const { data, isPending, isFetching } = read
  const groups = useDestinationGroups(data)
  const options = groups.flatMap((group) => group.options)
  const chosen = useChosen(options)
  const isGone = data !== undefined && chosen.key !== '' && !options.some(({ key }) => key === chosen.key)
  const lost = isLocked ? words.destinationLost : words.destinationNotOffered
  const unnamed = isPending ? words.destinationsLoading : ''
  const lockedName = isGone ? words.destinationGone(chosen.name) : (chosen.name ?? unnamed)
  return (
    <Field
      label={words.destination}
      error={complaint ?? (isGone ? lost : undefined)}
      required
      access={isLocked ? 'locked' : 'editable'}
    >
      {(props) =>
        isLocked ? (
          <input {...props} name="destination" type="text" dir="auto" value={lockedName} />
        ) : (
          <select
            {...props}
            {...register('destination')}
            // Uncontrolled, a list that loses its selected option would select another one.
            value={chosen.key}
            onFocus={refreshOld}
            aria-busy={isFetching}
          >
            <option value="">{isPending ? words.destinationsLoading : words.destinationNone}</option>
            {isGone && <option value={chosen.key}>{words.destinationGone(chosen.name)}</option>}
            {groups.map((group) => (
              <optgroup key={group.label} label={group.label}>
                {group.options.map(({ key, name }) => (
                  <option key={key} value={key} dir="auto">
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )
      }
    </Field>
  )
}

interface DestinationOption {
  readonly key: string
  readonly name: string
}

/** The chosen destination, with the name it had when it was last offered. */
function useChosen(options: readonly DestinationOption[]) {
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const key = useWatch({ control, name: 'destination' })
  const offered = options.find((option) => option.key === key)
  const [lastOffered, setLastOffered] = useState(offered)
  if (offered && (offered.key !== lastOffered?.key || offered.name !== lastOffered.name)) {
    setLastOffered(offered)
  }
  return { key, name: lastOffered?.key === key ? lastOffered.name : undefined }
}

function useDestinationGroups(destinations: Destinations | undefined) {
  const words = usePanelSetting().messages.fields
  const { flows, quickConnects } = destinations ?? { flows: [], quickConnects: [] }
  const ofKind = (wanted: QuickConnectKind) =>
    quickConnects
      .filter(({ kind }) => kind === wanted)
      .map(({ quickConnectId, name }) => ({
        key: destinationKey({ type: 'quickConnect', quickConnectId }),
        name,
      }))
  const groups: readonly { readonly label: string; readonly options: readonly DestinationOption[] }[] = [
    { label: words.destinationUsers, options: ofKind('user') },
    { label: words.destinationQueues, options: ofKind('queue') },
    {
      label: words.destinationFlows,
      options: flows.map(({ flowId, name }) => ({ key: destinationKey({ type: 'flow', flowId }), name })),
    },
  ]
  return groups.filter(({ options }) => options.length > 0)
}
