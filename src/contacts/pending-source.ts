import type { ContactSession, ContactSource, Teller } from './contact-source.ts'
import { createListeners } from './listeners.ts'

/** A source that is still being opened: `connecting` until it is there, `not-answering` if it never will be. */
export function pendingSource(opening: Promise<ContactSource>, teller: Teller): ContactSource {
  const listeners = createListeners()
  let opened: ContactSource | undefined
  let session: ContactSession = { status: 'connecting' }
  let isClosed = false

  const settle = async () => {
    try {
      const source = await opening
      if (isClosed) return source.close()
      opened = source
      source.subscribe(listeners.tell)
    } catch {
      session = { status: 'not-answering' }
    }
    return listeners.tell()
  }
  void settle()

  return {
    teller,
    subscribe: listeners.add,
    getSnapshot: () => opened?.getSnapshot() ?? session,
    close: () => {
      isClosed = true
      listeners.clear()
      opened?.close()
    },
  }
}
