const shortestStem = 3

function stemsOf(word: string): readonly string[] {
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`, word.slice(0, -1)]
  if (word.endsWith('es')) return [word.slice(0, -1), word.slice(0, -2)]
  return word.endsWith('s') && !word.endsWith('ss') ? [word.slice(0, -1)] : []
}

/**
 * The possible singular forms of an English word in small letters; for a word such as "query" its plural. Some of the results
 * do not exist in English.
 *
 *     numberForms('refunds')  // ['refund']
 *     numberForms('boxes')    // ['boxe', 'box']
 */
export function numberForms(word: string): readonly string[] {
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`]
  return stemsOf(word).filter((stem) => stem.length >= shortestStem)
}
