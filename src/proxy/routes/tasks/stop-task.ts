import { stoppedTaskSchema, stopTaskSchema } from '../../../contract/tasks/task-changes.ts'
import { stopTask } from '../../tasks/stop-task.ts'
import { taskChangeRoute } from './task-change.ts'

export const stopTaskRoute = taskChangeRoute({
  change: 'stop',
  path: '/api/v1/tasks/:contactId/stop',
  summary: 'Ends a task that the agent has created.',
  body: ['StopTask', stopTaskSchema],
  answer: ['StoppedTask', stoppedTaskSchema],
  carryOut: (parts, agent, { contactId }) => stopTask(parts, agent, contactId),
})
