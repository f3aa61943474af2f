import type { KeptDraft } from './kept-draft.ts'

/** The person whose drafts these are, as their identity provider names them. */
export interface Account {
  readonly issuer: string
  readonly subject: string
}

/** Where drafts outlive the page. Each belongs to one account and is nobody else's to read. */
export interface DraftStore {
  /** What is kept for this account and still readable. */
  readonly load: (account: Account) => Promise<readonly KeptDraft[]>
  readonly save: (account: Account, draft: KeptDraft) => Promise<void>
  readonly forget: (account: Account, draft: Pick<KeptDraft, 'id' | 'contact'>) => Promise<void>
}
