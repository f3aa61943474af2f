import { tasksOfContactSchema } from '../../../contract/tasks/tasks-of-contact.ts'
import { tasksPath } from '../../../contract/tasks/task-paths.ts'
import { bearer, contactIdParameter, reading } from '../../http/openapi.ts'
import { noteFacts } from '../../logs/request-log.ts'
import { tasksOfContact } from '../../tasks/tasks-of-contact.ts'
import type { Route } from '../route.ts'

export const tasksOfContactRoute: Route = {
  method: 'get',
  path: tasksPath,
  openApi: {
    operation: {
      ...reading('The latest tasks that are linked to one of the agent’s own contacts.', 'TasksOfContact'),
      ...bearer,
      parameters: [contactIdParameter('query')],
    },
    schemas: { TasksOfContact: tasksOfContactSchema },
  },
  async handle(context, parts) {
    const agent = await parts.verifiedAgent(context)
    const contactId = context.req.query('contactId') ?? ''
    const tasks = await tasksOfContact(parts, agent, contactId)
    noteFacts(context, { linkedContactId: contactId })
    return context.json(tasks)
  },
}
