import type { FieldOfTask, RowPath as RowOfRequest } from '../../../core/issues/field-path.ts'
import type { TaskDraft } from '../../../core/task/task-parts.ts'
import { sectionOfField, type SectionName } from '../form-fields.ts'

/**
 * The name of the control that shows a field's complaint: one line for each field whose control has another name. A complaint
 * about a whole list is at its `root`, where react-hook-form keeps it apart from complaints about rows.
 */
export const pathByField = {
  scheduledTime: 'schedule.time',
  expiryMinutes: 'expiry.amount',
  references: 'references.root',
  attachments: 'attachments.root',
  attributes: 'attributes.root',
} as const satisfies Partial<Record<FieldOfTask, `${keyof TaskDraft}.${string}`>>

/** A field whose control has the same name. */
export type PlainField = Exclude<FieldOfTask, keyof typeof pathByField> & keyof TaskDraft

/** A control that is not in a row. */
export type PlacePath = PlainField | (typeof pathByField)[keyof typeof pathByField]

type PathOfRow<Row> = Row extends {
  readonly list: infer List extends keyof TaskDraft
  readonly member: infer Member extends string
}
  ? `${List}.${number}.${Member extends 'file' ? 'name' : Member}`
  : never

/** A control in a row. A complaint about a file is at its name. */
export type RowPath = PathOfRow<RowOfRequest>

/** The name, in react-hook-form, of a control that a complaint can be about. */
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

/** The list of a complaint at a `root`. */
export const listOf = (path: ListPath) => listByPath[path]

export const isListPath = (path: FormPath): path is ListPath => Object.hasOwn(listByPath, path)

/** The section of a control. Undefined outside the sections. */
export function sectionOf(path: FormPath): SectionName | undefined {
  const [field = ''] = path.split('.')
  return sectionOfField(field)
}

/**
 * The type of the complaint that the agent has not chosen a contact. The core does not know it, because a request without a
 * link is valid.
 */
export const contactUndecided = 'contact-undecided'
