import type { FieldOfTask, RowPath as RowOfRequest } from '../../../core/issues/field-path.ts'
import type { TaskDraft } from '../../../core/task/task-parts.ts'
import { sectionOfField, type SectionName } from '../form-fields.ts'

/**
 * Where a complaint about a field stands: one line for each field whose control has another name than the field. A whole list
 * complains at its `root`, where react-hook-form keeps it apart from its rows.
 */
export const pathByField = {
  scheduledTime: 'schedule.time',
  expiryMinutes: 'expiry.amount',
  references: 'references.root',
  attachments: 'attachments.root',
  attributes: 'attributes.root',
} as const satisfies Partial<Record<FieldOfTask, `${keyof TaskDraft}.${string}`>>

/** A field that complains at the control of its own name. */
export type PlainField = Exclude<FieldOfTask, keyof typeof pathByField> & keyof TaskDraft

/** A place in the form that is no row. */
export type PlacePath = PlainField | (typeof pathByField)[keyof typeof pathByField]

type PathOfRow<Row> = Row extends {
  readonly list: infer List extends keyof TaskDraft
  readonly member: infer Member extends string
}
  ? `${List}.${number}.${Member extends 'file' ? 'name' : Member}`
  : never

/** A member of a row. A file is marked where its name stands. */
export type RowPath = PathOfRow<RowOfRequest>

/** A place in the form that a complaint can be about, as react-hook-form names it. */
export type FormPath = PlacePath | RowPath

type ListOf<Path> = Path extends `${infer List}.root` ? List : never

/** The lists that have rows in the form. */
type ListField = ListOf<PlacePath>

export type ListPath = `${ListField}.root`

const listByPath: { readonly [List in ListField as `${List}.root`]: List } = {
  'references.root': 'references',
  'attachments.root': 'attachments',
  'attributes.root': 'attributes',
}

/** The list a complaint at its root is about. */
export const listOf = (path: ListPath) => listByPath[path]

export const isListPath = (path: FormPath): path is ListPath => Object.hasOwn(listByPath, path)

/** The section that a control is in; undefined for controls outside the sections. */
export function sectionOf(path: FormPath): SectionName | undefined {
  const [field = ''] = path.split('.')
  return sectionOfField(field)
}

/** The type of the complaint that no contact was chosen. It is the panel's own, because a request without a link is valid. */
export const contactUndecided = 'contact-undecided'
