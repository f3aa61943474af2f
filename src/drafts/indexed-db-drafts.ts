import { createStore, promisifyRequest, type UseStore } from 'idb-keyval'
import * as z from 'zod/mini'
import { channels, contactStates } from '../core/contact.ts'
import { linkTypes } from '../core/links.ts'
import { referenceTypes } from '../core/references.ts'
import type { Account, DraftStore } from './draft-store.ts'
import type { KeptDraft } from './kept-draft.ts'

/** Drafts hold customers' data: those that nobody touched for this long are deleted when drafts are next read. */
export const draftKeptMs = 7 * 24 * 3_600_000

/** How many drafts of one account are kept; the oldest go first. */
export const keptDraftsLimit = 50

const contactSchema = z.object({
  contactId: z.string(),
  channel: z.enum(channels),
  state: z.enum(contactStates),
  stateSince: z.number(),
  displayName: z.optional(z.string()),
})

const valuesSchema = z.object({
  name: z.string(),
  description: z.string(),
  destination: z.string(),
  link: z.enum([...linkTypes, 'none']),
  references: z.array(z.object({ name: z.string(), type: z.enum(referenceTypes), value: z.string() })),
  attributes: z.array(z.object({ key: z.string(), value: z.string() })),
  schedule: z.object({
    when: z.enum(['now', 'later']),
    date: z.string(),
    time: z.string(),
    occurrence: z.enum(['first', 'second']),
  }),
})

/** What is stored; a later shape gets another number, and this one is read as long as drafts of it may be left. */
const recordSchema = z.object({
  version: z.literal(1),
  keptAt: z.number(),
  id: z.string(),
  contact: z.optional(contactSchema),
  isTyped: z.boolean(),
  isDecided: z.boolean(),
  turn: z.number(),
  values: valuesSchema,
})

type Record = z.infer<typeof recordSchema>

const keyOf = ({ issuer, subject }: Account, { id, contact }: Pick<KeptDraft, 'id' | 'contact'>) => [
  issuer,
  subject,
  contact?.contactId ?? '',
  id,
]

// An array sorts after every text, so the bound holds every key that begins with this account.
const keysOf = ({ issuer, subject }: Account) => IDBKeyRange.bound([issuer, subject], [issuer, subject, []])

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
      return promisifyRequest(drafts.transaction)
    })
  return {
    load: async (account) => {
      const range = keysOf(account)
      const [keys, values] = await store('readonly', (drafts) =>
        Promise.all([
          promisifyRequest(drafts.getAllKeys(range)),
          promisifyRequest<unknown[]>(drafts.getAll(range)),
        ]),
      )
      const found = keys
        .map((key, index) => ({ key, record: recordSchema.safeParse(values[index]).data }))
        .toSorted((one, other) => (other.record?.keptAt ?? 0) - (one.record?.keptAt ?? 0))
      const isKept = ({ record }: (typeof found)[number], index: number) =>
        record !== undefined && index < keptDraftsLimit && now() - record.keptAt < draftKeptMs
      await Promise.all(found.filter((each, index) => !isKept(each, index)).map(({ key }) => remove(key)))
      return found.filter(isKept).flatMap(({ record }) => (record ? [draftOf(record)] : []))
    },
    save: async (account, draft) => {
      const record = recordOf(draft, now())
      await store('readwrite', (drafts) => {
        drafts.put(record, keyOf(account, draft))
        return promisifyRequest(drafts.transaction)
      })
    },
    forget: async (account, draft) => {
      await remove(keyOf(account, draft))
    },
  }
}

function recordOf({ id, contact, isTyped, isDecided, turn, values }: KeptDraft, keptAt: number): Record {
  const { references, attributes } = values
  return {
    version: 1,
    keptAt,
    id,
    ...(contact ? { contact } : {}),
    isTyped,
    isDecided,
    turn,
    values: { ...values, references: [...references], attributes: [...attributes] },
  }
}

const draftOf = ({ id, contact, isTyped, isDecided, turn, values }: Record): KeptDraft => ({
  id,
  ...(contact ? { contact: contactOf(contact) } : {}),
  isTyped,
  isDecided,
  turn,
  values,
  isBegun: true,
  isSent: false,
})

const contactOf = ({ displayName, ...contact }: z.infer<typeof contactSchema>) =>
  displayName === undefined ? contact : { ...contact, displayName }
