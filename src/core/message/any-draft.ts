import type { TaskDraft, TaskRequest } from '../task/task-parts.ts'
import type { MessageDraft, MessageRequest } from './message-parts.ts'

// No run-time imports: the first load of the panel has this file.

/** A draft of a task or of a message. */
export type AnyDraft = TaskDraft | MessageDraft

export type AnyRequest = TaskRequest | MessageRequest

/** Whether a draft will become a task or a message. */
export type DraftKind = 'task' | 'message'

export const isMessageDraft = (draft: AnyDraft): draft is MessageDraft => 'kind' in draft

export const isMessageRequest = (request: AnyRequest): request is MessageRequest => 'kind' in request
