import type { KeptParts } from '../../core/existing-task/permissions.ts'
import type { Account } from '../account.ts'
import { createdRecordName, createdRecordOf } from '../records/created-record.ts'
import {
  changesOf,
  hasNewTask,
  linkAfter,
  newLink,
  type DraftChanges,
  type DraftLink,
  type DraftLinks,
} from './draft-link.ts'
import type { DraftStore } from '../draft-store.ts'
import { createdBy, written, type WriteAnswer, type WriterSetting } from './draft-write.ts'
import { inTime } from '../in-time.ts'
import { branched } from '../desk/draft-family.ts'
import type { KeptDraft } from '../desk/kept-draft.ts'
import { isTextKept, keptPartOf } from '../records/kept-part.ts'
import { leftRecordName, leftRecordOf } from '../records/left-record.ts'
import { sentRecordName, sentRecordOf } from '../records/sent-record.ts'

/** The links of one window. */
export interface LinkBox {
  links: DraftLinks
}

export interface DraftWriterOptions {
  readonly store: DraftStore
  readonly account: Account
  /** Tells the windows of the browser apart. */
  readonly window: string
  readonly keeps: KeptParts
  readonly now: () => number
  readonly box: LinkBox
  /** A write has ended. `isStale`: another window has changed or sent the draft meanwhile. */
  readonly onWritten: (isStale: boolean) => void
  /** The store has not taken these records of created tasks. `isTextThere`: it still has the text of one of them. */
  readonly onFailed: (created: readonly unknown[], isTextThere: boolean) => void
}

/** Writes the drafts of one window. */
export interface DraftWriter {
  /**
   * Writes the changes of these drafts. Resolves when they are written or have failed. True if a draft has left the desk and
   * the store may have another text of it.
   */
  readonly keep: (drafts: readonly KeptDraft[]) => Promise<boolean>
  /** The page may close: writes texts and attempts at once, without reading the changes of other windows. */
  readonly leave: (drafts: readonly KeptDraft[]) => Promise<void>
  /** Resolves when no write is on its way. */
  readonly rest: () => Promise<void>
  /** The draft is being written, or was written since `markRead`. */
  readonly isBusy: (id: string) => boolean
  readonly markRead: () => void
}

export function createDraftWriter(options: DraftWriterOptions): DraftWriter {
  const { store, account, window, keeps, now, box, onWritten, onFailed } = options
  let wanted: ReadonlyMap<string, KeptDraft> = new Map()
  /** Drafts that have left the desk before their tasks were stored. */
  const owed = new Map<string, KeptDraft>()
  // Writes of one draft follow one another, so that an older text never replaces a newer one.
  const turns = new Map<string, Promise<void>>()
  const touched = new Set<string>()

  async function write(id: string): Promise<void> {
    const link = box.links.get(id) ?? newLink(id)
    const draft = wanted.get(id) ?? owed.get(id) ?? link.base
    const place = wanted.has(id) ? 'on the desk' : owed.has(id) ? 'owed' : 'gone'
    const changes = draft && changesOf(draft, link, place)
    if (!draft || !changes) {
      owed.delete(id)
      return
    }
    let answer: WriteAnswer | undefined
    const stored = { draft, storedId: link.storedId, over: link.keptAt }
    try {
      await inTime(
        store.change(account, (records) => {
          const step = written(records, { ...stored, ...changes }, { window, now: now(), keeps })
          answer = step.answer
          return step.changes
        }),
      )
    } catch {
      // The next `keep` writes it again.
      const created = createdRecords(draft, link, changes).map(([, record]) => record)
      onFailed(created, created.length > 0 && link.base !== undefined)
      return
    }
    if (!answer) return
    touched.add(id)
    if (owed.get(id) === draft) owed.delete(id)
    const links = new Map(box.links)
    if (wanted.has(id)) links.set(id, linkAfter(link, draft, changes, answer))
    else links.delete(id)
    box.links = links
    onWritten(answer.isStale || answer.isSentElsewhere)
  }

  function writeInTurn(id: string): Promise<void> {
    const turn = (turns.get(id) ?? Promise.resolve())
      .then(() => write(id))
      .finally(() => {
        if (turns.get(id) === turn) turns.delete(id)
      })
    turns.set(id, turn)
    return turn
  }

  return {
    keep: async (drafts) => {
      const next = new Map(drafts.map((draft) => [draft.id, draft]))
      for (const draft of wanted.values())
        if (!next.has(draft.id) && hasNewTask(draft, box.links.get(draft.id))) owed.set(draft.id, draft)
      for (const id of next.keys()) owed.delete(id)
      wanted = next
      // Drafts that have left the desk. Their texts are not in the store either.
      const left = [...box.links]
        .filter(([id, { base }]) => !wanted.has(id) && !owed.has(id) && !base)
        .map(([id]) => id)
      box.links = new Map([...box.links].filter(([id]) => !left.includes(id)))
      const ids = new Set([...wanted.keys(), ...owed.keys(), ...box.links.keys()])
      await Promise.all([...ids].map(writeInTurn))
      return left.length > 0
    },
    leave: async (drafts) => {
      const records = new Map(
        drafts.flatMap((draft) => leftRecords(draft, box.links.get(draft.id), { window, now: now(), keeps })),
      )
      if (records.size > 0) await inTime(store.add(account, records))
    },
    rest: async () => void (await Promise.all(turns.values())),
    isBusy: (id) => turns.has(id) || touched.has(id),
    markRead: () => touched.clear(),
  }
}

function leftRecords(
  draft: KeptDraft,
  link: DraftLink = newLink(draft.id),
  { window, now, keeps }: WriterSetting,
): readonly (readonly [string, unknown])[] {
  const changes = changesOf(draft, link, 'on the desk')
  if (!changes) return []
  const { storedId, keptAt: over } = link
  const part = changes.text === 'written' ? keptPartOf(branched(draft, storedId), keeps) : undefined
  return [
    ...(part
      ? [[leftRecordName(window, storedId), leftRecordOf({ draft: part, over }, window, now)] as const]
      : []),
    ...createdRecords(draft, link, changes),
    ...changes.sent.map((sent) => {
      const record = sentRecordOf(draft, sent, {
        window,
        storedId,
        hasText: isTextKept(sent.attempt.request, keeps),
      })
      return [sentRecordName(sent.attempt.clientToken, window), record] as const
    }),
  ]
}

const createdRecords = (draft: KeptDraft, { storedId, keptAt }: DraftLink, { created }: DraftChanges) =>
  createdBy({ draft, storedId, created }, keptAt).map(
    (record) => [createdRecordName(record), createdRecordOf(record)] as const,
  )
