import { stoppedTaskSchema, stopTaskPath, type StoppedTask } from '../../contract/tasks/task-changes.ts'
import type { Command } from '../command.ts'

/** The task to stop. */
export interface StopTask {
  readonly contactId: string
}

/**
 * Stopping twice does no harm, so the request can be repeated after a lost answer. `already-ended` then means that the task has
 * ended, by the first request or for another reason.
 */
export const stopTask: Command<StopTask, StoppedTask> = {
  path: ({ contactId }) => stopTaskPath(contactId),
  body: () => ({}),
  result: stoppedTaskSchema,
}
