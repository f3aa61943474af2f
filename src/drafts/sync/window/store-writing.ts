import type { KeptDraft } from '../../desk/kept-draft.ts'
import { createDraftWriter, type DraftWriter } from '../draft-writer.ts'
import type { DeskLinks } from './desk-links.ts'
import type { OtherWindows } from './other-windows.ts'
import type { WindowStore } from './window-store.ts'

/** The drafts of this window on their way to the store. */
export interface StoreWriting extends Pick<DraftWriter, 'leave' | 'rest' | 'isBusy' | 'markRead'> {
  /** Writes what has changed. Resolves to whether the desk should follow the store now. */
  readonly keep: (drafts: readonly KeptDraft[]) => Promise<boolean>
  /** Writes again the drafts that the store has not taken, if there are any. */
  readonly again: () => Promise<void>
  /** A read or write has ended. The store works only if it has all that this window has. */
  readonly report: (works: boolean) => void
  /** The drafts of the last write. */
  readonly last: () => readonly KeptDraft[]
}

interface StoreWritingOptions {
  readonly desk: DeskLinks
  readonly others: OtherWindows
  readonly onStore: (works: boolean) => void
  readonly onFailed: () => void
}

export function createStoreWriting(place: WindowStore, options: StoreWritingOptions): StoreWriting {
  const { desk, others, onStore, onFailed } = options
  let last: readonly KeptDraft[] = []
  /** A write has failed, and the store does not have all that this window has. */
  let isBehind = false
  /** Another window has changed or sent a draft meanwhile. */
  let isStale = false
  const report = (works: boolean) => onStore(works && !isBehind)
  const writer = createDraftWriter({
    ...place,
    box: desk.box,
    onWritten: (found) => {
      isStale ||= found
      report(true)
      others.tell()
    },
    onFailed: (created, isTextThere) => {
      isBehind = true
      report(false)
      if (isTextThere) desk.noteUnkept(true)
      // Otherwise another window would send the same draft again.
      if (created.length > 0) others.tell(created)
      onFailed()
    },
  })

  async function write(drafts: readonly KeptDraft[]): Promise<boolean> {
    last = drafts
    isBehind = false
    const hasLeft = await writer.keep(drafts)
    if (!isBehind) desk.noteUnkept(false)
    return hasLeft
  }

  /** Another text came while this window was sending its own. The sending has ended, so the store is read again. */
  const hasToFollow = ({ id, phase, isUnderWay }: KeptDraft) =>
    phase !== 'created' && !isUnderWay && desk.box.links.get(id)?.isBehind === true

  return {
    keep: async (drafts) => {
      const hasLeft = await write(drafts)
      const mustFollow = isStale || hasLeft || drafts.some(hasToFollow)
      isStale = false
      return mustFollow
    },
    again: async () => {
      if (isBehind) await write(last)
    },
    report,
    last: () => last,
    leave: writer.leave,
    rest: writer.rest,
    isBusy: writer.isBusy,
    markRead: writer.markRead,
  }
}
