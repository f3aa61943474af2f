import { fieldInDraft } from '../core/check-draft.ts'
import type { DraftReading } from '../core/task-draft.ts'
import type { SectionName } from './use-section-body.ts'

type RowPath =
  | `references.${number}.name`
  | `references.${number}.value`
  | `attributes.${number}.key`
  | `attributes.${number}.value`

/** A control that a complaint can be about, as react-hook-form names it. */
export type ControlPath = 'name' | 'description' | 'destination' | 'link' | 'schedule.time' | RowPath

/** A whole list complains at its `root`, where react-hook-form keeps it apart from its rows. */
export type ListPath = 'references.root' | 'attributes.root'

export type FormPath = ControlPath | ListPath

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

/** Where in the form a complaint about a request made from this draft belongs; absent for a field the form has not. */
export function formPath(field: string, reading: DraftReading): FormPath | undefined {
  const typed = fieldInDraft(field, reading)
  return pathByField[typed] ?? rowPath(typed)
}

/** The list a complaint at its root is about. */
export const listOf = (path: ListPath) => (path === 'references.root' ? 'references' : 'attributes')

export const isListPath = (path: FormPath): path is ListPath =>
  path === 'references.root' || path === 'attributes.root'

/** The section that a control is in; absent for what is always open. */
export function sectionOf(path: FormPath): SectionName | undefined {
  if (path.startsWith('references')) return 'references'
  if (path.startsWith('attributes')) return 'attributes'
  if (path === 'schedule.time') return 'schedule'
  return path === 'link' ? 'link' : undefined
}
