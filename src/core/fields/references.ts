import { epochSeconds, isInstant } from '../time/instant.ts'
import { tooLong, type PlainIssueCode, type TaskIssue } from '../issues.ts'
import { referencesByteLimit, referenceTextLimit } from '../limits.ts'
import type { ReferenceType } from './reference-types.ts'
import { isBlank, isFarLonger, isWellFormed, scalarLength, utf8ByteLength } from '../text.ts'
import { isWebAddress } from '../web-address.ts'

/** What a task points at. A DATE is an ISO instant here and epoch seconds to Connect. */
export interface Reference {
  readonly name: string
  readonly type: ReferenceType
  readonly value: string
}

// No grammar is published for NUMBER: "a valid number". Digits with a point are one under any reading;
// a leading plus, or a number beyond a double, is not.
const decimalPattern = /^-?\d+(\.\d+)?$/
const isFiniteDecimal = (text: string) => decimalPattern.test(text) && Number.isFinite(Number(text))

// https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
const emailPattern =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/

const complaintByType: Record<ReferenceType, (value: string) => PlainIssueCode | undefined> = {
  URL: (value) => (isWebAddress(value) ? undefined : 'reference-url-invalid'),
  NUMBER: (value) => (isFiniteDecimal(value) ? undefined : 'reference-number-invalid'),
  STRING: () => undefined,
  DATE: (value) => (isInstant(value) ? undefined : 'reference-date-invalid'),
  EMAIL: (value) => (emailPattern.test(value) ? undefined : 'reference-email-invalid'),
}

/** A reference's value in Connect's words: a DATE "must be of type Epoch timestamp", which AWS's examples give in seconds. */
export function connectReferenceValue({ type, value }: Reference): string {
  if (type !== 'DATE') return value
  return String(epochSeconds(value) ?? value)
}

/**
 * Measures references as they are sent: names and values together, in UTF-8.
 * What the service counts is not defined; names and values, without the types, is our reading.
 */
export function referencesByteLength(references: readonly Reference[]): number {
  return references.reduce(
    (bytes, reference) =>
      bytes + utf8ByteLength(reference.name) + utf8ByteLength(connectReferenceValue(reference)),
    0,
  )
}

/**
 * Whether references exceed their limit whatever they mean, so that none of them need be parsed. No UTF-16 unit is less than
 * a byte in UTF-8; a DATE is sent as another text than it is; and no row is without a name and a value.
 */
export function areReferencesFarTooLarge(references: readonly Reference[]): boolean {
  let leastBytes = 0
  for (const { name, type, value } of references) {
    leastBytes += Math.max(name.length, 1) + (type === 'DATE' ? 1 : Math.max(value.length, 1))
    if (leastBytes > referencesByteLimit) return true
  }
  return false
}

const tooLongText = (
  field: `references.${number}.name` | `references.${number}.value`,
  text: string,
): TaskIssue[] => tooLong(field, 'reference-text-too-long', scalarLength(text), referenceTextLimit)

function nameIssues(name: string, index: number, seen: ReadonlySet<string>): TaskIssue[] {
  const field = `references.${index}.name` as const
  if (isFarLonger(name, referenceTextLimit)) return tooLongText(field, name)
  if (isBlank(name)) return [{ field, code: 'reference-name-missing' }]
  if (!isWellFormed(name)) return [{ field, code: 'text-not-unicode' }]
  if (seen.has(name)) return [{ field, code: 'reference-name-repeated' }]
  return tooLongText(field, name)
}

function valueIssues({ type, value }: Reference, index: number, isParsed: boolean): TaskIssue[] {
  const field = `references.${index}.value` as const
  if (isFarLonger(value, referenceTextLimit)) return tooLongText(field, value)
  if (isBlank(value)) return [{ field, code: 'reference-value-missing' }]
  if (!isParsed) return tooLongText(field, value)
  if (!isWellFormed(value)) return [{ field, code: 'text-not-unicode' }]
  const excess = tooLongText(field, value)
  if (excess.length > 0) return excess
  const code = complaintByType[type](value)
  return code ? [{ field, code }] : []
}

/** Everything Connect would refuse, or silently lose, in these references. */
export function referenceIssues(references: readonly Reference[]): TaskIssue[] {
  const issues: TaskIssue[] = []
  const seen = new Set<string>()
  const isParsed = !areReferencesFarTooLarge(references)
  for (const [index, reference] of references.entries()) {
    issues.push(...nameIssues(reference.name, index, seen), ...valueIssues(reference, index, isParsed))
    seen.add(reference.name)
  }
  const bytes = referencesByteLength(references)
  return [...issues, ...tooLong('references', 'references-too-large', bytes, referencesByteLimit)]
}
