import { isRowPath, type FieldOfMessage, type FieldPath } from '../../../core/issues/field-path.ts'

/** The name, in react-hook-form, of a control of the form for messages that a complaint can be about. */
export type MessagePath =
  | 'channel'
  | 'to'
  | 'from'
  | 'templateId'
  | `templateValues.${number}.value`
  | 'text'
  | 'flowId'
  | 'link'
  | `attributes.${number}.key`
  | `attributes.${number}.value`
  | 'attributes'
  | 'displayName'
  | 'duration.amount'
  | 'hasConsent'

const pathByField: Readonly<Record<FieldOfMessage, MessagePath>> = {
  channel: 'channel',
  from: 'from',
  to: 'to',
  text: 'text',
  template: 'templateId',
  templateValues: 'templateId',
  flow: 'flowId',
  displayName: 'displayName',
  duration: 'duration.amount',
  link: 'link',
  attributes: 'attributes',
  consent: 'hasConsent',
}

const isOfMessage = (field: string): field is FieldOfMessage => Object.hasOwn(pathByField, field)

/** The control that an issue is about. Undefined for a field that messages do not have. */
export function messagePath(field: FieldPath): MessagePath | undefined {
  if (!isRowPath(field)) return isOfMessage(field) ? pathByField[field] : undefined
  if (field.list === 'attributes') return `attributes.${field.row}.${field.member}`
  // Only the value can be wrong: its name comes from the template.
  return field.list === 'templateValues' ? `templateValues.${field.row}.value` : undefined
}

/** The parts of the form that are closed at first, in the order of the form. */
export const messageSections = ['link', 'attributes', 'more'] as const

export type MessageSection = (typeof messageSections)[number]

/** The section of a control. Undefined outside the sections. */
export function messageSectionOf(path: MessagePath): MessageSection | undefined {
  if (path === 'link') return 'link'
  if (path === 'displayName' || path === 'duration.amount') return 'more'
  return path.startsWith('attributes') ? 'attributes' : undefined
}
