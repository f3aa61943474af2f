import type { UseFormReturn } from 'react-hook-form'
import type { TaskDraft } from '../../core/task-draft.ts'
import type { TaskRequest } from '../../core/task-request.ts'

/** The draft in react-hook-form; its valid values are the request itself. */
export type DraftForm = UseFormReturn<TaskDraft, unknown, TaskRequest>
