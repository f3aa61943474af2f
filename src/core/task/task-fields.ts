import type { FieldRules, TaskDraft, TaskRequest } from './task-parts.ts'
import { attachmentsField } from '../fields/attachments/attachments.ts'
import { attributesField } from '../fields/attributes/attributes.ts'
import { descriptionField } from '../fields/description.ts'
import { destinationField } from '../fields/destination.ts'
import { expiryField } from '../fields/expiry/expiry.ts'
import type { Field } from '../fields/field.ts'
import { linkField } from '../fields/link.ts'
import { nameField } from '../fields/name.ts'
import { referencesField } from '../fields/references/references.ts'
import { scheduleField } from '../fields/schedule/schedule.ts'

interface WholeTask {
  readonly draft: TaskDraft
  readonly request: TaskRequest
  readonly rules: FieldRules
}

interface PartOfTask {
  readonly draft: Partial<TaskDraft>
  readonly request: Partial<TaskRequest>
  readonly rules: FieldRules
}

/** A field reads the whole task and writes its part of it. */
export type TaskField = Field<WholeTask, PartOfTask>

/** Every field of a task. Issues come in the order of the form, which is the order of this table. */
export const taskFields: Readonly<Record<keyof TaskDraft, TaskField>> = {
  name: nameField,
  description: descriptionField,
  destination: destinationField,
  schedule: scheduleField,
  expiry: expiryField,
  link: linkField,
  references: referencesField,
  attachments: attachmentsField,
  attributes: attributesField,
}

export const allFields: readonly TaskField[] = Object.values(taskFields)
