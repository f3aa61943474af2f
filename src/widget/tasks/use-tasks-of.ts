import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { TaskClientError } from '../../client/task-client-error.ts'
import type { TasksOfContact } from '../../contract/tasks/tasks-of-contact.ts'
import { tasksOfQuery } from '../setting/contact-queries.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'

/** Short, because the proxy caches its answers for a few seconds too. */
const staleAfterMs = 10_000

/** The tasks of a contact that Connect lists. No request until `isAsked`. */
export function useTasksOf(
  contactId: string,
  isAsked: boolean,
): UseQueryResult<TasksOfContact, TaskClientError> {
  const { client } = usePanelSetting()
  return useQuery<TasksOfContact, TaskClientError>({
    ...tasksOfQuery(client, contactId),
    enabled: isAsked,
    staleTime: staleAfterMs,
  })
}
