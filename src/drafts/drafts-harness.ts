import { emptyDraft } from '../core/task/task-draft.ts'
import { readAll, tidied, withChanges, type AccountRecords } from './records/account-records.ts'
import type { Account } from './account.ts'
import { attemptNotes } from './attempt-notes.ts'
import { movesOf } from './desk-moves.ts'
import { frontOf } from './desk/desk.ts'
import { uncertainOf } from './sync/draft-link.ts'
import type { DraftRecords, DraftStore } from './draft-store.ts'
import { written, type DraftWrite } from './sync/draft-write.ts'
import { createDraftsAtHand, type DraftsAtHandOptions } from './drafts-at-hand.ts'
import type { KeptDraft } from './desk/kept-draft.ts'
import { draftSaying } from './kinds-harness.ts'
import { titleOf } from './desk/draft-title.ts'

/**
 * A browser's storage in memory, which all windows share at once. `hasLocks`: a window notices at once that another one has
 * closed.
 */
export function storeInMemory(hasLocks = true) {
  const kept = new Map<string, ReadonlyMap<string, unknown>>()
  const present = new Set<string>()
  const waiting = new Map<string, readonly (() => void)[]>()
  const whenGone = (window: string, onGone: () => void) => {
    if (!present.has(window)) onGone()
    else waiting.set(window, [...(waiting.get(window) ?? []), onGone])
  }
  const watchers = new Set<(unstored: readonly unknown[]) => void>()
  const recordsOf = ({ subject }: Account): DraftRecords => kept.get(subject) ?? new Map<string, unknown>()
  const store: DraftStore = {
    change: async (account, change) => {
      const all = [...new Map([...recordsOf(account), ...change(recordsOf(account))])]
      kept.set(account.subject, new Map(all.filter(([, value]) => value !== undefined)))
    },
    add: async (account, records) => {
      kept.set(account.subject, new Map([...recordsOf(account), ...records]))
    },
    watch: async (_account, onChange, window) => {
      const watcher = (unstored: readonly unknown[]) => onChange(unstored)
      watchers.add(watcher)
      present.add(window)
      return {
        tell: (unstored = []) =>
          [...watchers].filter((each) => each !== watcher).forEach((each) => each(unstored)),
        stop: () => {
          watchers.delete(watcher)
          present.delete(window)
          for (const onGone of waiting.get(window) ?? []) onGone()
        },
        ...(hasLocks ? { whenGone } : {}),
      }
    },
  }
  const drafts = (account: Account): readonly KeptDraft[] =>
    readAll(recordsOf(account)).drafts.map(({ draft }) => draft)
  /** Owner, contact and name of each stored draft. */
  const names = () =>
    [...kept.keys()]
      .flatMap((subject) =>
        drafts({ issuer: '', subject }).map(
          ({ contact, content }) => `${subject} ${contact?.contactId ?? ''}: ${titleOf(content)}`,
        ),
      )
      .toSorted()
  return { store, drafts, names, recordsOf }
}

/** The drafts of one window of the panel, and the form in front. */
export function openWindow(options: Pick<DraftsAtHandOptions, 'store' | 'onStore' | 'now'>) {
  const drafts = createDraftsAtHand({ blank: emptyDraft, ...options })
  const hand = { ...drafts, ...attemptNotes(drafts), ...movesOf(drafts) }
  /** The form of the draft in front, with this in its first field. */
  const type = (text: string) => {
    const { id, kind } = frontOf(hand.getSnapshot())
    const detach = hand.attach(id, () => draftSaying(kind, text))
    hand.touch()
    return detach
  }
  const front = () => frontOf(hand.getSnapshot())
  return { hand, type, front }
}

/** A write that replaces any text. */
function changeOf(
  records: DraftRecords,
  draft: KeptDraft,
  text: DraftWrite['text'],
  at: number,
): DraftRecords {
  const stored = readAll(records).drafts.find(({ draft: { id } }) => id === draft.id)
  const write = {
    draft,
    storedId: draft.id,
    over: stored?.keptAt ?? 0,
    text,
    sent: uncertainOf(draft),
    settled: [],
    denied: [],
    refused: [],
    created: [],
  }
  return written(records, write, { window: 'a window', now: at, keeps: 'everything' }).changes
}

/** The reads and writes of a window, without the window. */
export function recordsIn(store: DraftStore, now: number) {
  const loadAll = async (account: Account): Promise<AccountRecords> => {
    let all: AccountRecords = { drafts: [], created: [], textless: [], sent: [], deletedAt: 0 }
    await store.change(account, (records) => {
      const changes = tidied(records, now)
      all = readAll(withChanges(records, changes))
      return changes
    })
    return all
  }
  const write = (account: Account, draft: KeptDraft, text: DraftWrite['text']) =>
    store.change(account, (records) => changeOf(records, draft, text, now))
  return {
    loadAll,
    load: async (account: Account) => (await loadAll(account)).drafts.map(({ draft }) => draft),
    save: (account: Account, draft: KeptDraft) => write(account, draft, 'written'),
    /** One after the other, a millisecond apart. */
    saveAll: (account: Account, drafts: readonly KeptDraft[]) =>
      store.change(account, () => {
        const changes = new Map<string, unknown>()
        for (const [index, draft] of drafts.entries()) {
          for (const change of changeOf(new Map(), draft, 'written', now + index)) changes.set(...change)
        }
        return changes
      }),
    forget: (account: Account, draft: KeptDraft) => write(account, draft, 'deleted'),
  }
}
