import type { Alphabet } from './alphabets.ts'

const firstLetter = 'a'.charCodeAt(0)
const firstCapital = 'A'.charCodeAt(0)

/** A translation may be 40 % longer than the English text. */
const growth = 0.4

function letterIn({ letters, capitals }: Alphabet, character: string): string {
  const isSmall = /[a-z]/.test(character)
  const index = character.charCodeAt(0) - (isSmall ? firstLetter : firstCapital)
  return Array.from(isSmall ? letters : capitals)[index] ?? character
}

/** Repeats letters, so that each word is longer, not only the whole text. */
function stretched(text: string, alphabet: Alphabet): string {
  let owed = 0
  return Array.from(text, (character) => {
    owed += growth
    if (!/[A-Za-z]/.test(character)) return character
    const times = 1 + Math.floor(owed)
    owed -= times - 1
    return letterIn(alphabet, character).repeat(times)
  }).join('')
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/**
 * An English text in the letters of another alphabet, 40 % longer, in brackets that show whether its end is cut. Inserted
 * texts stay as they are, isolated: a right-to-left text needs that, and a test can tell them from English that was left.
 *
 *     pseudoText('Show Maya', ['Maya'], accented)  // '[Šĥööŵ \u2068Maya\u2069]'
 */
export function pseudoText(text: string, inserted: readonly string[], alphabet: Alphabet): string {
  if (text === '') return text
  const longestFirst = inserted
    .filter((each) => each !== '')
    .toSorted((one, other) => other.length - one.length)
  if (longestFirst.length === 0) return `[${stretched(text, alphabet)}]`
  const pieces = text.split(new RegExp(`(${longestFirst.map(escaped).join('|')})`, 'u'))
  // Every second piece is one of the inserted texts.
  const said = pieces.map((piece, index) =>
    index % 2 === 0 ? stretched(piece, alphabet) : `\u2068${piece}\u2069`,
  )
  return `[${said.join('')}]`
}
