/** Those who want to know when a source has changed. */
export interface Listeners {
  readonly add: (onChange: () => void) => () => void
  readonly tell: () => void
  readonly clear: () => void
}

export function createListeners(): Listeners {
  const listeners = new Set<() => void>()
  return {
    add(onChange) {
      // A listener of its own for every subscription, so that the same function may subscribe twice.
      const listener = () => onChange()
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell() {
      for (const listener of listeners) listener()
    },
    clear: () => listeners.clear(),
  }
}
