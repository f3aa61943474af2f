import { assumedTokenMemoryMs, type Attempt } from '../../core/attempts/attempt.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import type { AnyRequest } from '../../core/message/any-draft.ts'
import {
  keptUnder,
  readAll,
  tidied,
  withChanges,
  withoutSent,
  withoutTexts,
  type AccountRecords,
} from '../records/account-records.ts'
import { deletionTimeIn } from '../records/deletion-record.ts'
import type { Account } from '../account.ts'
import { discardingAll } from './deleted-drafts.ts'
import { followed, followedTasks, type LinkedDesk } from './follow-store.ts'
import { createHeardTasks } from './heard-tasks.ts'
import type { Desk } from '../desk/desk.ts'
import { createDraftWriter, type LinkBox } from './draft-writer.ts'
import type { DraftRecords, DraftStore } from '../draft-store.ts'
import { inTime, storageLimitMs } from '../in-time.ts'
import { branched, type ElsewhereSent, type KeptDraft } from '../desk/kept-draft.ts'
import { withOwnValues } from '../records/kept-part.ts'
import {
  attemptElsewhere,
  createdElsewhereAt,
  isSentElsewhere,
  sentElsewhere,
} from '../records/sent-elsewhere.ts'
import type { LedgerEntry } from '../ledger/ledger-entry.ts'
import { takenIn } from './left-texts.ts'
import { keepingOwn, takingOther } from './two-versions.ts'

/** Keeps the store of one account in step with the desk, in both directions. */
export interface SavedDrafts {
  /** Writes what has changed. Resolves when it is written or has failed, and the desk knows what other windows have changed. */
  readonly keep: (drafts: readonly KeptDraft[]) => Promise<void>
  /** The page may go: writes what is left at once. */
  readonly leave: (drafts: readonly KeptDraft[]) => Promise<void>
  /** Brings what other windows have stored to the desk. */
  readonly follow: () => Promise<void>
  /** Of two versions of a draft, the agent keeps that of this window. The other one can be brought back. */
  readonly keepOwn: (id: string) => void
  readonly takeOther: (id: string) => void
  /** Whether another window has sent the same attempt and does not know that nothing came of it, or the store cannot say. */
  readonly isSentElsewhere: (clientToken: string) => Promise<boolean>
  /**
   * What another window has sent of the draft under another token, or of another draft with the same request, if it is not known
   * what came of it. The desk knows afterwards what another window has created from the draft.
   */
  readonly sentElsewhere: (draftId: string, attempt: Attempt<AnyRequest>) => Promise<SentElsewhere>
  /** The attempt of this token, as another window has sent it. */
  readonly attemptElsewhere: (clientToken: string) => Promise<Attempt<AnyRequest> | undefined>
  /** The agent knows what became of an attempt whose text is not stored. */
  readonly settle: (clientToken: string) => Promise<void>
  /** Deletes every text of the agent in this browser, also those of other windows. */
  readonly deleteTexts: () => Promise<void>
  readonly close: () => void
}

/** `not known`: another window may have the draft, and the store does not answer. */
export type SentElsewhere = ElsewhereSent | 'not known' | undefined

/** The proxy and Connect know a token for longer than this, so the same task of two windows is created once. */
const sameTokenMs = assumedTokenMemoryMs - 60_000

/** How long a press waits for the store where nothing is likely to be sent twice. */
const safeLookMs = 500

export interface SavedDraftsOptions {
  readonly store: DraftStore
  readonly account: Account
  readonly keeps: KeptParts
  readonly now: () => number
  /** Changes the desk, after the form was read. */
  readonly change: (move: (desk: Desk) => Desk) => void
  /** Whether the last read or write succeeded. */
  readonly onStore: (works: boolean) => void
  /** Results of this account, of all windows. */
  readonly onResults: (entries: readonly LedgerEntry[]) => Promise<void>
  /** Another window has stored a result, or changed one. */
  readonly onLedger: () => void
}

/** An attempt of another window has its answer after this time, or lost it with its window. */
const answerWithinMs = 30_000

/** How long after a failed read or write the store is tried again. */
export const storeAgainAfterMs = 5_000

export function savedDrafts(options: SavedDraftsOptions): SavedDrafts {
  const { store, account, keeps, now, change } = options
  const window = crypto.randomUUID()
  const box: LinkBox = { links: new Map() }
  let isFirst = true
  /** The last deletion of all drafts that this window knows. */
  let deletedAt = 0
  let isClosed = false
  let isStale = false
  let reading: Promise<void> | undefined
  let isReadWanted = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: readonly KeptDraft[] = []
  /** When the store was read last. */
  let readAt = -Infinity
  /** A write has failed, and the store does not have all that this window has. */
  let isBehind = false
  const onStore = (works: boolean) => {
    if (!isClosed) options.onStore(works && !isBehind)
  }
  const heard = createHeardTasks()
  // Without notice of the others, this window looks at its next write.
  const watch = Promise.resolve(
    store.watch?.(account, (unstored = []) => {
      heard.hear(unstored)
      void follow()
    }),
  ).catch(() => {})
  const ledgerWatch = Promise.resolve(store.ledger?.watch?.(account, options.onLedger)).catch(() => {})
  const tell = () => void watch.then((others) => others?.tell())
  const writer = createDraftWriter({
    store,
    account,
    window,
    keeps,
    now,
    box,
    onWritten: (found) => {
      isStale ||= found
      onStore(true)
      tell()
    },
    onFailed: (created, isTextThere) => {
      isBehind = true
      onStore(false)
      if (isTextThere) noteUnkept(true)
      // Else another window would send the same draft once more.
      if (created.length > 0) void watch.then((others) => others?.tell(created))
      lookAgain(storeAgainAfterMs)
    },
  })

  function lookAgain(afterMs: number) {
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(() => void follow(), afterMs)
  }

  const linked = (move: (before: LinkedDesk) => LinkedDesk) =>
    change((desk) => {
      const next = move({ desk, links: box.links })
      box.links = next.links
      return next.desk
    })

  async function write(drafts: readonly KeptDraft[]): Promise<boolean> {
    last = drafts
    isBehind = false
    const hasLeft = await writer.keep(drafts)
    if (!isBehind) noteUnkept(false)
    return hasLeft
  }

  const noteUnkept = (isTaskUnkept: boolean) =>
    change((desk) => ((desk.isTaskUnkept ?? false) === isTaskUnkept ? desk : { ...desk, isTaskUnkept }))

  async function readOnce(): Promise<void> {
    if (isClosed) return
    writer.markRead()
    let all: DraftRecords | undefined
    try {
      await inTime(
        store.change(account, (stored) => {
          const told = heard.missingIn(stored)
          const known = withChanges(stored, told)
          const moved = takenIn(known, window, now())
          const kept = new Map([...told, ...moved, ...tidied(withChanges(known, moved), now())])
          all = withChanges(stored, kept)
          return keptUnder(keeps, stored, kept)
        }),
      )
    } catch {
      onStore(false)
      if (!isClosed) showHeard()
      lookAgain(storeAgainAfterMs)
      return
    }
    if (isBehind) await write(last)
    onStore(true)
    readAt = now()
    if (!all || isClosed) return
    heard.forget(all)
    show(readAll(all))
  }

  /** The store cannot be read. */
  function showHeard(): void {
    const created = heard.all()
    if (created.length === 0) return
    linked((before) => followedTasks(before, created))
    noteResults(created)
  }

  const noteResults = (created: AccountRecords['created']) =>
    void options.onResults(created.flatMap(({ task }) => (task.contactId === undefined ? [] : [task])))

  function show(stored: AccountRecords): void {
    let hasSkipped = false
    const isBusy = (id: string) => {
      const isBeingWritten = writer.isBusy(id)
      hasSkipped ||= isBeingWritten
      return isBeingWritten
    }
    linked((before) =>
      followed(before, stored, {
        isFirst,
        isDeletion: !isFirst && stored.deletedAt > deletedAt,
        isBusy,
        isOverdue: (firstSentAt) => now() - firstSentAt >= answerWithinMs,
        withValues: (theirs, own) => (keeps === 'no-attribute-values' ? withOwnValues(theirs, own) : theirs),
        newId: () => crypto.randomUUID(),
      }),
    )
    // A draft that was skipped is looked at again.
    if (isFirst || !hasSkipped) ({ deletedAt } = stored)
    isFirst = false
    noteResults(stored.created)
    if (hasSkipped) void writer.rest().then(follow)
    else if (stored.drafts.some(({ draft }) => draft.earlier?.uncertain.length)) lookAgain(answerWithinMs)
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

  /** Changes all records at once. The desk follows. */
  async function changeAll(work: (records: DraftRecords) => DraftRecords): Promise<void> {
    await writer.rest()
    try {
      await inTime(store.change(account, work))
      onStore(true)
      tell()
    } catch {
      onStore(false)
    }
    await follow()
  }

  /** Undefined if the store does not answer. */
  async function looked<Answer>(
    look: (records: DraftRecords) => Answer,
    limitMs?: number,
  ): Promise<{ readonly answer: Answer } | undefined> {
    let found: { readonly answer: Answer } | undefined
    const answer = store.change(account, (records) => {
      found = { answer: look(records) }
      return new Map()
    })
    await inTime(answer, limitMs).catch(() => {})
    return found
  }

  /** The store was read of late. */
  const isFresh = () => now() >= readAt && now() - readAt < sameTokenMs
  /** Other windows can have only what the store has had. */
  const isInStore = (draftId: string) => {
    const { keptAt = 0, theirs = new Set() } = box.links.get(draftId) ?? {}
    return keptAt > 0 || theirs.size > 0
  }
  const mayBeElsewhere = (token: string) =>
    last.some(({ id, earlier }) => earlier?.latest.clientToken === token && isInStore(id))

  const choose = (choice: typeof keepingOwn) => (id: string) => linked((before) => choice(before, id))

  return {
    keep: async (drafts) => {
      const hasLeft = await write(drafts)
      if (!isStale && !hasLeft && !drafts.some((draft) => hasToFollow(draft, box.links))) return
      isStale = false
      await follow()
    },
    leave: writer.leave,
    follow,
    keepOwn: choose(keepingOwn),
    takeOther: choose(takingOther),
    isSentElsewhere: async (clientToken) => {
      const isShared = mayBeElsewhere(clientToken)
      const found = await looked((records) => isSentElsewhere(records, clientToken, window))
      return found === undefined ? isShared : found.answer
    },
    sentElsewhere: async (draftId, attempt) => {
      const isShared = isInStore(draftId)
      const isWhole = keeps === 'everything'
      const { storedId = draftId, seen = [] } = box.links.get(draftId) ?? {}
      const own = last.find(({ id }) => id === draftId)
      // It has left the desk.
      if (!own) return undefined
      const draft = branched(own, storedId)
      // Windows that share the whole text send it under one token.
      const isSafe = !isShared || (isWhole && isFresh())
      const found = await looked(
        (records) => ({
          sent: sentElsewhere(records, { draft, attempt, window, now: now(), isWhole }),
          createdAt: createdElsewhereAt(records, draft, seen),
        }),
        isSafe ? safeLookMs : storageLimitMs,
      )
      if (!found) return isSafe ? undefined : 'not known'
      const { sent, createdAt } = found.answer
      // The card of the task takes the place of the form, unless this window has another text.
      if (createdAt !== undefined || (isWhole && !isFresh())) await follow()
      return sent ?? (createdAt === undefined || isWhole ? undefined : { firstSentAt: createdAt })
    },
    attemptElsewhere: async (clientToken) =>
      (await looked((records) => attemptElsewhere(records, clientToken, window)))?.answer,
    settle: (clientToken) => changeAll((records) => withoutSent(records, clientToken)),
    deleteTexts: async () => {
      change(discardingAll)
      await changeAll((records) => {
        const changes = withoutTexts(records, now())
        deletedAt = deletionTimeIn(changes)
        return changes
      })
    },
    close: () => {
      isClosed = true
      clearTimeout(timer)
      void watch.then((others) => others?.stop())
      void ledgerWatch.then((stop) => stop?.())
    },
  }
}

/** Another text has come while the one of this window was under way, and now it is not any more. */
const hasToFollow = ({ id, phase, isUnderWay }: KeptDraft, links: LinkBox['links']): boolean =>
  phase !== 'created' && !isUnderWay && links.get(id)?.isBehind === true
