import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { Contact } from '../core/contact.ts'
import type { Destinations } from '../core/fields/destination.ts'
import type { Me } from '../contract/me.ts'
import type { LinkedContact } from '../contract/reads.ts'
import type { TaskClient } from '../client/task-client.ts'
import type { TaskClientError } from '../client/task-client-error.ts'
import { usePanelSetting } from './panel-setting.ts'

// The proxy's own caches decide how fresh an answer is; these only keep a panel from asking again at each click.
const staleAfterMs = 60_000

type Read<Data> = UseQueryResult<Data, TaskClientError>

export function useMe(): Read<Me> {
  const { client } = usePanelSetting()
  return useQuery({ queryKey: ['me'], queryFn: client.me, staleTime: staleAfterMs })
}

const destinationsKey = ['destinations']

export interface DestinationsRead {
  readonly read: Read<Destinations>
  /** Asks again for a list that has grown old; a panel is open for a whole shift, in which flows come and go. */
  readonly refreshOld: () => void
}

export function useDestinations(): DestinationsRead {
  const { client } = usePanelSetting()
  const queries = useQueryClient()
  const list = { queryKey: destinationsKey, queryFn: client.destinations, staleTime: staleAfterMs }
  const read: Read<Destinations> = useQuery(list)
  return {
    read,
    refreshOld: () => {
      // A list that never came has a notice with a button of its own.
      if (read.data) void queries.prefetchQuery(list)
    },
  }
}

/** For when the list has turned out to offer what is not there. */
export function useDistrustDestinations(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: destinationsKey })
}

/** One reading of a contact of the agent's, by its id and, where the CCP tells, since when it is in its state. */
export const linkedContactQuery = (client: TaskClient, contactId: string, stateSince = 0) => ({
  // A contact that enters another state has often been given other attributes on the way.
  queryKey: ['contact', contactId, stateSince],
  queryFn: () => client.contact(contactId),
})

/** For when a draft is moved to a contact: what it would inherit is read once more. */
export function useReadContactAnew(): (contactId: string) => void {
  const queries = useQueryClient()
  return (contactId) => void queries.invalidateQueries({ queryKey: ['contact', contactId] })
}

/** The contact a task would be linked to, as the proxy reads it; idle while there is none. */
export function useLinkedContact(contact: Contact | undefined): Read<LinkedContact> {
  const { client } = usePanelSetting()
  const contactId = contact?.contactId ?? ''
  const read: Read<LinkedContact> = useQuery({
    ...linkedContactQuery(client, contactId, contact?.stateSince),
    enabled: contact !== undefined,
    placeholderData: (known) => (known?.contactId === contactId ? known : undefined),
    // Flows and other agents change attributes while the contact lives.
    staleTime: 10_000,
    refetchInterval: 30_000,
  })
  return read
}

/** How many tasks continue a contact already; absent until somebody asks, and where it cannot be read. */
export function useTasksContinuing(contact: Contact | undefined, isAsked: boolean): number | undefined {
  const { client } = usePanelSetting()
  const contactId = contact?.contactId ?? ''
  const { data } = useQuery({
    queryKey: ['linked-tasks', contactId],
    queryFn: () => client.linkedTasks(contactId),
    // Always stale: the agent's own last task is one more.
    enabled: contact !== undefined && isAsked,
  })
  return data?.filter(({ link }) => link === 'previous').length
}
