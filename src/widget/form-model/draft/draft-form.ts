import type { UseFormReturn } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'

/** The draft in react-hook-form; its valid values are the request itself. */
export type DraftForm = UseFormReturn<TaskDraft, unknown, TaskRequest>

/** The values of every form that has rows of attributes. */
export type AttributesValues = Pick<TaskDraft, 'attributes'>

/** For a reset that gives the fields of a form other values. */
export const keepAllButValues = {
  keepDefaultValues: true,
  keepErrors: true,
  keepIsSubmitted: true,
  keepSubmitCount: true,
  keepTouched: true,
} as const
