import type { Account, DraftStore } from './draft-store.ts'
import { isUnfinished, type KeptDraft } from './kept-draft.ts'

/** Keeps what is stored for one account in step with the drafts at hand: what changed is written, what is done with is deleted. */
export interface SavedDrafts {
  readonly account: Account
  readonly load: () => Promise<readonly KeptDraft[]>
  readonly keep: (drafts: readonly KeptDraft[]) => Promise<void>
}

export function savedDrafts(store: DraftStore, account: Account, onFailed: () => void): SavedDrafts {
  let saved: ReadonlyMap<string, KeptDraft> = new Map()
  // One after another: an older text must never be written over a newer one.
  let writing = Promise.resolve()

  async function write(drafts: readonly KeptDraft[]): Promise<void> {
    const before = saved
    saved = byId(drafts.filter(isUnfinished))
    const changed = [...saved.values()].filter((draft) => before.get(draft.id) !== draft)
    const left = [...before.values()].filter((draft) => placeOf(saved.get(draft.id)) !== placeOf(draft))
    try {
      await Promise.all([
        ...left.map((draft) => store.forget(account, draft)),
        ...changed.map((draft) => store.save(account, draft)),
      ])
    } catch {
      // Whatever was not written is new at the next try.
      saved = before
      onFailed()
    }
  }

  return {
    account,
    load: async () => {
      try {
        const drafts = await store.load(account)
        saved = new Map([...byId(drafts), ...saved])
        return drafts
      } catch {
        onFailed()
        return []
      }
    },
    keep: (drafts) => {
      writing = writing.then(() => write(drafts))
      return writing
    },
  }
}

const byId = (drafts: readonly KeptDraft[]) => new Map(drafts.map((draft) => [draft.id, draft]))

/** A draft that moved is stored under another contact. */
const placeOf = (draft: KeptDraft | undefined) => draft && `${draft.id} ${draft.contact?.contactId ?? ''}`
