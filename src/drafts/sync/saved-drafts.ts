import { withoutSent, withoutTexts } from '../records/account-records.ts'
import { deletionTimeIn } from '../records/deletion-record.ts'
import type { DraftRecords } from '../draft-store.ts'
import type { Desk } from '../desk/desk.ts'
import type { KeptDraft } from '../desk/kept-draft.ts'
import type { LedgerEntry } from '../ledger/ledger-entry.ts'
import { discardingAll } from './deleted-drafts.ts'
import { createHeardRecords } from './heard-records.ts'
import { keepingOwn, takingOther } from './two-versions.ts'
import { createDeskLinks } from './window/desk-links.ts'
import { createElsewhere, type Elsewhere } from './window/elsewhere.ts'
import { watchOtherWindows } from './window/other-windows.ts'
import { createStoreReading } from './window/store-reading.ts'
import { createStoreWriting } from './window/store-writing.ts'
import { changeRecords, type WindowStore } from './window/window-store.ts'

/** Writes changes of the desk to the store of one account, and changes of the store to the desk. */
export interface SavedDrafts extends Elsewhere {
  /** Writes the changes. Resolves when they are written or have failed and the desk has the changes of other windows. */
  readonly keep: (drafts: readonly KeptDraft[]) => Promise<void>
  /** The page may close: writes the remaining changes at once. */
  readonly leave: (drafts: readonly KeptDraft[]) => Promise<void>
  /** Brings the changes of other windows to the desk. */
  readonly follow: () => Promise<void>
  /** The draft has two versions, and the agent keeps that of this window. The other one can be brought back. */
  readonly keepOwn: (id: string) => void
  readonly takeOther: (id: string) => void
  /** The agent knows the outcome of an attempt whose text is not stored. */
  readonly settle: (clientToken: string) => Promise<void>
  /** Deletes every text of the agent in this browser, also those of other windows. */
  readonly deleteTexts: () => Promise<void>
  readonly close: () => void
}

export interface SavedDraftsOptions extends Omit<WindowStore, 'window'> {
  /** Changes the desk, after the form was read. */
  readonly change: (move: (desk: Desk) => Desk) => void
  /** Whether the last read or write succeeded. */
  readonly onStore: (works: boolean) => void
  /** Results of this account, of all windows. */
  readonly onResults: (entries: readonly LedgerEntry[]) => Promise<void>
  /** Another window has stored a result, or changed one. */
  readonly onLedger: () => void
}

export function savedDrafts(options: SavedDraftsOptions): SavedDrafts {
  const { change, onStore, onResults, onLedger, ...place } = options
  const windowStore: WindowStore = { ...place, window: crypto.randomUUID() }
  let isClosed = false
  const heard = createHeardRecords()
  const desk = createDeskLinks(change)
  const others = watchOtherWindows(windowStore, {
    onRecords: (unstored) => {
      heard.hear(unstored)
      void reading.follow()
    },
    onLedger,
    onGone: () => void reading.follow(),
  })
  const writing = createStoreWriting(windowStore, {
    desk,
    others,
    onStore: (works) => {
      if (!isClosed) onStore(works)
    },
    onFailed: () => reading.tryAgain(),
  })
  const reading = createStoreReading(windowStore, { desk, writing, others, heard, onResults })
  const elsewhere = createElsewhere(windowStore, { desk, reading, last: writing.last })

  /** Changes all records at once. The desk follows. */
  async function changeAll(work: (records: DraftRecords) => DraftRecords): Promise<void> {
    await writing.rest()
    try {
      await changeRecords(windowStore, work)
      writing.report(true)
      others.tell()
    } catch {
      writing.report(false)
    }
    await reading.follow()
  }

  return {
    ...elsewhere,
    keep: async (drafts) => {
      if (await writing.keep(drafts)) await reading.follow()
    },
    leave: writing.leave,
    follow: reading.follow,
    keepOwn: (id) => desk.change((before) => keepingOwn(before, id)),
    takeOther: (id) => desk.change((before) => takingOther(before, id)),
    settle: (clientToken) => changeAll((records) => withoutSent(records, clientToken, place.now())),
    deleteTexts: async () => {
      change(discardingAll)
      await changeAll((records) => {
        const changes = withoutTexts(records, place.now())
        reading.noteDeletion(deletionTimeIn(changes))
        return changes
      })
    },
    close: () => {
      isClosed = true
      reading.stop()
      others.stop()
    },
  }
}
