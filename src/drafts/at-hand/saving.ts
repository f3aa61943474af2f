import type { Snapshots } from '../../core/listeners/snapshot-store.ts'
import type { Desk } from '../desk/desk.ts'
import type { AttachedForm } from './attached-form.ts'
import type { OpenAccount } from './open-account.ts'

/** How long after the last keystroke a draft is stored. */
export const saveAfterMs = 300

/** The most rounds of one write, so that two windows with a typing agent do not make each other write forever. */
const mostRounds = 4

/** When the drafts of the desk go to the store. */
export interface Saving {
  /** Stores the drafts once the agent pauses. */
  readonly soon: () => void
  /** Stores the drafts at once. */
  readonly flush: () => Promise<void>
  /** Stores the drafts when the page may close before the storage answers. */
  readonly leave: () => Promise<void>
  /** A write has begun and not ended. The store may hang. */
  readonly isStoring: () => boolean
}

export interface SavingOptions {
  readonly desk: Snapshots<Desk>
  readonly form: Pick<AttachedForm, 'read'>
  readonly account: Pick<OpenAccount, 'withSaved' | 'watch'>
}

export function createSaving({ desk, form, account }: SavingOptions): Saving {
  let timer: ReturnType<typeof setTimeout> | undefined
  let storing = 0

  async function flush(): Promise<void> {
    form.read()
    clearTimeout(timer)
    timer = undefined
    const isStillOpen = account.watch()
    let { drafts } = desk.getSnapshot()
    storing += 1
    await account.withSaved(async ({ keep }) => {
      await keep(drafts)
      // Another window has written meanwhile. The text of this window is now a draft of its own and is written as one.
      for (let round = 1; round < mostRounds; round += 1) {
        const { drafts: after } = desk.getSnapshot()
        if (!isStillOpen() || after === drafts) return
        drafts = after
        // Each round writes what the one before has found.
        // oxlint-disable-next-line no-await-in-loop
        await keep(drafts)
      }
    })
    storing -= 1
  }

  return {
    soon: () => {
      timer ??= setTimeout(() => void flush(), saveAfterMs)
    },
    flush,
    leave: async () => {
      form.read()
      const { drafts } = desk.getSnapshot()
      await Promise.all([account.withSaved((saved) => saved.leave(drafts)), flush()])
    },
    isStoring: () => storing > 0,
  }
}
