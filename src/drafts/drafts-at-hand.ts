import type { ContactSession } from '../contacts/contact-source.ts'
import type { EarlierAttempts } from '../core/attempt.ts'
import type { Contact } from '../core/contact.ts'
import { createSnapshotStore, type Snapshots } from '../core/snapshot-store.ts'
import type { TaskDraft, TaskRequest } from '../core/task-parts.ts'
import { isSameAccount, type Account } from './account.ts'
import * as agent from './agent-moves.ts'
import { inFront, showing } from './desk-changes.ts'
import { newDesk, type Desk, type Hands } from './desk.ts'
import type { DraftStore } from './draft-store.ts'
import type { LedgerEntry } from './ledger-entry.ts'
import { createLedger, type Ledger } from './ledger.ts'
import * as page from './page-moves.ts'
import { savedDrafts, type SavedDrafts } from './saved-drafts.ts'
import { withSession } from './source-moves.ts'

/** How long after the last keystroke a draft is stored. */
export const saveAfterMs = 300

export interface DraftsAtHandOptions {
  readonly store: DraftStore
  readonly blank: TaskDraft
  /** Whether the last read or write of the store succeeded; otherwise drafts are in memory only. */
  readonly onStore: (works: boolean) => void
}

/** The desk of one panel. It reads the form in front of the agent, and keeps the store up to date. */
export interface DraftsAtHand extends Snapshots<Desk>, DeskMoves {
  /** The results of the account, the latest first. */
  readonly ledger: Pick<Ledger, 'subscribe' | 'getSnapshot' | 'note'>
  /** The form in front of the agent. Returns how to detach it, which reads it a last time. */
  readonly attach: (id: string, read: () => TaskDraft) => () => void
  /** The agent typed. */
  readonly touch: () => void
  /** Stores the drafts at once: the page may go. */
  readonly flush: () => Promise<void>
  /** The task of this draft exists. `left` has the other attempts of the draft that may have created one too. */
  readonly noteCreated: (id: string, entry: LedgerEntry, left?: EarlierAttempts<TaskRequest>) => void
  /** An earlier text of this draft turned out to have become a task, while the draft has another one. */
  readonly noteFound: (id: string, entry: LedgerEntry) => void
  /** Shows the drafts and results of this account, and those of no other account. */
  readonly open: (account: Account) => void
  /** Removes every draft and result from view and memory: the next agent must not see them. */
  readonly clear: () => void
}

/** Changes of the desk, each made after the form was read. */
interface DeskMoves {
  readonly see: (session: ContactSession, hands: Hands) => void
  readonly choose: (contact: Contact | undefined) => void
  readonly show: (contact: Contact) => void
  readonly putInFront: (id: string) => void
  readonly move: (contact: Contact) => void
  /** The agent typed the id of a contact for this draft. */
  readonly linkTyped: (id: string, contact: Contact) => void
  /** The draft was sent, an answer came that it was not done, or the agent has answered a question about it. */
  readonly noteSubmitted: (id: string, earlier: EarlierAttempts<TaskRequest>) => void
  readonly startOver: () => void
  /** Replaces the draft of a created task by a new one with the same content. */
  readonly startAlike: () => void
  readonly discard: (id: string) => void
  /** Brings back the draft that was discarded last. */
  readonly undiscard: () => void
  readonly forgetDiscarded: () => void
  readonly renewBlank: (blank: TaskDraft) => void
}

export function createDraftsAtHand({ store, blank, onStore }: DraftsAtHandOptions): DraftsAtHand {
  const desk = createSnapshotStore(newDesk(blank))
  const ledger: Ledger = createLedger(store.ledger)
  let saved: SavedDrafts | undefined
  let form: { readonly id: string; readonly read: () => TaskDraft } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const readForm = () => {
    if (form) desk.set(agent.withContent(desk.getSnapshot(), form.id, form.read()))
  }
  /** Reads the form first, so that no move is based on an older text. */
  const change = (move: (desk: Desk) => Desk) => {
    readForm()
    desk.set(move(desk.getSnapshot()))
  }
  const flush = async () => {
    readForm()
    clearTimeout(timer)
    timer = undefined
    await saved?.keep(desk.getSnapshot().drafts)
  }
  const saveSoon = () => {
    timer ??= setTimeout(() => void flush(), saveAfterMs)
  }
  const clear = () => {
    void flush()
    saved = undefined
    form = undefined
    ledger.clear()
    desk.set(page.cleared(desk.getSnapshot()))
  }
  const load = async (opened: SavedDrafts) => {
    const drafts = await opened.load()
    if (saved === opened) change((before) => page.opening(before, drafts))
  }
  desk.subscribe(saveSoon)

  return {
    subscribe: desk.subscribe,
    getSnapshot: desk.getSnapshot,
    ledger,
    ...movesBy(change),
    attach: (id, read) => {
      const attached = { id, read }
      form = attached
      return () => {
        // Another form may be attached by now, or the draft may have been cleared.
        if (form !== attached) return
        readForm()
        form = undefined
      }
    },
    touch: saveSoon,
    flush,
    noteCreated: (id, entry, left) => {
      // A draft that is not there belongs to an agent who has signed out since. Their result is not the next agent's.
      if (!desk.getSnapshot().drafts.some((draft) => draft.id === id)) return
      ledger.note(entry)
      change((before) => page.created(before, id, left))
      // At once: after a reload, a draft whose task exists must not come back to be sent again.
      void flush()
    },
    noteFound: (id, entry) => {
      if (desk.getSnapshot().drafts.some((draft) => draft.id === id)) ledger.note(entry)
    },
    open: (account) => {
      if (saved && isSameAccount(saved.account, account)) return
      if (saved) clear()
      saved = savedDrafts(store, account, onStore)
      void load(saved)
      void ledger.open(account)
    },
    clear,
  }
}

const movesBy = (change: (move: (desk: Desk) => Desk) => void): DeskMoves => ({
  see: (session, hands) => change((desk) => withSession(desk, session, hands)),
  choose: (contact) => change((desk) => agent.choosing(desk, contact)),
  show: (contact) => change((desk) => showing(desk, contact)),
  putInFront: (id) => change((desk) => inFront(desk, id)),
  move: (contact) => change((desk) => agent.moving(desk, contact)),
  linkTyped: (id, contact) => change((desk) => agent.linkingTyped(desk, id, contact)),
  noteSubmitted: (id, earlier) => change((desk) => page.asked(desk, id, earlier)),
  startOver: () => change(agent.startingOver),
  startAlike: () => change(agent.startingAlike),
  discard: (id) => change((desk) => agent.discarding(desk, id)),
  undiscard: () => change(agent.undiscarding),
  forgetDiscarded: () => change(agent.forgettingDiscarded),
  renewBlank: (blank) => change((desk) => page.withBlank(desk, blank)),
})
