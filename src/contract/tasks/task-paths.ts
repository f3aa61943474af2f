// No run-time imports: the first load of the panel has this file.

/** `POST /api/v1/tasks` */
export const tasksPath = '/api/v1/tasks'

/** `GET /api/v1/tasks/:contactId`: a task that the agent created. */
export const taskPath = (contactId: string) => `${tasksPath}/${encodeURIComponent(contactId)}`

/** `GET /api/v1/tasks?contactId=`: the tasks that are linked to one of the agent's contacts. */
export const tasksOfPath = (contactId: string) => `${tasksPath}?contactId=${encodeURIComponent(contactId)}`
