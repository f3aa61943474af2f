import type { UseFormReturn } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'

/** The draft in react-hook-form; its valid values are the request itself. */
export type DraftForm = UseFormReturn<TaskDraft, unknown, TaskRequest>
