import type { Account } from './account.ts'
import { isNewer, readRecord, recordOf } from './draft-record.ts'
import type { DraftStore } from './draft-store.ts'
import { indexedDbLedger } from './indexed-db-ledger.ts'
import { isKeyOf, openRecords, type StoredRecord } from './indexed-db-records.ts'
import type { KeptDraft } from './kept-draft.ts'

/** Drafts hold customer data: the next read deletes drafts that were not changed for this long. */
export const draftKeptMs = 7 * 24 * 3_600_000

/** How many drafts of one account are kept; the oldest are deleted first. */
export const keptDraftsLimit = 50

const keyOf = ({ issuer, subject }: Account, { id, contact }: Pick<KeptDraft, 'id' | 'contact'>) => [
  issuer,
  subject,
  contact?.contactId ?? '',
  id,
]

const readable = ({ key, value }: StoredRecord) => ({ key, record: readRecord(value) })

/** Drafts and results in this browser, for the pages of this origin. */
export function indexedDbDrafts(now: () => number, database = 'tasklink'): DraftStore {
  const records = openRecords(database, 'drafts')
  return {
    load: async (account) => {
      const all = (await records.readAll())
        .filter(({ value }) => !isNewer(value))
        .map(readable)
        .toSorted((one, other) => (other.record?.keptAt ?? 0) - (one.record?.keptAt ?? 0))
      const own = all.filter(({ key }) => isKeyOf(account, key))
      const isOld = ({ record }: (typeof all)[number]) => !record || now() - record.keptAt >= draftKeptMs
      // A page that closed while a draft moved may have left it under both contacts.
      const isLatest = (id: string | undefined, index: number) =>
        own.findIndex(({ record }) => record?.draft.id === id) === index
      const isKept = (each: (typeof all)[number], index: number) =>
        !isOld(each) && index < keptDraftsLimit && isLatest(each.record?.draft.id, index)
      const left = [
        // Also of other accounts, which may never come back to this browser.
        ...all.filter((each) => isOld(each) && !isKeyOf(account, each.key)),
        ...own.filter((each, index) => !isKept(each, index)),
      ]
      await Promise.all(left.map(({ key }) => records.remove(key)))
      return own.filter(isKept).flatMap(({ record }) => (record ? [record.draft] : []))
    },
    save: async (account, draft) => {
      await records.put(keyOf(account, draft), recordOf(draft, now()))
    },
    forget: async (account, draft) => {
      await records.remove(keyOf(account, draft))
    },
    ledger: indexedDbLedger(now, database),
  }
}
