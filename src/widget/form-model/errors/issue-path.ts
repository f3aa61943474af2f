import { isRowPath, type FieldOfTask, type FieldPath } from '../../../core/issues/field-path.ts'
import type { FormPath, RowPath } from './form-path.ts'

const pathByField: Readonly<Record<FieldOfTask, Exclude<FormPath, RowPath>>> = {
  name: 'name',
  description: 'description',
  destination: 'destination',
  link: 'link',
  scheduledTime: 'schedule.time',
  expiryMinutes: 'expiry.amount',
  references: 'references.root',
  attachments: 'attachments.root',
  attributes: 'attributes.root',
}

const isFieldOfTask = (field: string): field is FieldOfTask => Object.hasOwn(pathByField, field)

/** The place in the form of a task of an issue; undefined for an issue of another form. */
export function formPath(field: FieldPath): FormPath | undefined {
  if (!isRowPath(field)) return isFieldOfTask(field) ? pathByField[field] : undefined
  switch (field.list) {
    case 'references':
      return `references.${field.row}.${field.member}`
    case 'attributes':
      return `attributes.${field.row}.${field.member}`
    case 'attachments':
      // A file is marked where its name stands.
      return `attachments.${field.row}.name`
    case 'templateValues':
      return undefined
  }
}
