import type { UseFormReturn } from 'react-hook-form'
import type { TaskDraft } from '../../core/task-draft.ts'
import type { TaskRequest } from '../../core/task-request.ts'

/** The draft in react-hook-form; what is valid is the request itself. */
export type TaskForm = UseFormReturn<TaskDraft, unknown, TaskRequest>
