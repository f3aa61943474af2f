import { namesWithoutRow } from '../list-rule.ts'
import { mostRows } from '../most-rows.ts'
import { utf8ByteLength } from '../../text/text.ts'
import { attributesByteLimit, type Attribute } from './attribute.ts'

/**
 * More rows than this must exceed the byte limit or repeat a key. A key uses 64 different characters, and a value may be empty.
 */
export const attributesRowLimit = mostRows({ byteLimit: attributesByteLimit, keyUnits: 64, valueBytes: 0 })

/** The bytes of a task's attributes, its own and the inherited ones. */
export interface AttributeBudget {
  readonly ownBytes: number
  readonly inheritedBytes: number
  readonly totalBytes: number
  readonly limitBytes: number
}

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
  const keys = inherited.map(({ key }) => key)
  const reaching = new Set(namesWithoutRow(keys, own, ({ key }) => key))
  return inherited.filter(({ key }) => reaching.has(key))
}

/**
 * A linked task starts with a copy of its contact's attributes, and the limit is per contact, so both count. Connect does not
 * document which value wins on the same key; we assume that the task's own does. `hiddenBytes` is the size of inherited
 * attributes that are hidden from the agent.
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
