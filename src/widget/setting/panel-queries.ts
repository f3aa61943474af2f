import { QueryClient, useQuery, useQueryClient, type Query, type UseQueryResult } from '@tanstack/react-query'
import type { Contact } from '../../core/contact/contact.ts'
import type { Destinations } from '../../core/fields/destination-key.ts'
import type { Me } from '../../contract/reads/me.ts'
import type { LinkedContact } from '../../contract/reads/read-answers.ts'
import type { TaskClient } from '../../client/task-client.ts'
import { TaskClientError } from '../../client/task-client-error.ts'
import { usePanelSetting } from './panel-setting.ts'

// The proxy's caches decide how fresh an answer is. This only stops the panel from asking again at each click.
const staleAfterMs = 60_000

/** How often a read is repeated at the time that the proxy names in `retryAfterSeconds`. */
const retryLimit = 3

export type Read<Data> = UseQueryResult<Data, TaskClientError>

// No automatic retries: they would add load to a Connect that already has problems. The panel shows a retry button instead.
export const createQueries = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } })

const isSignedOut = ({ state: { error } }: Query) =>
  error instanceof TaskClientError && error.failure.code === 'unauthenticated'

/** Reads again after a sign-in. */
export async function readSignedIn(queries: QueryClient): Promise<void> {
  // `invalidateQueries` does not repeat a read that is under way, but that read may have been sent before the sign-in.
  await queries.invalidateQueries()
  await queries.refetchQueries({ predicate: isSignedOut })
}

/** After a failure, only the agent's retry button reads again. */
export const retriedByAgent = {
  staleTime: staleAfterMs,
  // Otherwise each part that is mounted after the failure would read again, and the agent might never see the notice.
  retryOnMount: false,
}

export const meQuery = ({ me }: TaskClient) => ({ queryKey: ['me'], queryFn: me, ...retriedByAgent })

export const useMe = (): Read<Me> => useQuery(meQuery(usePanelSetting().client))

/** The key of each template begins with this one, so that all are read again together. */
export const destinationsKey = ['destinations']

export const destinationsQuery = ({ destinations }: TaskClient) => ({
  queryKey: destinationsKey,
  queryFn: destinations,
  ...retriedByAgent,
})

export interface DestinationsRead {
  readonly read: Read<Destinations>
  /** Reads the list again if it is old: a panel is open for a whole shift, and flows are added and removed. */
  readonly refreshOld: () => void
}

export function useDestinations(): DestinationsRead {
  const list = destinationsQuery(usePanelSetting().client)
  const queries = useQueryClient()
  const read: Read<Destinations> = useQuery(list)
  return {
    read,
    refreshOld: () => {
      // If the list was never read, a notice has the retry button.
      if (read.data) void queries.prefetchQuery(list)
    },
  }
}

/** Reads destinations and templates again, after one of them was deleted or changed. */
export function useDistrustDestinations(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: destinationsKey })
}

/** Reads a contact of the agent. It is read again for each state that the CCP reports. */
export const linkedContactQuery = (client: TaskClient, contactId: string, stateSince = 0) => ({
  // Flows often change the attributes of a contact before it enters another state.
  queryKey: ['contact', contactId, stateSince],
  queryFn: () => client.contact(contactId),
})

/** The linked contact as the proxy reads it. No request without a contact. */
export function useLinkedContact(contact: Contact | undefined): Read<LinkedContact> {
  const { client } = usePanelSetting()
  const contactId = contact?.contactId ?? ''
  const read: Read<LinkedContact> = useQuery({
    ...linkedContactQuery(client, contactId, contact?.stateSince),
    enabled: contact !== undefined,
    placeholderData: (known) => (known?.contactId === contactId ? known : undefined),
    // A contact that has just begun may be unknown to Connect. The proxy says when to ask again.
    retry: (tries, { failure }) => tries < retryLimit && failure.retryAfterSeconds !== undefined,
    retryDelay: (_, { failure }) => (failure.retryAfterSeconds ?? 1) * 1_000,
    // Flows and other agents may change the attributes during the contact.
    staleTime: 10_000,
    refetchInterval: 30_000,
  })
  return read
}
