import { mostRows } from '../most-rows.ts'
import { utf8ByteLength } from '../../text/text.ts'
import { connectReferenceValue, leastValueBytes } from './reference-kinds.ts'
import { referencesByteLimit, type Reference } from './reference.ts'

/**
 * More rows than this must exceed the byte limit or repeat a name. 128 characters have one byte in UTF-8, and no value is
 * empty.
 */
export const referencesRowLimit = mostRows({ byteLimit: referencesByteLimit, keyUnits: 128, valueBytes: 1 })

/**
 * Measures references as they are sent: names and values together, in UTF-8.
 * Connect does not document what it counts; we assume names and values, without the types.
 */
export function referencesByteLength(references: readonly Reference[]): number {
  return references.reduce(
    (bytes, reference) =>
      bytes + utf8ByteLength(reference.name) + utf8ByteLength(connectReferenceValue(reference)),
    0,
  )
}

/**
 * True if references certainly exceed their limit. It does not parse the values. A UTF-16 unit takes at least one byte in
 * UTF-8, and every row has a name.
 */
export function areReferencesFarTooLarge(references: readonly Reference[]): boolean {
  let leastBytes = 0
  for (const reference of references) {
    leastBytes += Math.max(reference.name.length, 1) + leastValueBytes(reference)
    if (leastBytes > referencesByteLimit) return true
  }
  return false
}
