import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { TaskClient } from '../../client/task-client.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { usePanelSetting } from './panel-setting.ts'

/** Reads a contact again, for example when a draft is moved to it: its attributes may have changed. */
export function useReadContactAnew(): (contactId: string) => void {
  const queries = useQueryClient()
  return (contactId) => void queries.invalidateQueries({ queryKey: ['contact', contactId] })
}

/** The tasks that are linked to a contact of the agent's. */
export const tasksOfQuery = (client: TaskClient, contactId: string) => ({
  queryKey: ['tasks-of', contactId],
  queryFn: () => client.tasksOf(contactId),
})

/**
 * The number of tasks that are linked to a contact as "previous". Undefined until it has been read, and if it cannot be read.
 */
export function useTasksContinuing(contact: Contact | undefined, isAsked: boolean): number | undefined {
  const { client } = usePanelSetting()
  const contactId = contact?.contactId ?? ''
  const { data } = useQuery({
    ...tasksOfQuery(client, contactId),
    // Always read again: the agent's last task counts too.
    enabled: contact !== undefined && isAsked,
  })
  return data?.continuing
}
