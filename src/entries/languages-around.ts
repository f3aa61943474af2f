/** The language of the page around this element, then the languages of the agent's browser. */
export function languagesAround(element: Element): readonly string[] {
  const language = languageOf(element)
  return language ? [language, ...navigator.languages] : navigator.languages
}

/** `closest` stops at the root of a shadow tree, so the search continues at its host. */
function languageOf(element: Element): string | null | undefined {
  const marked = element.closest('[lang]')
  if (marked) return marked.getAttribute('lang')
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? languageOf(root.host) : undefined
}
