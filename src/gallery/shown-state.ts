/** The state that the gallery shows, and how: the part of its address after the `#`. */
export interface ShownState {
  readonly name: string
  readonly theme: string
  readonly language: string
}

const usual: ShownState = { name: 'Empty, on a call', theme: 'light', language: 'en-GB' }

/** A part that the address leaves out has the usual value. */
export function shownStateFrom(hash: string): ShownState {
  const query = new URLSearchParams(hash.slice(1))
  const part = (name: keyof ShownState) => query.get(name) ?? usual[name]
  return {
    name: part('name'),
    theme: part('theme'),
    language: part('language'),
  }
}

export const hashOf = (shown: ShownState): string => `#${new URLSearchParams({ ...shown })}`
