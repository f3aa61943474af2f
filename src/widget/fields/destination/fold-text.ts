/** Letters that Unicode does not decompose (NFD), such as ł, and the plain letter that people type instead. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['đ', 'd'],
  ['ø', 'o'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  // Greek writes sigma at the end of a word as ς.
  ['ς', 'σ'],
])

const ofAscii = /^[\x20-\x7e]*$/

/**
 * Accents of Latin, Greek and Cyrillic, and the vowel marks of Hebrew and Arabic, which most people leave out. Marks of
 * other scripts, such as the vowels of Hindi or the voicing of Japanese, make another word and stay.
 */
const leftOut = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\p{Cf}]/gu

/**
 * The form of a text that a search compares: no case, no accents, no difference between full and half width.
 *
 *     foldText('Zoë  STRAẞE')  // 'zoe strasse'
 */
export function foldText(text: string): string {
  // Lower case, upper case, lower case: upper case turns ß into SS and ı into I. The first lower case is for ẞ, which upper
  // case would keep.
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
