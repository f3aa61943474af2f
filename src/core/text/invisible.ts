/* Characters that cannot be seen. They come with texts that are copied from web pages and office documents. */

const unseen = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u

/**
 * Characters without a meaning at the ends of a text. Other invisible characters have a meaning there: U+200D and U+FE0F belong
 * to emoji, U+200C and U+200D shape letters, U+200F places a full stop.
 */
const idleAtEnds = /[\p{White_Space}\p{Cc}\u00ad\u180e\u200b\u2060-\u2064\u2800\ufeff]/u

const lastCharacter = (text: string, end: number) => {
  const pair = text.slice(Math.max(0, end - 2), end)
  return (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1)
}

const isPrintable = (unit: number) => unit > 0x20 && unit < 0x7f

/**
 * A loop over the characters at the ends. A regular expression for the end of a text would start again at each space inside it.
 */
function withoutEnds(text: string, idle: RegExp): string {
  if (isPrintable(text.charCodeAt(0)) && isPrintable(text.charCodeAt(text.length - 1))) return text
  let start = 0
  let end = text.length
  for (;;) {
    const first = String.fromCodePoint(text.codePointAt(start) ?? 0)
    if (start >= end || !idle.test(first)) break
    start += first.length
  }
  for (;;) {
    const last = lastCharacter(text, end)
    if (start >= end || !idle.test(last)) break
    end -= last.length
  }
  return text.slice(start, end)
}

/** Trims a text for people, such as a name. */
export const trimmedText = (text: string): string => withoutEnds(text, idleAtEnds)

/** Trims a text for machines, such as an address, a number or a key. Removes all invisible characters at its ends. */
export const trimmedCode = (text: string): string => withoutEnds(text, unseen)

/** An invisible character in a text for machines, and its place, so that the agent can find it. */
export interface InvisibleCharacter {
  /** In the notation of Unicode: `U+200B`. */
  readonly codePoint: string
  /** The last characters before it; empty at the start of the text. */
  readonly after: string
}

// Not spaces, tabs and line breaks: these are visible as gaps, and the field has its own complaint about them.
const invisible = /(?![ \t\r\n])[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u

// Without joiners and the marks that choose the look of an emoji: in texts they have a meaning.
const invisibleInText =
  /(?!\u200c|\u200d|\ufe0e|\ufe0f|[ \t\r\n\u{e0020}-\u{e007f}])[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u

const neighbours = 12

/**
 * The invisible character at a place in a text.
 *
 *     invisibleAt('ana@exam\u200Bple.com', 8)  // { codePoint: 'U+200B', after: 'ana@exam' }
 */
export function invisibleAt(text: string, at: number): InvisibleCharacter {
  const codePoint = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return { codePoint: `U+${codePoint}`, after: Array.from(text.slice(0, at)).slice(-neighbours).join('') }
}

/** The index of the first invisible character in a text for machines, or -1. */
export const findInvisible = (text: string): number => text.search(invisible)

/** Like {@link findInvisible}, for a text that may hold words, such as the path of an address. */
export const findInvisibleBetweenWords = (text: string): number => text.search(invisibleInText)
