import type { ContactSession } from '../contacts/contact-source.ts'
import type { KeptParts } from '../core/existing-task/permissions.ts'
import { createSnapshotStore, type Snapshots } from '../core/listeners/snapshot-store.ts'
import type { AnyDraft } from '../core/message/any-draft.ts'
import type { TaskDraft } from '../core/task/task-parts.ts'
import type { Account } from './account.ts'
import { createAttachedForm, type AttachedForm } from './at-hand/attached-form.ts'
import { createOpenAccount, type OpenAccount } from './at-hand/open-account.ts'
import { createSaving, type Saving } from './at-hand/saving.ts'
import type { OwnChoices } from './choices/own-choices.ts'
import { newDesk, type Desk, type Hands } from './desk/desk.ts'
import { cleared, withBlank } from './desk/page-moves.ts'
import { withSession } from './desk/source-moves.ts'
import type { DraftStore } from './draft-store.ts'
import type { Ledger } from './ledger/ledger.ts'

export interface DraftsAtHandOptions {
  readonly store: DraftStore
  readonly blank: TaskDraft
  /** Whether the last read or write of the store succeeded; otherwise drafts are in memory only. */
  readonly onStore: (works: boolean) => void
  /** The present time, in milliseconds since the epoch; the browser's unless given. */
  readonly now?: () => number
}

/** The desk of one panel. It reads the form in front of the agent, and keeps the store up to date. */
export interface DraftsAtHand
  extends
    Snapshots<Desk>,
    Pick<AttachedForm, 'attach' | 'change'>,
    Pick<Saving, 'flush' | 'leave' | 'isStoring'>,
    Pick<OpenAccount, 'withSaved'> {
  /** The results of the account, the latest first. */
  readonly ledger: Pick<Ledger, 'subscribe' | 'getSnapshot' | 'note'>
  /** The destinations that the account has chosen before. */
  readonly choices: Pick<OwnChoices, 'subscribe' | 'getSnapshot' | 'noteUsed' | 'setFavourite'>
  /** The store of the account's own presets. */
  readonly presets: DraftStore['presets']
  /** The source of contacts has a new session. */
  readonly see: (session: ContactSession, hands: Hands) => void
  /** Changes the content of new drafts, and of those that are still blank. */
  readonly renewBlank: (blank: AnyDraft) => void
  /** The agent typed. */
  readonly touch: () => void
  /** Shows the drafts and results of this account, and those of no other account. `keeps` is what policy lets the browser store; everything unless given. */
  readonly open: (account: Account, keeps?: KeptParts) => void
  /** The parts that policy allows the browser to store of the account. */
  readonly keeps: () => KeptParts
  /** Removes every draft and result from view and memory: the next agent must not see them. */
  readonly clear: () => void
}

export function createDraftsAtHand(options: DraftsAtHandOptions): DraftsAtHand {
  const { store, blank, onStore, now = Date.now } = options
  const desk = createSnapshotStore(newDesk(blank))
  const form = createAttachedForm(desk, now)
  const account = createOpenAccount({ store, now, change: form.change, onStore })
  const saving = createSaving({ desk, form, account })
  desk.subscribe(saving.soon)
  let kept: KeptParts = 'everything'

  const clear = () => {
    void saving.leave()
    account.close()
    form.forget()
    desk.set(cleared(desk.getSnapshot()))
  }

  return {
    subscribe: desk.subscribe,
    getSnapshot: desk.getSnapshot,
    ledger: account.ledger,
    choices: account.choices,
    presets: store.presets,
    see: (session, hands) => form.change((before) => withSession(before, session, hands)),
    renewBlank: (next) => form.change((before) => withBlank(before, next)),
    attach: form.attach,
    change: form.change,
    touch: saving.soon,
    flush: saving.flush,
    leave: saving.leave,
    isStoring: saving.isStoring,
    withSaved: account.withSaved,
    open: (next, keeps = 'everything') => {
      if (account.is(next)) return
      if (account.isOpen()) clear()
      kept = keeps
      account.open(next, keeps)
      void account.withSaved(({ follow }) => follow())
      // Stores the text that was typed before the account was known.
      saving.soon()
    },
    keeps: () => kept,
    clear,
  }
}
