import { tooLong, type TaskIssue } from '../issues.ts'
import { attributesByteLimit, attributeTextLimit } from '../limits.ts'
import { isFarLonger, isWellFormed, scalarLength, utf8ByteLength } from '../text.ts'

/** A contact attribute. Pairs rather than a map: order and repeats survive, and `__proto__` is only a text. */
export interface Attribute {
  readonly key: string
  readonly value: string
}

/** The bytes a task's attributes take, told apart by who brought them. */
export interface AttributeBudget {
  readonly ownBytes: number
  readonly inheritedBytes: number
  readonly totalBytes: number
  readonly limitBytes: number
}

// Connect API, Attributes: "Attribute keys can include only alphanumeric, dash, and underscore characters."
const keyPattern = /^[A-Za-z0-9_-]+$/

const pairBytes = ({ key, value }: Attribute) => utf8ByteLength(key) + utf8ByteLength(value)

/**
 * Measures attributes as Connect does: keys and values together, in UTF-8.
 *
 *     attributesByteLength([{ key: 'city', value: 'Köln' }])  // 9
 */
export function attributesByteLength(attributes: readonly Attribute[]): number {
  return attributes.reduce((bytes, attribute) => bytes + pairBytes(attribute), 0)
}

/** The inherited attributes that reach the task: those whose key the task does not set itself. */
export function inheritedBeside(own: readonly Attribute[], inherited: readonly Attribute[]): Attribute[] {
  if (inherited.length === 0) return []
  const ownKeys = new Set(own.map(({ key }) => key))
  return inherited.filter(({ key }) => !ownKeys.has(key))
}

/**
 * A linked task starts with a copy of its contact's attributes, and the limit is per contact, so both count.
 * Which value wins on the same key is undocumented; that the task's own does is our reading.
 * Inherited attributes that only their bytes are known of come as `hiddenBytes`.
 */
export function attributeBudget(
  own: readonly Attribute[],
  inherited: readonly Attribute[],
  hiddenBytes = 0,
): AttributeBudget {
  const ownBytes = attributesByteLength(own)
  const inheritedBytes = attributesByteLength(inheritedBeside(own, inherited)) + hiddenBytes
  return { ownBytes, inheritedBytes, totalBytes: ownBytes + inheritedBytes, limitBytes: attributesByteLimit }
}

type RowField = `attributes.${number}.${'key' | 'value'}`

const tooLongText = (field: RowField, text: string): readonly TaskIssue[] =>
  tooLong(field, 'attribute-text-too-long', scalarLength(text), attributeTextLimit)

/** Shared, because a request may have 30,000 rows. */
const noIssues: readonly TaskIssue[] = []

function keyIssues(key: string, index: number, seen: ReadonlySet<string>): readonly TaskIssue[] {
  if (key === '') return [{ field: `attributes.${index}.key`, code: 'attribute-key-missing' }]
  if (key.length > attributeTextLimit) return tooLongText(`attributes.${index}.key`, key)
  if (!keyPattern.test(key)) return [{ field: `attributes.${index}.key`, code: 'attribute-key-invalid' }]
  if (seen.has(key)) return [{ field: `attributes.${index}.key`, code: 'attribute-key-repeated' }]
  return noIssues
}

function valueIssues(value: string, index: number): readonly TaskIssue[] {
  if (value === '') return noIssues
  if (isFarLonger(value, attributeTextLimit)) return tooLongText(`attributes.${index}.value`, value)
  if (!isWellFormed(value)) return [{ field: `attributes.${index}.value`, code: 'text-not-unicode' }]
  if (value.length <= attributeTextLimit) return noIssues
  return tooLongText(`attributes.${index}.value`, value)
}

/** Everything Connect would refuse in these attributes; empty when it would accept them. */
export function attributeIssues(
  own: readonly Attribute[],
  inherited: readonly Attribute[],
  hiddenBytes = 0,
): TaskIssue[] {
  const issues: TaskIssue[] = []
  const seen = new Set<string>()
  for (const [index, { key, value }] of own.entries()) {
    issues.push(...keyIssues(key, index, seen), ...valueIssues(value, index))
    seen.add(key)
  }
  const { totalBytes, limitBytes } = attributeBudget(own, inherited, hiddenBytes)
  return [...issues, ...tooLong('attributes', 'attributes-too-large', totalBytes, limitBytes)]
}
