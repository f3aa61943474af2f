import { useFormContext, useFormState } from 'react-hook-form'
import { destinationKey, type Destinations, type QuickConnectKind } from '../core/destination.ts'
import type { TaskRequest } from '../core/task.ts'
import type { TaskDraft } from '../core/task-draft.ts'
import { Field } from './field.tsx'
import { useDestinations } from './panel-queries.ts'
import { usePanelSetting } from './panel-setting.ts'

/** Who or what the task goes to: one list of people, queues and flows. */
export function DestinationField() {
  const { messages } = usePanelSetting()
  const words = messages.fields
  const { register, control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: 'destination' })
  const { data, error, isPending, isFetching, refetch } = useDestinations()
  const isEmpty = data !== undefined && data.flows.length + data.quickConnects.length === 0
  return (
    <div className="tl-stack">
      <Field
        label={words.destination}
        error={errors.destination?.message}
        hint={isEmpty ? words.destinationsEmpty : undefined}
        required
      >
        {(props) => (
          <select {...props} {...register('destination')} aria-busy={isFetching}>
            <option value="">{isPending ? words.destinationsLoading : words.destinationNone}</option>
            {data && <DestinationOptions destinations={data} />}
          </select>
        )}
      </Field>
      {error && (
        <div className="tl-notice" role="alert">
          <p>
            {words.destinationsFailed} {messages.failure.words(error.failure.code)}
          </p>
          <button type="button" onClick={() => void refetch()}>
            {messages.panel.retry}
          </button>
        </div>
      )}
    </div>
  )
}

function DestinationOptions({ destinations }: { readonly destinations: Destinations }) {
  const words = usePanelSetting().messages.fields
  const { flows, quickConnects } = destinations
  const ofKind = (wanted: QuickConnectKind) =>
    quickConnects
      .filter(({ kind }) => kind === wanted)
      .map(({ quickConnectId, name }) => ({
        key: destinationKey({ type: 'quickConnect', quickConnectId }),
        name,
      }))
  const groups = [
    { label: words.destinationUsers, options: ofKind('user') },
    { label: words.destinationQueues, options: ofKind('queue') },
    {
      label: words.destinationFlows,
      options: flows.map(({ flowId, name }) => ({ key: destinationKey({ type: 'flow', flowId }), name })),
    },
  ]
  return groups
    .filter(({ options }) => options.length > 0)
    .map(({ label, options }) => (
      <optgroup key={label} label={label}>
        {options.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </optgroup>
    ))
}
