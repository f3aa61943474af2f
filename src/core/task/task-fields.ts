import type { FieldRules, TaskDraft, TaskParameters, TaskRequest } from './task-parts.ts'
import type { Field } from '../fields/field.ts'
import { fieldTable } from './field-table.ts'

interface WholeTask {
  readonly draft: TaskDraft
  readonly request: TaskRequest
  readonly rules: FieldRules
  readonly parameters: TaskParameters
}

interface PartOfTask {
  readonly draft: Partial<TaskDraft>
  readonly request: Partial<TaskRequest>
  readonly rules: FieldRules
  readonly parameters: Partial<TaskParameters>
}

/** A field reads the whole task and writes its part of it. */
export type TaskField = Field<WholeTask, PartOfTask>

export const taskFields: Readonly<Record<keyof TaskDraft, TaskField>> = fieldTable

export const allFields: readonly TaskField[] = Object.values(taskFields)
