/** The language that the page is written in where this element is, then the agent's own. */
export function languagesAround(element: Element): readonly string[] {
  const language = languageOf(element)
  return language ? [language, ...navigator.languages] : navigator.languages
}

/** `closest` ends at the root of a shadow tree, but the language of its host holds in it. */
function languageOf(element: Element): string | null | undefined {
  const marked = element.closest('[lang]')
  if (marked) return marked.getAttribute('lang')
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? languageOf(root.host) : undefined
}
