import {
  changedScheduleSchema,
  changeSchedulePath,
  type ChangedSchedule,
} from '../../contract/tasks/task-changes.ts'
import type { Command } from '../command.ts'

/** A scheduled task and its new start. */
export interface ChangeSchedule {
  readonly contactId: string
  readonly scheduledTime: Date
}

/** A repeated request changes nothing and does not count towards Connect's limit of changes. */
export const changeSchedule: Command<ChangeSchedule, ChangedSchedule> = {
  path: ({ contactId }) => changeSchedulePath(contactId),
  body: ({ request }) => ({ scheduledTime: request.scheduledTime.toISOString() }),
  result: changedScheduleSchema,
}
