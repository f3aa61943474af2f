const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

const beyondAscii = /[\u0080-\uffff]/

/**
 * For longer texts the encoder is faster than a loop. For short ones the loop is the fastest way to count a form at each
 * keystroke.
 */
const longTextUnits = 64

const encoder = new TextEncoder()

/** Long texts are encoded in parts, because a buffer for the whole text would cost more than the encoding. */
const partUnits = 4_096
const part = new Uint8Array(3 * partUnits)

function encodedByteLength(text: string): number {
  let bytes = 0
  let start = 0
  while (start < text.length) {
    const end = start + partUnits
    const isSplit = isHighSurrogate(text.charCodeAt(end - 1))
    const { read, written } = encoder.encodeInto(text.slice(start, isSplit ? end - 1 : end), part)
    bytes += written
    start += read
  }
  return bytes
}

/**
 * Counts a text as it travels.
 *
 *     utf8ByteLength('cafe')  // 4
 *     utf8ByteLength('café')  // 5
 *     utf8ByteLength('漢')    // 3
 *     utf8ByteLength('👍')    // 4
 */
export function utf8ByteLength(text: string): number {
  if (text.length > longTextUnits) return encodedByteLength(text)
  if (!beyondAscii.test(text)) return text.length
  let bytes = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(index + 1))) {
      bytes += 4
      index += 1
    } else bytes += 3
  }
  return bytes
}

const highSurrogate = /[\ud800-\udbff]/

/**
 * Counts Unicode scalar values, as the service model does, where `length` counts UTF-16 units.
 *
 *     scalarLength('👍')  // 1
 */
export function scalarLength(text: string): number {
  // This search is faster than the loop, and most texts have only characters below U+10000.
  if (!highSurrogate.test(text)) return text.length
  let scalars = 0
  for (let index = 0; index < text.length; index += 1) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) index += 1
    scalars += 1
  }
  return scalars
}

/**
 * True if a text certainly has more scalar values than that, judged only by `length`: a scalar value has at most two UTF-16
 * units. This costs nothing, even for a very long text.
 */
export const isFarLonger = (text: string, scalars: number): boolean => text.length > 2 * scalars

/** Shortens a text that is repeated in a message. */
export function shortened(text: string, units: number): string {
  if (text.length <= units) return text
  const end = isHighSurrogate(text.charCodeAt(units - 2)) ? units - 2 : units - 1
  return `${text.slice(0, end)}…`
}

const anySurrogate = /[\ud800-\udfff]/
const loneSurrogate = /\p{Surrogate}/u

/**
 * False for a text with half an emoji (a lone surrogate): UTF-8 cannot represent it, so Connect would store another text than
 * the agent typed.
 */
export const isWellFormed = (text: string): boolean =>
  // The first search is several times faster, and most texts have no surrogate.
  !anySurrogate.test(text) || !loneSurrogate.test(text)

// A letter or sign that can be seen, or half of one. U+2800 is a Braille cell without dots.
const visible = /[^\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u

/** True if nothing is visible: zero-width spaces are no name. */
export const isBlank = (text: string): boolean => !visible.test(text)
