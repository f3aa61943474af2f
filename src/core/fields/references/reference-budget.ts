import { mostRows } from '../most-rows.ts'
import { utf8ByteLength } from '../../text/text.ts'
import { connectReferenceValue, leastValueBytes } from './reference-kinds.ts'
import { referencesByteLimit, type Reference } from './reference.ts'

/** More references are too large or have a repeated name. 128 characters have one byte in UTF-8; no value is empty. */
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
 * Whether references exceed their limit without a look at what their values mean, so that none of them need be parsed.
 * A UTF-16 unit takes at least one byte in UTF-8, and no row is without a name.
 */
export function areReferencesFarTooLarge(references: readonly Reference[]): boolean {
  let leastBytes = 0
  for (const reference of references) {
    leastBytes += Math.max(reference.name.length, 1) + leastValueBytes(reference)
    if (leastBytes > referencesByteLimit) return true
  }
  return false
}
