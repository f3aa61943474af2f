import type { KeptParts } from '../../core/existing-task/permissions.ts'
import { isSameAccount, type Account } from '../account.ts'
import { createOwnChoices, type OwnChoices } from '../choices/own-choices.ts'
import { lateValue } from '../late-value.ts'
import { createLedger, type Ledger } from '../ledger/ledger.ts'
import type { SavedDrafts, SavedDraftsOptions } from '../sync/saved-drafts.ts'

interface Opened {
  readonly account: Account
  readonly saved: () => Promise<SavedDrafts>
}

/** The account whose drafts, results and choices the panel shows; none before the sign-in and after the sign-out. */
export interface OpenAccount {
  readonly ledger: Ledger
  readonly choices: OwnChoices
  readonly isOpen: () => boolean
  readonly is: (account: Account) => boolean
  readonly open: (account: Account, keeps: KeptParts) => void
  readonly close: () => void
  /** Uses the drafts in the store, once they are there. Does nothing while no account is open. */
  readonly withSaved: (work: (saved: SavedDrafts) => Promise<void> | void) => Promise<void>
  /** Returns a function that says whether the same account is still open. */
  readonly watch: () => () => boolean
}

export type OpenAccountOptions = Pick<SavedDraftsOptions, 'store' | 'now' | 'change' | 'onStore'>

export function createOpenAccount({ store, now, change, onStore }: OpenAccountOptions): OpenAccount {
  const ledger: Ledger = createLedger(store.ledger)
  const choices = createOwnChoices(store.choices)
  let opened: Opened | undefined

  const withSaved: OpenAccount['withSaved'] = async (work) => {
    try {
      const saved = await opened?.saved()
      if (saved) await work(saved)
    } catch {
      // The code that stores drafts could not be loaded.
      onStore(false)
    }
  }

  function open(account: Account, keeps: KeptParts): void {
    const results = ledger.open(account, keeps)
    choices.open(account, keeps)
    // A read may end after the agent has signed out. The next agent must not see its drafts.
    const isStillOpen = () => opened === own
    const own: Opened = {
      account,
      saved: lateValue(async () => {
        const { savedDrafts } = await import('../sync/saved-drafts.ts')
        return savedDrafts({
          store,
          account,
          keeps,
          now,
          onStore: (works) => {
            if (works && isStillOpen()) ledger.keepOwed()
            onStore(works)
          },
          change: (move) => {
            if (isStillOpen()) change(move)
          },
          onResults: async (entries) => {
            await results
            if (isStillOpen()) ledger.learn(entries)
          },
          onLedger: () => {
            if (isStillOpen()) void ledger.readAgain()
          },
        })
      }),
    }
    opened = own
  }

  return {
    ledger,
    choices,
    isOpen: () => opened !== undefined,
    is: (account) => opened !== undefined && isSameAccount(opened.account, account),
    open,
    close: () => {
      void withSaved((saved) => saved.close())
      opened = undefined
      ledger.clear()
      choices.clear()
    },
    withSaved,
    watch: () => {
      const own = opened
      return () => opened === own
    },
  }
}
