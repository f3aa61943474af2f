import type { Account } from './account.ts'
import type { DraftStore } from './draft-store.ts'
import { inTime } from './in-time.ts'
import { isUnfinished, type KeptDraft } from './kept-draft.ts'

/** Keeps the store of one account in step with the desk: writes changed drafts and deletes finished ones. */
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
  // Drafts that could not be written or deleted. The store may hold an old text of them.
  let doubtful: readonly KeptDraft[] = []
  // Writes of one draft follow one another, so that an older text never replaces a newer one.
  const writing = new Map<string, Promise<void>>()

  async function write(draft: KeptDraft, act: 'save' | 'forget'): Promise<void> {
    try {
      await inTime(store[act](account, draft))
      if (act === 'save') onStore(true)
    } catch {
      // The next `keep` writes it again.
      if (saved.get(draft.id) === draft) saved = new Map([...saved].filter(([, each]) => each !== draft))
      doubtful = [...doubtful, draft]
      onStore(false)
    }
  }

  function writeInTurn(draft: KeptDraft, act: 'save' | 'forget'): Promise<void> {
    const turn = (writing.get(draft.id) ?? Promise.resolve()).then(() => write(draft, act))
    writing.set(draft.id, turn)
    return turn
  }

  return {
    account,
    load: async () => {
      try {
        const drafts = await inTime(store.load(account))
        saved = new Map([...byId(drafts), ...saved])
        return drafts
      } catch {
        onStore(false)
        return []
      }
    },
    keep: async (drafts) => {
      // Compared now and not after the writes before it: a draft that is loaded meanwhile was not dropped.
      const next = byId(drafts.filter(isUnfinished))
      const changed = [...next.values()].filter((draft) => !isStoredAs(saved.get(draft.id), draft))
      const left = [...doubtful, ...saved.values()].filter(
        (draft) => placeOf(next.get(draft.id)) !== placeOf(draft),
      )
      doubtful = []
      saved = next
      // Saved first: a page that closes while a draft moves must leave it in one place at least.
      await Promise.all([
        ...changed.map((draft) => writeInTurn(draft, 'save')),
        ...left.map((draft) => writeInTurn(draft, 'forget')),
      ])
    },
  }
}

const byId = (drafts: readonly KeptDraft[]) => new Map(drafts.map((draft) => [draft.id, draft]))

/** The key in the store: a draft that moves to another contact gets another one. */
const placeOf = (draft: KeptDraft | undefined) => draft && `${draft.id} ${draft.contact?.contactId ?? ''}`

/**
 * Whether only the contact source has changed the draft since. Such changes are not written: an idle page would replace a
 * newer text of another page with its own.
 */
const isStoredAs = (stored: KeptDraft | undefined, draft: KeptDraft): boolean =>
  stored !== undefined &&
  stored.content === draft.content &&
  stored.earlier === draft.earlier &&
  stored.contact?.displayName === draft.contact?.displayName &&
  (stored.contactChoice === 'none') === (draft.contactChoice === 'none') &&
  placeOf(stored) === placeOf(draft)
