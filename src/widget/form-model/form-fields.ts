import type { TaskDraft } from '../../core/task/task-parts.ts'

/** The parts of the form that are closed at first, in the order of the form. */
export const sectionNames = ['link', 'references', 'attributes'] as const

export type SectionName = (typeof sectionNames)[number]

/** The section of each field inside a section: one line for each. For agents, files are a type of reference. */
const sectionByField = {
  link: 'link',
  references: 'references',
  attachments: 'references',
  attributes: 'attributes',
} as const satisfies Partial<Record<keyof TaskDraft, SectionName>>

const isInSection = (field: string): field is keyof typeof sectionByField =>
  Object.hasOwn(sectionByField, field)

/** The section of a field. Undefined for a field outside the sections. */
export const sectionOfField = (field: string): SectionName | undefined =>
  isInSection(field) ? sectionByField[field] : undefined

/** The field "When" shows both. */
type FieldOfTime = 'schedule' | 'expiry'

/**
 * All other fields: they are always open. A new field of the draft belongs to these until it has a line above, and the tables
 * of controls and labels do not compile without a line for it.
 */
export type OpenField = Exclude<keyof TaskDraft, keyof typeof sectionByField | FieldOfTime>
