import type { TaskDraft } from '../../core/task/task-parts.ts'

/** The parts of the form that are closed at first, in the order of the form. */
export const sectionNames = ['link', 'references', 'attributes'] as const

export type SectionName = (typeof sectionNames)[number]

/** The section of each field that is in one: one line each. Files are a kind of reference to the agent. */
const sectionByField = {
  link: 'link',
  references: 'references',
  attachments: 'references',
  attributes: 'attributes',
} as const satisfies Partial<Record<keyof TaskDraft, SectionName>>

const isInSection = (field: string): field is keyof typeof sectionByField =>
  Object.hasOwn(sectionByField, field)

/** The section of a field; undefined for all others. */
export const sectionOfField = (field: string): SectionName | undefined =>
  isInSection(field) ? sectionByField[field] : undefined

/** The field of the time, which holds that of the expiry. */
type FieldOfTime = 'schedule' | 'expiry'

/**
 * The fields that are always open: all others. A new field of the draft is one of them until it has a line above, and the tables
 * of controls and labels do not compile without it.
 */
export type OpenField = Exclude<keyof TaskDraft, keyof typeof sectionByField | FieldOfTime>
