import type { Account } from './account.ts'
import type { KeptDraft } from './kept-draft.ts'
import type { LedgerStore } from './ledger-entry.ts'

/** Where drafts outlive the page. Each belongs to one account, and no other account can read it. */
export interface DraftStore {
  /** The stored drafts of this account that can be read. */
  readonly load: (account: Account) => Promise<readonly KeptDraft[]>
  readonly save: (account: Account, draft: KeptDraft) => Promise<void>
  readonly forget: (account: Account, draft: Pick<KeptDraft, 'id' | 'contact'>) => Promise<void>
  /** Where the results of an account are kept; without it they last as long as the page. */
  readonly ledger?: LedgerStore
}
