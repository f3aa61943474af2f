import type { WindowLocks } from './windows.ts'

/** The Web Locks of one browser: each lock is given in the order of the requests. Nobody shares one, which makes no difference here. */
export function locksInMemory(): WindowLocks {
  const ends = new Map<string, Promise<void>>()
  return {
    request: (name, { signal }, work) => {
      const given = (ends.get(name) ?? Promise.resolve()).then(() => {
        signal.throwIfAborted()
        return work()
      })
      ends.set(
        name,
        given.catch(() => {}),
      )
      return given
    },
  }
}
