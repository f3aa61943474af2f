import type { TaskClient } from '../../../client/task-client.ts'

export const optionsKey = 'message-options'

/** Reads what may be sent to the customer of a contact, and when. */
export const messageOptionsQuery = ({ messageOptions }: TaskClient, contactId: string | undefined) => ({
  queryKey: [optionsKey, contactId],
  queryFn: () => messageOptions(contactId),
  // Short, because each message, also of a colleague, changes the time of the next one.
  staleTime: 10_000,
  // After a failure, only the agent's retry button reads again.
  retryOnMount: false,
})
