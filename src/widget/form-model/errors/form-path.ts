import { sectionNames, type SectionName } from '../../form/section-name.ts'

export type RowPath =
  | `references.${number}.name`
  | `references.${number}.value`
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

/** A whole list complains at its `root`, where react-hook-form keeps it apart from its rows. */
export type ListPath = 'references.root' | 'attributes.root'

export type FormPath = ControlPath | ListPath

/** The list a complaint at its root is about. */
export const listOf = (path: ListPath) => (path === 'references.root' ? 'references' : 'attributes')

export const isListPath = (path: FormPath): path is ListPath =>
  path === 'references.root' || path === 'attributes.root'

/** The section that a control is in; undefined for controls outside the sections. */
export function sectionOf(path: FormPath): SectionName | undefined {
  const [field] = path.split('.')
  return sectionNames.find((section) => section === field)
}

/** The type of the complaint that no contact was chosen. It is the panel's own, because a request without a link is valid. */
export const contactUndecided = 'contact-undecided'
