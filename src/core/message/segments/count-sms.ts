import { scalarLength } from '../../text/text.ts'
import { septetsOf } from './gsm-7.ts'

/** How a text travels as SMS. */
export interface SmsCount {
  /** Unicode scalar values. */
  readonly characters: number
  readonly encoding: 'GSM-7' | 'UCS-2'
  /** The first character that GSM-7 lacks. */
  readonly forcedBy?: string
  /** Septets or UTF-16 units. */
  readonly units: number
  /** 0 for an empty text. */
  readonly segments: number
  /** Septets or UTF-16 units that still fit into the last segment. */
  readonly unitsLeft: number
}

/**
 * The capacity of 140 octets: of a single segment, and of each of several segments, which have a header (3GPP TS 23.040,
 * section 9.2.3.24.1).
 */
export const smsCapacity = {
  'GSM-7': { single: 160, joined: 153 },
  'UCS-2': { single: 70, joined: 67 },
} as const

/** Fills segments one after the other. A character of two units is never split. */
function joined(sizes: readonly number[], capacity: number) {
  let segments = 1
  let unitsLeft = capacity
  for (const size of sizes) {
    if (size > unitsLeft) {
      segments += 1
      unitsLeft = capacity
    }
    unitsLeft -= size
  }
  return { segments, unitsLeft }
}

/**
 * Counts a text as SMS.
 *
 *     countSms('Hello')    // GSM-7, 1 segment, 155 units left
 *     countSms('Hello 👍') // UCS-2, forced by 👍, 1 segment, 62 units left
 */
export function countSms(text: string): SmsCount {
  const characters = Array.from(text)
  const forcedBy = characters.find((character) => septetsOf(character) === undefined)
  const encoding = forcedBy === undefined ? 'GSM-7' : 'UCS-2'
  const sizes = characters.map((character) =>
    forcedBy === undefined ? (septetsOf(character) ?? 0) : character.length,
  )
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const { single, joined: capacity } = smsCapacity[encoding]
  const filled =
    units <= single ? { segments: units === 0 ? 0 : 1, unitsLeft: single - units } : joined(sizes, capacity)
  return {
    characters: scalarLength(text),
    encoding,
    ...(forcedBy === undefined ? {} : { forcedBy }),
    units,
    ...filled,
  }
}
