import { createStore, promisifyRequest, type UseStore } from 'idb-keyval'
import { draftOf, isNewer, recordOf, recordSchema } from './draft-record.ts'
import type { Account, DraftStore } from './draft-store.ts'
import type { KeptDraft } from './kept-draft.ts'

/** Drafts hold customers' data: those that nobody touched for this long are deleted when drafts are next read. */
export const draftKeptMs = 7 * 24 * 3_600_000

/** How many drafts of one account are kept; the oldest go first. */
export const keptDraftsLimit = 50

const keyOf = ({ issuer, subject }: Account, { id, contact }: Pick<KeptDraft, 'id' | 'contact'>) => [
  issuer,
  subject,
  contact?.contactId ?? '',
  id,
]

const isOf = ({ issuer, subject }: Account, key: IDBValidKey) =>
  Array.isArray(key) && key[0] === issuer && key[1] === subject

/** Drafts in this browser, for the pages of this origin. */
export function indexedDbDrafts(now: () => number, database = 'tasklink'): DraftStore {
  // Opened when first needed, and again after it failed: a browser may refuse it now and grant it later.
  let opened: UseStore | undefined
  const store: UseStore = (mode, use) => {
    opened ??= createStore(database, 'drafts')
    return opened(mode, use)
  }
  const remove = (key: IDBValidKey) =>
    store('readwrite', (drafts) => {
      drafts.delete(key)
      return written(drafts.transaction)
    })
  return {
    load: async (account) => {
      const [keys, values] = await store('readonly', (drafts) =>
        Promise.all([promisifyRequest(drafts.getAllKeys()), promisifyRequest<unknown[]>(drafts.getAll())]),
      )
      const all = keys
        .map((key, index) => ({
          key,
          value: values[index],
          record: recordSchema.safeParse(values[index]).data,
        }))
        .filter(({ value }) => !isNewer(value))
        .toSorted((one, other) => (other.record?.keptAt ?? 0) - (one.record?.keptAt ?? 0))
      const found = all.filter(({ key }) => isOf(account, key))
      // Other people of this browser may never come back to have theirs deleted.
      const isOld = ({ record }: (typeof all)[number]) => !record || now() - record.keptAt >= draftKeptMs
      // A page that went while a draft was moving may have left it under both contacts.
      const isLatest = (id: string | undefined, index: number) =>
        found.findIndex(({ record }) => record?.id === id) === index
      const isKept = (each: (typeof found)[number], index: number) =>
        !isOld(each) && index < keptDraftsLimit && isLatest(each.record?.id, index)
      const left = [
        ...all.filter((each) => isOld(each) && !isOf(account, each.key)),
        ...found.filter((each, index) => !isKept(each, index)),
      ]
      await Promise.all(left.map(({ key }) => remove(key)))
      return found.filter(isKept).flatMap(({ record }) => (record ? [draftOf(record)] : []))
    },
    save: async (account, draft) => {
      const record = recordOf(draft, now())
      await store('readwrite', (drafts) => {
        drafts.put(record, keyOf(account, draft))
        return written(drafts.transaction)
      })
    },
    forget: async (account, draft) => {
      await remove(keyOf(account, draft))
    },
  }
}

/** Said to be whole at once: what a page leaves unsaid when it goes is dropped by the browser. */
function written(transaction: IDBTransaction): Promise<unknown> {
  transaction.commit()
  return promisifyRequest(transaction)
}
