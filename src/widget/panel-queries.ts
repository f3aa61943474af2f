import { useQuery, type UseQueryResult } from '@tanstack/react-query'
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
export function useLinkedContact(contactId: string | undefined): Read<LinkedContact> {
  const { client } = usePanelSetting()
  return useQuery({
    queryKey: ['contact', contactId],
    queryFn: () => client.contact(contactId ?? ''),
    enabled: contactId !== undefined,
    // Flows and other agents change attributes while the contact lives.
    staleTime: 10_000,
    refetchInterval: 30_000,
  })
}
