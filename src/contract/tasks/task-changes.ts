import * as z from 'zod/mini'
import { isInstant } from '../../core/time/instant.ts'
import { scheduledTimeSchema } from '../fields/schedule.ts'
import { taskPath } from './task-paths.ts'

/** `POST /api/v1/tasks/:contactId/stop`: ends a task that the agent created. */
export const stopTaskPath = (contactId: string) => `${taskPath(contactId)}/stop`

export const stopTaskSchema = z.strictObject({})

export const stoppedTaskSchema = z.object({ contactId: z.string() })

export type StoppedTask = z.infer<typeof stoppedTaskSchema>

/** `POST /api/v1/tasks/:contactId/schedule`: moves the start of a scheduled task that the agent created. */
export const changeSchedulePath = (contactId: string) => `${taskPath(contactId)}/schedule`

export const changeScheduleSchema = z.strictObject({ scheduledTime: scheduledTimeSchema })

export const changedScheduleSchema = z.object({
  contactId: z.string(),
  scheduledTime: z.stringFormat('date-time', isInstant),
})

export type ChangedSchedule = z.infer<typeof changedScheduleSchema>
