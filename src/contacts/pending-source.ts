import { createSnapshotStore } from '../core/listeners/snapshot-store.ts'
import type { ContactSession, ContactSource, Teller } from './contact-source.ts'

/** A source that is still being opened: `connecting` until it is open, `not-answering` if opening fails. */
export function pendingSource(opening: Promise<ContactSource>, teller: Teller): ContactSource {
  const store = createSnapshotStore<ContactSession>({ status: 'connecting' })
  let close: (() => void) | undefined
  let isClosed = false

  const settle = async () => {
    try {
      const source = await opening
      if (isClosed) return source.close()
      const copy = () => store.set(source.getSnapshot())
      const stopCopying = source.subscribe(copy)
      close = () => {
        stopCopying()
        source.close()
      }
      return copy()
    } catch {
      if (!isClosed) store.set({ status: 'not-answering' })
      return undefined
    }
  }
  void settle()

  return {
    teller,
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    close: () => {
      isClosed = true
      close?.()
    },
    beforeGone: (work) => {
      let cancel: (() => void) | undefined
      let isCancelled = false
      const register = async () => {
        const source = await opening.catch(() => undefined)
        if (!isCancelled) cancel = source?.beforeGone?.(work)
      }
      void register()
      return () => {
        isCancelled = true
        cancel?.()
      }
    },
  }
}
