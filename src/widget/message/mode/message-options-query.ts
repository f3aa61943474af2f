import type { TaskClient } from '../../../client/task-client.ts'

export const optionsKey = 'message-options'

/** What may be sent to the customer of a contact, and when. */
export const messageOptionsQuery = ({ messageOptions }: TaskClient, contactId: string | undefined) => ({
  queryKey: [optionsKey, contactId],
  queryFn: () => messageOptions(contactId),
  // The time of the next message changes with each message, also of colleagues.
  staleTime: 10_000,
  // A read that failed is tried again only by the agent.
  retryOnMount: false,
})
