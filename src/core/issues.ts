/** Where a complaint belongs, on the wire and in the form alike. */
export type TaskField =
  | 'name'
  | 'description'
  | 'destination'
  | 'link'
  | 'references'
  | `references.${number}.name`
  | `references.${number}.value`
  | 'attributes'
  | `attributes.${number}.key`
  | `attributes.${number}.value`
  | 'scheduledTime'
  | 'expiryMinutes'

/** What is wrong, where the name says all there is to say. */
export const plainIssueCodes = [
  'text-not-unicode',
  'name-missing',
  'destination-missing',
  'link-previous-not-for-email',
  'reference-name-missing',
  'reference-name-repeated',
  'reference-value-missing',
  'reference-url-invalid',
  'reference-number-invalid',
  'reference-email-invalid',
  'reference-date-invalid',
  'reference-date-skipped',
  'attribute-key-missing',
  'attribute-key-invalid',
  'attribute-key-repeated',
  'schedule-incomplete',
  'schedule-time-skipped',
  'schedule-past',
  'expiry-not-after-schedule',
  'expiry-not-whole',
  'field-required',
  'field-locked',
  'link-not-allowed',
  'reference-type-not-allowed',
  'reference-not-allowed',
  'attribute-not-allowed',
] as const

/**
 * What is too much, with how much it is and how much it may be: *long* texts in Unicode scalar values, what is too
 * *large* in UTF-8 bytes, schedules in seconds from now, expiries in minutes.
 */
export const measuredIssueCodes = [
  'name-too-long',
  'description-too-long',
  'reference-text-too-long',
  'references-too-large',
  'attribute-text-too-long',
  'attributes-too-large',
  'schedule-too-far',
  'expiry-too-long',
] as const

/** What is missing from a list, by the name it goes by; and what a URL may lead to instead: hosts, as the rules write them. */
export const namedIssueCodes = [
  'reference-required',
  'attribute-required',
  'reference-host-not-allowed',
] as const

export type PlainIssueCode = (typeof plainIssueCodes)[number]
export type MeasuredIssueCode = (typeof measuredIssueCodes)[number]
export type NamedIssueCode = (typeof namedIssueCodes)[number]

/** A fact about a task that keeps Connect, or a rule of the organisation, from taking it; the words are the reader's. */
export type TaskIssue =
  | { readonly field: TaskField; readonly code: PlainIssueCode }
  | { readonly field: TaskField; readonly code: NamedIssueCode; readonly name: string }
  | {
      readonly field: TaskField
      readonly code: MeasuredIssueCode
      readonly actual: number
      readonly limit: number
    }

/** The complaint about what exceeds a limit, or none. */
export function tooLong(
  field: TaskField,
  code: MeasuredIssueCode,
  actual: number,
  limit: number,
): TaskIssue[] {
  return actual > limit ? [{ field, code, actual, limit }] : []
}
