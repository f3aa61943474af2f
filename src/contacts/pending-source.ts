import type { ContactSession, ContactSource } from './contact-source.ts'

/** A source that is still being opened: `connecting` until it is there, `not-answering` if it never will be. */
export function pendingSource(opening: Promise<ContactSource>): ContactSource {
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  let opened: ContactSource | undefined
  let session: ContactSession = { status: 'connecting' }
  let isClosed = false

  const settle = async () => {
    try {
      const source = await opening
      if (isClosed) return source.close()
      opened = source
      source.subscribe(tell)
    } catch {
      session = { status: 'not-answering' }
    }
    return tell()
  }
  void settle()

  return {
    subscribe: (onChange) => {
      // A listener of its own for every subscription, so that the same function may subscribe twice.
      const listener = () => onChange()
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => opened?.getSnapshot() ?? session,
    close: () => {
      isClosed = true
      listeners.clear()
      opened?.close()
    },
  }
}
