import type { SentMessage } from '../../contract/messages/messages.ts'
import type { CreatedTask } from '../../contract/tasks/tasks.ts'
import { isMessageRequest, type AnyRequest } from '../../core/message/any-draft.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import type { Found, SubmissionState } from '../attempts/submission-state.ts'
import type { Submission } from './submission.ts'
import type { Submissions } from './submissions.ts'

// No run-time imports except the guard, because this file is part of the panel's first load.

/** The proxy's answer to a request of a draft. */
export type AnyResult = CreatedTask | SentMessage

export type DraftSubmission = Submission<AnyRequest, AnyResult>
export type DraftSubmissions = Submissions<AnyRequest, AnyResult>
export type DraftSubmissionState = SubmissionState<AnyRequest, AnyResult>

export interface DoneTask {
  readonly request: TaskRequest
  readonly task: CreatedTask
}

/** The task that was created; undefined for a message. */
export const doneTask = ({
  attempt: { request },
  result,
}: Found<AnyRequest, AnyResult>): DoneTask | undefined =>
  'scheduledTime' in result && !isMessageRequest(request) ? { request, task: result } : undefined
