/** Right-to-left letters, and invisible characters that change the direction of a text. */
const turning = /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc\ud802-\ud83b]/

/**
 * A sentence of a left-to-right language, without escape sequences. An inserted text that may run from right to left stands
 * between U+2068 and U+2069, so that it cannot change the order of the words around it.
 *
 *     phrase`Call with ${'Maya'}`  // 'Call with Maya'
 *     phrase`Call with ${'מאיה'}`  // 'Call with \u2068מאיה\u2069'
 */
export const phrase = (words: TemplateStringsArray, ...inserted: readonly (string | number)[]): string =>
  String.raw(words, ...inserted.map((text) => (turning.test(`${text}`) ? `\u2068${text}\u2069` : text)))
