import { fieldInDraft } from '../../core/check-draft.ts'
import type { DraftReading } from '../../core/read-draft.ts'
import type { FormPath, RowPath } from './form-path.ts'

const pathByField: Readonly<Record<string, Exclude<FormPath, RowPath>>> = {
  name: 'name',
  description: 'description',
  destination: 'destination',
  link: 'link',
  scheduledTime: 'schedule.time',
  expiryMinutes: 'schedule.time',
  references: 'references.root',
  attributes: 'attributes.root',
}

function rowPath(field: string): RowPath | undefined {
  const [, list, row, member] = /^(references|attributes)\.(\d+)\.(name|key|value)$/.exec(field) ?? []
  const index = Number(row)
  if (list === 'references')
    return member === 'name' ? `references.${index}.name` : `references.${index}.value`
  if (list === 'attributes') return member === 'key' ? `attributes.${index}.key` : `attributes.${index}.value`
  return undefined
}

/** The place in the form of a complaint about the request; undefined for a field that the form does not have. */
export function issuePath(field: string, reading: DraftReading): FormPath | undefined {
  const typed = fieldInDraft(field, reading)
  return pathByField[typed] ?? rowPath(typed)
}
