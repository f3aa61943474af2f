import type { FieldPath } from './field-path.ts'
import type { InvisibleCharacter } from '../text/invisible.ts'

/** Why a text is not the telephone number of a person. */
export const numberIssueCodes = [
  'number-missing',
  'number-invalid',
  'number-country-missing',
  'number-extension',
  'number-scheme',
] as const

/** Why the organisation allows no message to a number. */
export const recipientIssueCodes = [
  'recipient-unknown',
  'recipient-not-customer',
  'recipient-not-allowed',
] as const

/** Codes of issues that need no further member. */
export const plainIssueCodes = [
  'text-not-unicode',
  'name-missing',
  'destination-missing',
  'template-has-flow',
  'template-needs-quick-connect',
  'self-assign-not-offered',
  'self-assign-with-quick-connect',
  'link-previous-not-for-email',
  'reference-name-missing',
  'reference-name-repeated',
  'reference-value-missing',
  'reference-option-unknown',
  'reference-boolean-invalid',
  'reference-url-invalid',
  'reference-number-invalid',
  'reference-email-invalid',
  'reference-date-invalid',
  'reference-date-skipped',
  'reference-date-incomplete',
  'reference-date-year',
  'attribute-key-missing',
  'attribute-key-invalid',
  'attribute-key-repeated',
  'schedule-incomplete',
  'schedule-words-unclear',
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
  'attachments-not-allowed',
  'file-name-missing',
  'file-name-ends',
  'file-extension-missing',
  'file-empty',
  'file-repeated',
  'file-not-uploaded',
  'file-expired',
  'file-refused',
  'file-content-contradicts',
  'file-name-refused',
  'file-type-refused',
  'file-size-refused',
  'files-too-many-together',
  'files-too-large-together',
  'channel-not-offered',
  'sender-missing',
  'sender-not-offered',
  ...numberIssueCodes,
  ...recipientIssueCodes,
  'quiet-hours',
  'message-interval',
  'text-missing',
  'text-not-allowed',
  'template-missing',
  'template-not-offered',
  'template-value-missing',
  'template-value-unknown',
  'template-value-repeated',
  'flow-missing',
  'flow-not-offered',
  'duration-not-whole',
  'consent-missing',
] as const

/**
 * Codes of exceeded limits, with the actual figure and the limit: *long* texts in Unicode scalar values, *large* lists in
 * UTF-8 bytes, schedules in seconds from now, expiries and durations in minutes, files in bytes and their number, SMS in septets and UTF-16 units.
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
  'attachments-too-many',
  'file-name-too-long',
  'file-too-large',
  'text-too-long',
  'text-too-long-in-gsm-7',
  'text-too-long-in-ucs-2',
  'template-value-too-long',
  'display-name-too-long',
  'duration-too-short',
  'duration-too-long',
] as const

/** Codes of missing rows, and of template fields that no form can fill in. These issues have the name. */
export const namedIssueCodes = [
  'reference-required',
  'attribute-required',
  'template-field-unknown',
  'template-value-required',
] as const

/** Codes of URLs whose host is not allowed. These issues have the allowed hosts as the rules write them. */
export const hostIssueCodes = ['reference-host-not-allowed'] as const

/**
 * Codes of texts with a forbidden character, because it is invisible or Connect refuses it. These issues have the character and
 * the text before it.
 */
export const characterIssueCodes = ['invisible-character', 'file-name-invalid'] as const

/** Codes of files whose type is not allowed. These issues have the extension and the allowed extensions. */
export const fileTypeIssueCodes = ['file-type-not-allowed'] as const

export type NumberIssueCode = (typeof numberIssueCodes)[number]
export type RecipientIssueCode = (typeof recipientIssueCodes)[number]
export type PlainIssueCode = (typeof plainIssueCodes)[number]
export type MeasuredIssueCode = (typeof measuredIssueCodes)[number]
export type NamedIssueCode = (typeof namedIssueCodes)[number]
export type HostIssueCode = (typeof hostIssueCodes)[number]
export type CharacterIssueCode = (typeof characterIssueCodes)[number]
export type FileTypeIssueCode = (typeof fileTypeIssueCodes)[number]

/** Why Connect, or a rule of the organisation, refuses a task or a text message. The words for it are in i18n. */
export type Issue =
  | { readonly field: FieldPath; readonly code: PlainIssueCode }
  | { readonly field: FieldPath; readonly code: NamedIssueCode; readonly name: string }
  | { readonly field: FieldPath; readonly code: HostIssueCode; readonly hosts: readonly string[] }
  | ({ readonly field: FieldPath; readonly code: CharacterIssueCode } & InvisibleCharacter)
  | {
      readonly field: FieldPath
      readonly code: FileTypeIssueCode
      readonly extension: string
      readonly allowed: readonly string[]
    }
  | {
      readonly field: FieldPath
      readonly code: MeasuredIssueCode
      readonly actual: number
      readonly limit: number
    }

/** The issue of an exceeded limit, or none. */
export const tooLong = (
  field: FieldPath,
  code: MeasuredIssueCode,
  actual: number,
  limit: number,
): readonly Issue[] => (actual > limit ? [{ field, code, actual, limit }] : [])
