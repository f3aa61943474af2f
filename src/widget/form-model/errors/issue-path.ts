import {
  isFieldOfTask,
  isRowPath,
  type FieldOfTask,
  type FieldPath,
} from '../../../core/issues/field-path.ts'
import { pathByField, type FormPath, type PlacePath } from './form-path.ts'

const hasOtherPath = (field: FieldOfTask): field is keyof typeof pathByField =>
  Object.hasOwn(pathByField, field)

/** Does not compile if a field has neither a control of its name nor a line in `pathByField`. */
const placeOfField = (field: FieldOfTask): PlacePath => (hasOtherPath(field) ? pathByField[field] : field)

/** The control in the task form that an issue is about. Undefined for an issue about a message. */
export function formPath(field: FieldPath): FormPath | undefined {
  if (!isRowPath(field)) return isFieldOfTask(field) ? placeOfField(field) : undefined
  switch (field.list) {
    case 'references':
      return `references.${field.row}.${field.member}`
    case 'attributes':
      return `attributes.${field.row}.${field.member}`
    case 'attachments':
      return `attachments.${field.row}.name`
    case 'templateValues':
      return undefined
  }
}
