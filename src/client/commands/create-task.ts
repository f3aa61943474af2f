import { createdTaskSchema, createTaskBody, type CreatedTask } from '../../contract/tasks/tasks.ts'
import { tasksPath } from '../../contract/tasks/task-paths.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import type { Command } from '../command.ts'
import type { SubmissionState } from '../attempts/submission-state.ts'
import type { Submission } from '../submissions/submission.ts'
import type { Submissions } from '../submissions/submissions.ts'

export const createTask: Command<TaskRequest, CreatedTask> = {
  path: () => tasksPath,
  body: createTaskBody,
  result: createdTaskSchema,
}

export type TaskSubmission = Submission<TaskRequest, CreatedTask>
export type TaskSubmissions = Submissions<TaskRequest, CreatedTask>
export type TaskSubmissionState = SubmissionState<TaskRequest, CreatedTask>
