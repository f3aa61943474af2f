import { taskOfContactSchema } from '../../../contract/tasks/tasks-of-contact.ts'
import { bearer, contactIdParameter, reading } from '../../http/openapi.ts'
import { noteFacts } from '../../logs/request-log.ts'
import { ownTask } from '../../tasks/tasks-of-contact.ts'
import type { Route } from '../route.ts'

export const taskRoute: Route = {
  method: 'get',
  path: '/api/v1/tasks/:contactId',
  openApi: {
    operation: {
      ...reading('A task that the agent has created, without its link.', 'TaskOfContact'),
      ...bearer,
      parameters: [contactIdParameter('path')],
    },
    schemas: { TaskOfContact: taskOfContactSchema },
  },
  async handle(context, parts) {
    const agent = await parts.verifiedAgent(context)
    const contactId = context.req.param('contactId') ?? ''
    const task = await ownTask(parts, agent, contactId)
    noteFacts(context, { taskContactId: contactId })
    return context.json(task)
  },
}
