/** Letters that Unicode does not decompose, as people write them without their stroke. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['đ', 'd'],
  ['ø', 'o'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  // Greek has a second small sigma for the end of a word.
  ['ς', 'σ'],
])

const ofAscii = /^[\x20-\x7e]*$/

/**
 * Accents of Latin, Greek and Cyrillic, and the vowel marks of Hebrew and Arabic, which most people leave out. Marks of
 * other scripts, such as the vowels of Hindi or the voicing of Japanese, make another word and stay.
 */
const leftOut = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\p{Cf}]/gu

/**
 * A text as a search compares it: without case, accents and differences of width.
 *
 *     foldText('Zoë  STRAẞE')  // 'zoe strasse'
 */
export function foldText(text: string): string {
  // Through upper case, because it undoes more than lower case alone: ß becomes SS, and ı becomes I. In lower case before
  // it, because upper case keeps the capital ẞ.
  const letters = ofAscii.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .toLowerCase()
        .toUpperCase()
        .toLowerCase()
        .normalize('NFKD')
        .replaceAll(leftOut, '')
        .replaceAll(/[łđøðþħæœς]/g, (letter) => plainLetters.get(letter) ?? letter)
  return letters.replaceAll(/\s+/g, ' ').trim()
}
