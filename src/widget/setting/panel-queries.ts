import { QueryClient, useQuery, useQueryClient, type Query, type UseQueryResult } from '@tanstack/react-query'
import type { Contact } from '../../core/contact/contact.ts'
import type { Destinations } from '../../core/fields/destination-key.ts'
import type { Me } from '../../contract/reads/me.ts'
import type { LinkedContact } from '../../contract/reads/read-answers.ts'
import type { TaskClient } from '../../client/task-client.ts'
import { TaskClientError } from '../../client/task-client-error.ts'
import { usePanelSetting } from './panel-setting.ts'

// The proxy's caches decide how fresh an answer is; this only keeps the panel from asking again at each click.
const staleAfterMs = 60_000

/** How often a read is tried again at the time that the proxy names. */
const retryLimit = 3

export type Read<Data> = UseQueryResult<Data, TaskClientError>

// A failed read is shown with a retry button; automatic retries would load a Connect that is already struggling.
export const createQueries = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } })

const isSignedOut = ({ state: { error } }: Query) =>
  error instanceof TaskClientError && error.failure.code === 'unauthenticated'

/** Reads again after a sign-in. */
export async function readSignedIn(queries: QueryClient): Promise<void> {
  // A read under way is not begun again, and it may have been sent without the sign-in.
  await queries.invalidateQueries()
  await queries.refetchQueries({ predicate: isSignedOut })
}

/** A read that failed is tried again only by the agent. */
export const retriedByAgent = {
  staleTime: staleAfterMs,
  // Otherwise each part of the panel that appears after the failure reads again, and the agent may never see the notice.
  retryOnMount: false,
}

export const meQuery = ({ me }: TaskClient) => ({ queryKey: ['me'], queryFn: me, ...retriedByAgent })

export const useMe = (): Read<Me> => useQuery(meQuery(usePanelSetting().client))

/** Each template has its key after it, so that all are read again together. */
export const destinationsKey = ['destinations']

export const destinationsQuery = ({ destinations }: TaskClient) => ({
  queryKey: destinationsKey,
  queryFn: destinations,
  ...retriedByAgent,
})

export interface DestinationsRead {
  readonly read: Read<Destinations>
  /** Reads an old list again: a panel is open for a whole shift, in which flows are added and removed. */
  readonly refreshOld: () => void
}

export function useDestinations(): DestinationsRead {
  const list = destinationsQuery(usePanelSetting().client)
  const queries = useQueryClient()
  const read: Read<Destinations> = useQuery(list)
  return {
    read,
    refreshOld: () => {
      // A list that was never read has a notice with a retry button.
      if (read.data) void queries.prefetchQuery(list)
    },
  }
}

/** Reads the destinations and their templates again after one of them turned out to be gone or changed. */
export function useDistrustDestinations(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: destinationsKey })
}

/** Reads a contact of the agent's, once for each state that the CCP reports. */
export const linkedContactQuery = (client: TaskClient, contactId: string, stateSince = 0) => ({
  // Flows often change the attributes of a contact before it enters another state.
  queryKey: ['contact', contactId, stateSince],
  queryFn: () => client.contact(contactId),
})

/** The contact that a task would be linked to, as the proxy reads it; no request while there is none. */
export function useLinkedContact(contact: Contact | undefined): Read<LinkedContact> {
  const { client } = usePanelSetting()
  const contactId = contact?.contactId ?? ''
  const read: Read<LinkedContact> = useQuery({
    ...linkedContactQuery(client, contactId, contact?.stateSince),
    enabled: contact !== undefined,
    placeholderData: (known) => (known?.contactId === contactId ? known : undefined),
    // The proxy says when Connect will know a contact that has just begun.
    retry: (tries, { failure }) => tries < retryLimit && failure.retryAfterSeconds !== undefined,
    retryDelay: (_, { failure }) => (failure.retryAfterSeconds ?? 1) * 1_000,
    // Flows and other agents change attributes while the contact lives.
    staleTime: 10_000,
    refetchInterval: 30_000,
  })
  return read
}
