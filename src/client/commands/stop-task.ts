import { stoppedTaskSchema, stopTaskPath, type StoppedTask } from '../../contract/tasks/task-changes.ts'
import type { Command } from '../command.ts'

/** The task to stop. */
export interface StopTask {
  readonly contactId: string
}

/**
 * Stopping twice is harmless, so a lost answer can be asked again: `already-ended` then says that the task has ended, by the
 * first request or otherwise.
 */
export const stopTask: Command<StopTask, StoppedTask> = {
  path: ({ contactId }) => stopTaskPath(contactId),
  body: () => ({}),
  result: stoppedTaskSchema,
}
