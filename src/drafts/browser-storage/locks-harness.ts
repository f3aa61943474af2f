import type { WindowLocks } from './windows.ts'

/** The Web Locks of one browser. A shared lock is treated like an exclusive one, because its work ends at once. */
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
