const wordEnds = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[_\-.]+/u

function wordOf(part: string): string {
  if (part.toLowerCase() === 'id') return 'ID'
  return part.length > 1 && part === part.toUpperCase() ? part : part.toLowerCase()
}

/**
 * Turns the technical name of a template's value into words.
 *
 *     valueName('firstName') // "First name"
 *     valueName('order_id')  // "Order ID"
 */
export function valueName(name: string): string {
  if (/\s/.test(name)) return name
  const parts = name.split(wordEnds).filter((part) => part !== '')
  const said = parts.map(wordOf).join(' ')
  const [first = ''] = said
  return said === '' ? name : first.toUpperCase() + said.slice(first.length)
}
