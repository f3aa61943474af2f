import { changedScheduleSchema, changeScheduleSchema } from '../../../contract/tasks/task-changes.ts'
import { wholeSeconds } from '../../../core/fields/schedule/timing.ts'
import { changeSchedule } from '../../tasks/change-schedule.ts'
import { taskChangeRoute } from './task-change.ts'

export const changeScheduleRoute = taskChangeRoute({
  change: 'schedule',
  path: '/api/v1/tasks/:contactId/schedule',
  summary: 'Moves the start of a scheduled task that the agent has created, to a whole second.',
  body: ['ChangeSchedule', changeScheduleSchema],
  answer: ['ChangedSchedule', changedScheduleSchema],
  carryOut: (parts, agent, { contactId, body }) =>
    changeSchedule(parts, agent, { contactId, scheduledTime: wholeSeconds(new Date(body.scheduledTime)) }),
})
