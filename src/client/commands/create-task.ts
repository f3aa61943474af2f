import { createdTaskSchema, createTaskBody, type CreatedTask } from '../../contract/tasks/tasks.ts'
import { tasksPath } from '../../contract/tasks/task-paths.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import type { Command } from '../command.ts'

export const createTask: Command<TaskRequest, CreatedTask> = {
  path: () => tasksPath,
  body: createTaskBody,
  result: createdTaskSchema,
}
