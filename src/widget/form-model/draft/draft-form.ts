import type { UseFormReturn } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'

/** The draft in react-hook-form. If it is valid, its resolver returns the request. */
export type DraftForm = UseFormReturn<TaskDraft, unknown, TaskRequest>

/** The values of every form that has rows of attributes. */
export type AttributesValues = Pick<TaskDraft, 'attributes'>

/** Options for a reset that changes only the values of a form. */
export const keepAllButValues = {
  keepDefaultValues: true,
  keepErrors: true,
  keepIsSubmitted: true,
  keepSubmitCount: true,
  keepTouched: true,
} as const
