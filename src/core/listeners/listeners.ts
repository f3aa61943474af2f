import { callOutside } from './call-outside.ts'

/** A list of listeners. */
export interface Listeners<News extends readonly unknown[]> {
  /** Adds a listener. Returns a function that removes it. */
  readonly add: (listener: (...news: News) => void) => () => void
  /** Calls every listener, even after one has thrown. */
  readonly tell: (...news: News) => void
}

export function createListeners<News extends readonly unknown[]>(): Listeners<News> {
  const listeners = new Set<(...news: News) => void>()
  return {
    add: (onNews) => {
      // One entry per subscription, so that the same function can subscribe twice.
      const listener = (...news: News) => onNews(...news)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell: (...news) => {
      for (const listener of listeners) callOutside(listener, ...news)
    },
  }
}
