const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/**
 * Counts a text as it travels. A loop, because it is the cheapest way to count a whole form at each keystroke.
 *
 *     utf8ByteLength('cafe')  // 4
 *     utf8ByteLength('café')  // 5
 *     utf8ByteLength('漢')    // 3
 *     utf8ByteLength('👍')    // 4
 */
export function utf8ByteLength(text: string): number {
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

/**
 * Counts Unicode scalar values, as the service model does, where `length` counts UTF-16 units.
 *
 *     scalarLength('👍')  // 1
 */
export function scalarLength(text: string): number {
  let scalars = 0
  for (let index = 0; index < text.length; index += 1) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) index += 1
    scalars += 1
  }
  return scalars
}

const loneSurrogate = /\p{Surrogate}/u

/** Half an emoji cannot be written in UTF-8: what Connect would store is not what the agent typed. */
export const isWellFormed = (text: string): boolean => !loneSurrogate.test(text)

export const isBlank = (text: string): boolean => text.trim() === ''
