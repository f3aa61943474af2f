import * as z from 'zod/mini'
import { contactIdPattern, contactIdLimit } from '../../core/contact/contact.ts'
import { repeatAskedMs } from '../../core/attempts/repeated-task.ts'
import { isSameAccount, type Account } from '../account.ts'
import type { DraftWatch } from '../draft-store.ts'
import { isKeyOf, openRecords } from './indexed-db-records.ts'
import { isExpired } from '../ledger/ledger-age.ts'
import { windowsOf } from './windows.ts'
import type { LedgerEntry, LedgerStore } from '../ledger/ledger-entry.ts'

/** How many results of an account are kept; the oldest are deleted first. */
export const ledgerEntriesLimit = 200

const contactId = z
  .string()
  .check(z.minLength(1), z.maxLength(contactIdLimit, { abort: true }), z.regex(contactIdPattern))

const shared = {
  contactId,
  linkedContactId: z.optional(contactId),
  createdAt: z.number(),
  fingerprint: z.optional(z.string()),
}

/** A stored result. A later format gets another version number. */
const recordSchema = z.discriminatedUnion('kind', [
  z.object({
    version: z.literal(1),
    kind: z.literal('task'),
    ...shared,
    scheduledAt: z.optional(z.number()),
    endedAt: z.optional(z.number()),
    isStopped: z.optional(z.literal(true)),
  }),
  // A panel without messages treats this record as one of a newer version: it neither reads nor deletes it.
  z.object({ version: z.literal(2), kind: z.literal('message'), ...shared }),
])

const newerSchema = z.object({ version: z.number().check(z.gt(2)) })

const recordOf = (entry: LedgerEntry) => ({ version: entry.kind === 'message' ? 2 : 1, ...entry })

function entryIn(value: unknown): LedgerEntry | undefined {
  const { data } = recordSchema.safeParse(value)
  if (!data) return undefined
  const { kind, contactId: id, linkedContactId, createdAt, fingerprint } = data
  const { scheduledAt, endedAt, isStopped } = data.kind === 'task' ? data : {}
  return {
    kind,
    contactId: id,
    ...(linkedContactId === undefined ? {} : { linkedContactId }),
    ...(scheduledAt === undefined ? {} : { scheduledAt }),
    createdAt,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(isStopped ? { isStopped } : {}),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  }
}

/** Results in this browser, in a database of their own: `idb-keyval` makes one object store per database. */
export function indexedDbLedger(now: () => number, database: string): LedgerStore {
  const records = openRecords(`${database}-ledger`, 'results')
  const windows = windowsOf(`${database}-ledger`)
  const watches = new Set<{ readonly account: Account; readonly watch: DraftWatch }>()
  return {
    load: async (account) => {
      const all = (await records.readAll())
        .filter(({ value }) => !newerSchema.safeParse(value).success)
        .map(({ key, value }) => ({ key, entry: entryIn(value) }))
      const isOver = ({ entry }: (typeof all)[number]) => !entry || isExpired(entry, now())
      const own = all.filter((each) => isKeyOf(account, each.key) && !isOver(each))
      const entries = latestEntries(own.flatMap(({ entry }) => entry ?? []))
      const left = [
        // Deletes old results of other accounts too, because those agents may never use this browser again.
        ...all.filter(isOver),
        ...own.filter(({ entry }) => entry && !entries.includes(entry)),
      ]
      await Promise.all([
        ...left.map(({ key }) => records.remove(key)),
        ...own
          .flatMap(({ key, entry }) =>
            entry && entries.includes(entry) && hasOldHash(entry, now()) ? [{ key, entry }] : [],
          )
          .map(({ key, entry }) => records.put(key, { ...recordOf(entry), fingerprint: undefined })),
      ])
      return entries
    },
    add: async (account, entry) => {
      const { issuer, subject } = account
      await records.put([issuer, subject, entry.contactId], recordOf(entry))
      for (const watched of watches) if (isSameAccount(watched.account, account)) watched.watch.tell()
    },
    watch: async (account, onChange) => {
      const watched = { account, watch: await windows(account, onChange) }
      watches.add(watched)
      return () => {
        watches.delete(watched)
        watched.watch.stop()
      }
    },
  }
}

/** The hash of a content is stored only as long as the panel asks about the same task from another draft. */
const hasOldHash = ({ fingerprint, createdAt }: LedgerEntry, now: number): boolean =>
  fingerprint !== undefined && now - createdAt >= repeatAskedMs

/** One entry per contact, the latest first, within the limit. */
function latestEntries(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const byContact = new Map(entries.map((entry) => [entry.contactId, entry]))
  return [...byContact.values()]
    .toSorted((one, other) => other.createdAt - one.createdAt)
    .slice(0, ledgerEntriesLimit)
}
