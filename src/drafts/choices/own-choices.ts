import { createSnapshotStore, type Snapshots } from '../../core/listeners/snapshot-store.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import type { Account } from '../account.ts'
import { noChoices, withFavourite, withUsed, type Choices, type ChoiceStore } from './choices.ts'

/** The choices of the account that is signed in. */
export interface OwnChoices extends Snapshots<Choices> {
  /** Reads the choices of this account. If policy keeps drafts out of the browser, choices are not stored either. */
  readonly open: (account: Account, keeps: KeptParts) => void
  readonly noteUsed: (key: string) => void
  readonly setFavourite: (key: string, isFavourite: boolean) => void
  /** Removes them from memory, so that the next agent does not see them. The store keeps them. */
  readonly clear: () => void
}

/** Without a store, choices last as long as the page. */
export function createOwnChoices(store: ChoiceStore | undefined): OwnChoices {
  const choices = createSnapshotStore(noChoices)
  let owner: Account | undefined
  let changes = 0

  const keep = async (move: (before: Choices) => Choices) => {
    const account = owner
    if (!account || !store) return
    changes += 1
    const own = changes
    try {
      const stored = await store.change(account, move)
      // Ignored if another account was opened or the agent has changed more meanwhile.
      if (owner === account && changes === own) choices.set(stored)
    } catch {
      // A failed write is not announced, because the choices stay in memory.
    }
  }
  const forget = async (account: Account) => {
    try {
      await store?.forget(account)
    } catch {
      // The next visit reads them again.
    }
  }
  const change = (move: (before: Choices) => Choices) => {
    choices.set(move(choices.getSnapshot()))
    void keep(move)
  }
  return {
    subscribe: choices.subscribe,
    getSnapshot: choices.getSnapshot,
    open: (account, keeps) => {
      owner = keeps === 'nothing' ? undefined : account
      if (owner) void keep((stored) => stored)
      else void forget(account)
    },
    noteUsed: (key) => change((before) => withUsed(before, key)),
    setFavourite: (key, isFavourite) => change((before) => withFavourite(before, key, isFavourite)),
    clear: () => {
      owner = undefined
      choices.set(noChoices)
    },
  }
}
