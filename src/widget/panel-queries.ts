import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Contact } from '../core/contact.ts'
import type { Destinations } from '../core/destination.ts'
import type { LinkedContact, Me } from '../contract/reads.ts'
import type { TaskClientError } from '../client/task-client-error.ts'
import { usePanelSetting } from './panel-setting.ts'

// The proxy's own caches decide how fresh an answer is; these only keep a panel from asking again at each click.
const staleAfterMs = 60_000

type Read<Data> = UseQueryResult<Data, TaskClientError>

export function useMe(): Read<Me> {
  const { client } = usePanelSetting()
  return useQuery({ queryKey: ['me'], queryFn: client.me, staleTime: staleAfterMs })
}

export function useDestinations(): Read<Destinations> {
  const { client } = usePanelSetting()
  return useQuery({ queryKey: ['destinations'], queryFn: client.destinations, staleTime: staleAfterMs })
}

/** The contact a task would be linked to, as the proxy reads it; idle while there is none. */
export function useLinkedContact(contact: Contact | undefined): Read<LinkedContact> {
  const { client } = usePanelSetting()
  const contactId = contact?.contactId ?? ''
  return useQuery({
    // A contact that enters another state has often been given other attributes on the way.
    queryKey: ['contact', contactId, contact?.stateSince],
    queryFn: () => client.contact(contactId),
    enabled: contact !== undefined,
    placeholderData: (known) => (known?.contactId === contactId ? known : undefined),
    // Flows and other agents change attributes while the contact lives.
    staleTime: 10_000,
    refetchInterval: 30_000,
  })
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
