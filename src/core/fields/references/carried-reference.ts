import { writtenInstant } from '../../time/instant.ts'
import type { TimeZone } from '../../time/time-zone.ts'
import { accessTo } from '../field-rule.ts'
import { referenceIssues } from './reference-issues.ts'
import { isRowEmpty, readReference, rowIssueCode } from './reference-kinds.ts'
import { isReferenceUnfilled, sentReferences } from './reference-rows.ts'
import { referenceTypes, type Reference, type ReferenceDraft, type ReferenceType } from './reference.ts'
import { referenceRule, referencesAccess, type ReferenceRules } from './references-rule.ts'

/** A reference of the linked contact. A reference that a task cannot have has no value. */
export interface FoundReference {
  readonly name: string
  /** Connect's type. There may be types that the panel does not know. */
  readonly type: string
  /** For a DATE: epoch seconds or an ISO instant. */
  readonly value?: string
}

/** Why a reference of the contact cannot be carried over. */
export type NotCarried =
  | 'file'
  | 'email-message'
  | 'analysis'
  | 'other-type'
  | 'value-missing'
  | 'value-unfit'
  | 'name-taken'
  | 'type-not-allowed'
  | 'host-not-allowed'
  | 'too-large'
  | 'not-allowed'

export type CarriedReference =
  /** The row to add, or to put in place of an empty row. */
  | { readonly row: ReferenceDraft; readonly inPlaceOf?: number }
  | { readonly isAdded: true }
  | { readonly why: NotCarried }

export interface CarrySetting {
  /** The rows of the draft. */
  readonly rows: readonly ReferenceDraft[]
  readonly rules: ReferenceRules
  readonly timeZone: TimeZone
}

const isReferenceType = (type: string): type is ReferenceType => referenceTypes.some((each) => each === type)

function otherType(type: string): NotCarried {
  if (type === 'ATTACHMENT') return 'file'
  if (type.startsWith('EMAIL_MESSAGE')) return 'email-message'
  return type === 'CONTACT_ANALYSIS' ? 'analysis' : 'other-type'
}

/** The instant of a DATE. */
export function foundInstant(value: string): Date | undefined {
  const instant = writtenInstant(value)
  return instant === undefined ? undefined : new Date(instant)
}

/** A wall-clock time, as a row has it. */
function localTime(value: string, timeZone: TimeZone): string | undefined {
  const instant = foundInstant(value)
  if (!instant) return undefined
  const { date, time } = timeZone.wallClock(instant)
  return `${date}T${time}`
}

function rowFor(
  type: ReferenceType,
  { name, value = '' }: FoundReference,
  timeZone: TimeZone,
): ReferenceDraft | undefined {
  const shown = type === 'DATE' ? localTime(value, timeZone) : value
  return shown === undefined ? undefined : { name, type, value: shown }
}

/** Why the rules or Connect refuse the last of these references. */
function refusal(references: readonly Reference[], rules: ReferenceRules): NotCarried | undefined {
  const last = references.length - 1
  const codes = referenceIssues(references, rules).flatMap(({ field, code }) =>
    field === 'references' || (typeof field !== 'string' && field.row === last) ? [code] : [],
  )
  if (codes.includes('reference-name-repeated')) return 'name-taken'
  if (codes.includes('reference-type-not-allowed')) return 'type-not-allowed'
  if (codes.includes('reference-host-not-allowed')) return 'host-not-allowed'
  if (codes.includes('reference-not-allowed') || codes.includes('field-locked')) return 'not-allowed'
  if (codes.includes('references-too-large')) return 'too-large'
  return codes.length > 0 ? 'value-unfit' : undefined
}

/** Turns a reference of the contact into a row of the draft, or says why that is not possible. */
export function carryReference(
  found: FoundReference,
  { rows, rules, timeZone }: CarrySetting,
): CarriedReference {
  const { name, type, value = '' } = found
  if (!isReferenceType(type)) return { why: otherType(type) }
  const row = value === '' ? undefined : rowFor(type, found, timeZone)
  const sameName = rows.findIndex((each) => each.name === name && !isReferenceUnfilled(each, {}))
  const before = rows[sameName]
  if (row && before && before.type === type && before.value === row.value) return { isAdded: true }
  const isPlace = before?.type === type && isRowEmpty(before)
  const isOpen = isPlace
    ? accessTo(referenceRule(rules, name)) === 'editable'
    : referencesAccess(rules) === 'editable'
  if (!isOpen) return { why: 'not-allowed' }
  if (value === '') return { why: 'value-missing' }
  if (!row || rowIssueCode(row, timeZone)) return { why: 'value-unfit' }
  if (before && !isPlace) return { why: 'name-taken' }
  const others = rows.filter((_, index) => index !== sameName)
  const why = refusal([...sentReferences(others, rules, timeZone), readReference(row, timeZone)], rules)
  if (why) return { why }
  return isPlace ? { row, inPlaceOf: sameName } : { row }
}
