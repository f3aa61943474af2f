import type { KeptParts } from '../../../core/existing-task/permissions.ts'
import type { Account } from '../../account.ts'
import type { DraftRecords, DraftStore } from '../../draft-store.ts'
import { inTime } from '../../in-time.ts'

/** The store of one account, as one window uses it. */
export interface WindowStore {
  readonly store: DraftStore
  readonly account: Account
  /** Tells the windows of the browser apart. */
  readonly window: string
  /** The parts that policy allows the browser to store. */
  readonly keeps: KeptParts
  readonly now: () => number
}

/** Changes all records at once. Rejects if the store does not answer in time. */
export const changeRecords = (
  { store, account }: WindowStore,
  change: (records: DraftRecords) => DraftRecords,
): Promise<void> => inTime(store.change(account, change))

/** Reads all records without a change. Undefined if the store does not answer. */
export async function lookAtRecords<Answer>(
  { store, account }: WindowStore,
  look: (records: DraftRecords) => Answer,
  limitMs?: number,
): Promise<{ readonly answer: Answer } | undefined> {
  let found: { readonly answer: Answer } | undefined
  const looked = store.change(account, (records) => {
    found = { answer: look(records) }
    return new Map()
  })
  await inTime(looked, limitMs).catch(() => {})
  return found
}
