import type { DraftRecords } from '../../draft-store.ts'
import type { LedgerEntry } from '../../ledger/ledger-entry.ts'
import {
  keptUnder,
  readAll,
  tidied,
  withChanges,
  type AccountRecords,
} from '../../records/account-records.ts'
import { sameTokenMs } from '../../records/sent-elsewhere.ts'
import { followedCreated } from '../follow-store.ts'
import type { HeardRecords } from '../heard-records.ts'
import { takenIn } from '../left-texts.ts'
import type { DeskLinks } from './desk-links.ts'
import { answerWithinMs, createShownRecords } from './shown-records.ts'
import type { OtherWindows } from './other-windows.ts'
import type { StoreWriting } from './store-writing.ts'
import { changeRecords, type WindowStore } from './window-store.ts'

/** How long after a failed read or write the store is tried again. */
export const storeAgainAfterMs = 5_000

/** The records of the store on their way to the desk. */
export interface StoreReading {
  /** Brings the changes of other windows to the desk. */
  readonly follow: () => Promise<void>
  /** Whether the store was read a short time ago. */
  readonly isFresh: () => boolean
  /** Reads again soon, because the store has failed. */
  readonly tryAgain: () => void
  /** This window has deleted all drafts at this time. */
  readonly noteDeletion: (deletedAt: number) => void
  readonly stop: () => void
}

interface StoreReadingOptions {
  readonly desk: DeskLinks
  readonly writing: StoreWriting
  readonly others: Pick<OtherWindows, 'isGone' | 'waitFor'>
  /** Records that other windows have sent because they could not store them. */
  readonly heard: HeardRecords
  /** Results of this account, of all windows. */
  readonly onResults: (entries: readonly LedgerEntry[]) => Promise<void>
}

export function createStoreReading(place: WindowStore, options: StoreReadingOptions): StoreReading {
  const { desk, writing, others, heard, onResults } = options
  const { now } = place
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let reading: Promise<void> | undefined
  let isReadWanted = false
  /** When the store was read last. */
  let readAt = -Infinity
  const shown = createShownRecords(place, desk, { writing, others })

  function lookAgain(afterMs: number) {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void follow(), afterMs)
  }
  const tryAgain = () => lookAgain(storeAgainAfterMs)

  /** Shows the records of other windows while the store cannot be read. */
  function showHeard(): void {
    const created = heard.all()
    if (created.length === 0) return
    desk.change((before) => followedCreated(before, created))
    void onResults(resultsIn(created))
  }

  async function readOnce(): Promise<void> {
    if (isStopped) return
    writing.markRead()
    let all: DraftRecords | undefined
    try {
      all = await readRecords(place, heard)
    } catch {
      writing.report(false)
      if (!isStopped) showHeard()
      tryAgain()
      return
    }
    await writing.again()
    writing.report(true)
    readAt = now()
    if (!all || isStopped) return
    heard.forget(all)
    const stored = readAll(all)
    const waitsFor = shown.show(stored)
    void onResults(resultsIn(stored.created))
    if (waitsFor === 'write') void writing.rest().then(follow)
    else if (waitsFor === 'answer') lookAgain(answerWithinMs)
  }

  async function read(): Promise<void> {
    do {
      isReadWanted = false
      // One read after the other: the later one has the newer records.
      // oxlint-disable-next-line eslint/no-await-in-loop
      await readOnce()
    } while (isReadWanted)
  }

  function follow(): Promise<void> {
    isReadWanted = true
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }

  return {
    follow,
    isFresh: () => now() >= readAt && now() - readAt < sameTokenMs,
    tryAgain,
    noteDeletion: shown.noteDeletion,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/**
 * Reads all records. Stores the records that other windows have sent and the texts that closed pages have left, and deletes old
 * records.
 */
async function readRecords(place: WindowStore, heard: HeardRecords): Promise<DraftRecords | undefined> {
  const { window, keeps, now } = place
  let all: DraftRecords | undefined
  await changeRecords(place, (stored) => {
    const told = heard.missingIn(stored)
    const known = withChanges(stored, told)
    const moved = takenIn(known, window, now())
    const kept = new Map([...told, ...moved, ...tidied(withChanges(known, moved), now())])
    all = withChanges(stored, kept)
    return keptUnder(keeps, stored, kept)
  })
  return all
}

const resultsIn = (created: AccountRecords['created']): readonly LedgerEntry[] =>
  created.flatMap(({ task }) => (task.contactId === undefined ? [] : [task]))
