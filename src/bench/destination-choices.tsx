import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { createTaskClient } from '../client/task-client.ts'
import type { Destinations } from '../core/fields/destination-key.ts'
import { emptyDraft } from '../core/task/task-draft.ts'
import { DestinationField } from '../widget/fields/destination/destination-field.tsx'
import { useTaskForm } from '../widget/form-model/draft/use-task-form.ts'
import { createQueries } from '../widget/setting/panel-queries.ts'

const places = ['Support', 'Claims', 'Orders', 'Returns', 'Billing', 'Onboarding']

/** The destinations of a large company. */
const destinations: Destinations = {
  flows: Array.from({ length: 1_100 }, (_, index) => ({
    flowId: `flow-${index}`,
    name: `${places[index % places.length]} ${String(index + 1).padStart(4, '0')}`,
  })),
  quickConnects: Array.from({ length: 100 }, (_, index) => ({
    quickConnectId: `person-${index}`,
    name: `Agent ${String(index + 1).padStart(3, '0')}`,
    kind: 'user',
  })),
}

/** A client whose proxy offers these destinations. */
export const clientWithDestinations = createTaskClient({
  baseUrl: '',
  fetch: async () => Response.json(destinations),
  token: async () => undefined,
  renewToken: async () => false,
})

/** The panel's search. */
export function PanelSearch() {
  const [queries] = useState(createQueries)
  const { form } = useTaskForm(
    { zone: 'UTC', scheduleHorizonDays: 6 },
    { blank: emptyDraft, values: emptyDraft },
  )
  return (
    <QueryClientProvider client={queries}>
      <FormProvider {...form}>
        <DestinationField />
      </FormProvider>
    </QueryClientProvider>
  )
}

/** Baseline: the same entries in the browser's own list, which finds by the beginning of a name. */
export function NativeSelect() {
  return (
    <label>
      <span>Who should do it?</span>
      <select>
        {[...destinations.quickConnects, ...destinations.flows].map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  )
}
