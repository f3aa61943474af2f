import { isRowPath, type FieldPath, type WholeField } from '../../../core/issues/field-path.ts'
import type { FormPath, RowPath } from './form-path.ts'

const pathByField: Readonly<Record<WholeField, Exclude<FormPath, RowPath>>> = {
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

/** A row as react-hook-form names it. */
function rowPath(path: Exclude<FieldPath, WholeField>): RowPath {
  if (path.list === 'references') return `references.${path.row}.${path.member}`
  // A file is marked where its name stands.
  if (path.list === 'attachments') return `attachments.${path.row}.name`
  return `attributes.${path.row}.${path.member}`
}

/** The place in the form of an issue of the draft. */
export const formPath = (field: FieldPath): FormPath =>
  isRowPath(field) ? rowPath(field) : pathByField[field]
