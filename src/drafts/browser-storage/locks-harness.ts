import type { WindowLocks } from './windows.ts'

/** The Web Locks of one browser. A shared lock goes to one request after the other, because the work of each ends at once. */
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
