import { sectionNames, type SectionName } from '../../form/section-name.ts'

export type RowPath =
  | `references.${number}.name`
  | `references.${number}.value`
  | `attachments.${number}.name`
  | `attributes.${number}.key`
  | `attributes.${number}.value`

/** A control that a complaint can be about, as react-hook-form names it. */
export type ControlPath =
  | 'name'
  | 'description'
  | 'destination'
  | 'link'
  | 'schedule.time'
  | 'expiry.amount'
  | RowPath

const listByPath = {
  'references.root': 'references',
  'attachments.root': 'attachments',
  'attributes.root': 'attributes',
} as const

/** A whole list complains at its `root`, where react-hook-form keeps it apart from its rows. */
export type ListPath = keyof typeof listByPath

export type FormPath = ControlPath | ListPath

/** The list a complaint at its root is about. */
export const listOf = (path: ListPath) => listByPath[path]

export const isListPath = (path: FormPath): path is ListPath => Object.hasOwn(listByPath, path)

/** The section that a control is in; undefined for controls outside the sections. Files are a kind of reference to the agent. */
export function sectionOf(path: FormPath): SectionName | undefined {
  const [field] = path.replace('attachments', 'references').split('.')
  return sectionNames.find((section) => section === field)
}

/** The type of the complaint that no contact was chosen. It is the panel's own, because a request without a link is valid. */
export const contactUndecided = 'contact-undecided'
