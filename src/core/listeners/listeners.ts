import { callOutside } from './call-outside.ts'

/** The functions to call when something happens, and what they are called with. */
export interface Listeners<News extends readonly unknown[]> {
  /** Returns how to stop listening. */
  readonly add: (listener: (...news: News) => void) => () => void
  /** Calls each of them, also after one that throws. */
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
