import type { Account, DraftStore } from './draft-store.ts'
import { isUnfinished, type KeptDraft } from './kept-draft.ts'

/** Keeps what is stored for one account in step with the drafts at hand: what changed is written, what is done with is deleted. */
export interface SavedDrafts {
  readonly account: Account
  readonly load: () => Promise<readonly KeptDraft[]>
  readonly keep: (drafts: readonly KeptDraft[]) => Promise<void>
}

export function savedDrafts(
  store: DraftStore,
  account: Account,
  onStore: (works: boolean) => void,
): SavedDrafts {
  let saved: ReadonlyMap<string, KeptDraft> = new Map()
  // Writing or deleting them failed, and something of them may be stored.
  let doubtful: readonly KeptDraft[] = []
  // One after another: an older text must never be written over a newer one.
  let writing = Promise.resolve()

  async function write(changed: readonly KeptDraft[], left: readonly KeptDraft[]): Promise<void> {
    try {
      await Promise.all([
        ...left.map((draft) => store.forget(account, draft)),
        ...changed.map((draft) => store.save(account, draft)),
      ])
      if (changed.length > 0) onStore(true)
    } catch {
      // Whatever was not written is new at the next try.
      saved = new Map([...saved].filter(([, draft]) => !changed.includes(draft)))
      doubtful = [...doubtful, ...changed, ...left]
      onStore(false)
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
        onStore(false)
        return []
      }
    },
    keep: (drafts) => {
      // Compared now, not when its turn comes: what is loaded meanwhile is no draft that was dropped.
      const next = byId(drafts.filter(isUnfinished))
      const changed = [...next.values()].filter((draft) => !isStoredAs(saved.get(draft.id), draft))
      const left = [...doubtful, ...saved.values()].filter(
        (draft) => placeOf(next.get(draft.id)) !== placeOf(draft),
      )
      doubtful = []
      saved = next
      writing = writing.then(() => write(changed, left))
      return writing
    },
  }
}

const byId = (drafts: readonly KeptDraft[]) => new Map(drafts.map((draft) => [draft.id, draft]))

/** A draft that moved is stored under another contact. */
const placeOf = (draft: KeptDraft | undefined) => draft && `${draft.id} ${draft.contact?.contactId ?? ''}`

/**
 * Only what the agent does is written. A contact that changes its state is news to every page, and one that has long been
 * idle would put its old text over what another has stored since.
 */
const isStoredAs = (stored: KeptDraft | undefined, draft: KeptDraft): boolean =>
  stored !== undefined &&
  stored.values === draft.values &&
  stored.earlier === draft.earlier &&
  stored.contact?.displayName === draft.contact?.displayName &&
  stored.isDecided === draft.isDecided &&
  placeOf(stored) === placeOf(draft)
