import type { EarlierAttempt } from '../core/attempt.ts'
import type { TaskRequest } from '../core/task-request.ts'
import type { ContactSession } from '../contacts/contact-source.ts'
import type { Contact } from '../core/contact.ts'
import type { TaskDraft } from '../core/task-draft.ts'
import * as at from './desk.ts'
import type { Account, DraftStore } from './draft-store.ts'
import { savedDrafts, type SavedDrafts } from './saved-drafts.ts'

/** How long after the last keystroke a draft is stored. */
export const saveAfterMs = 300

export interface DraftsAtHandOptions {
  readonly store: DraftStore
  readonly blank: TaskDraft
  /** Whether drafts could be stored and read just now; otherwise they are in this page's memory only. */
  readonly onStore: (works: boolean) => void
}

/** The desk as a panel holds it: what is typed reaches it, and what it holds reaches the store. */
export interface DraftsAtHand {
  readonly subscribe: (onChange: () => void) => () => void
  readonly getSnapshot: () => at.Desk
  /** The form in front of the agent; returns how to take it away, which reads it a last time. */
  readonly attach: (id: string, read: () => TaskDraft) => () => void
  /** Something was typed. */
  readonly touch: () => void
  /** Stores at once what is typed: the page may go. */
  readonly flush: () => Promise<void>
  readonly see: (session: ContactSession, hands: at.Hands) => void
  readonly choose: (contact: Contact | undefined) => void
  readonly show: (contact: Contact) => void
  readonly putInFront: (id: string) => void
  readonly move: (contact: Contact) => void
  /** The agent typed the id of a contact of theirs for this draft. */
  readonly linkTyped: (id: string, contact: Contact) => void
  /** The draft's task is asked for, or an answer says that it was not created. */
  readonly noteSubmitted: (id: string, earlier: EarlierAttempt<TaskRequest>) => void
  readonly noteSent: (id: string) => void
  readonly startOver: () => void
  readonly discard: (id: string) => void
  /** Brings back the draft that was discarded last. */
  readonly undiscard: () => void
  readonly renewBlank: (blank: TaskDraft) => void
  /** Whose drafts these are; another person's are taken out of view first. */
  readonly open: (account: Account) => void
  /** Takes every draft out of view: whoever sits here next must not see them. */
  readonly clear: () => void
}

export function createDraftsAtHand({ store, blank, onStore }: DraftsAtHandOptions): DraftsAtHand {
  const listeners = new Set<() => void>()
  let desk = at.newDesk(blank)
  let saved: SavedDrafts | undefined
  let form: { readonly id: string; readonly read: () => TaskDraft } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const become = (next: at.Desk) => {
    if (next === desk) return
    desk = next
    saveSoon()
    for (const listener of listeners) listener()
  }
  const readForm = () => {
    if (form) become(at.withValues(desk, form.id, form.read()))
  }
  /** Nothing is decided about a draft by what it held a moment ago. */
  const change = (next: (desk: at.Desk) => at.Desk) => {
    readForm()
    become(next(desk))
  }
  const flush = async () => {
    readForm()
    clearTimeout(timer)
    timer = undefined
    await saved?.keep(desk.drafts)
  }
  const saveSoon = () => {
    timer ??= setTimeout(() => void flush(), saveAfterMs)
  }
  const clear = () => {
    void flush()
    saved = undefined
    form = undefined
    become(at.cleared(desk))
  }
  const load = async (opened: SavedDrafts) => {
    const drafts = await opened.load()
    if (saved === opened) change((before) => at.restoring(before, drafts))
  }

  return {
    subscribe: (onChange) => {
      const listener = () => onChange()
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => desk,
    attach: (id, read) => {
      const attached = { id, read }
      form = attached
      return () => {
        // Another form may be there by now, or this draft may have been taken out of view.
        if (form !== attached) return
        readForm()
        form = undefined
      }
    },
    touch: saveSoon,
    flush,
    see: (session, hands) => change((before) => at.withSession(before, session, hands)),
    choose: (contact) => change((before) => at.choosing(before, contact)),
    show: (contact) => change((before) => at.showing(before, contact)),
    putInFront: (id) => change((before) => at.inFront(before, id)),
    move: (contact) => change((before) => at.moving(before, contact)),
    linkTyped: (id, contact) => change((before) => at.linkingTyped(before, id, contact)),
    noteSubmitted: (id, earlier) => change((before) => at.submitted(before, id, earlier)),
    noteSent: (id) => {
      change((before) => at.sent(before, id))
      // A draft whose task exists must not come back after a reload, to be sent once more.
      void flush()
    },
    startOver: () => change(at.startingOver),
    discard: (id) => change((before) => at.discarding(before, id)),
    undiscard: () => change(at.undiscarding),
    renewBlank: (next) => change((before) => at.withBlank(before, next)),
    open: (account) => {
      if (saved && sameAccount(saved.account, account)) return
      if (saved) clear()
      saved = savedDrafts(store, account, onStore)
      void load(saved)
    },
    clear,
  }
}

const sameAccount = (one: Account, other: Account) =>
  one.issuer === other.issuer && one.subject === other.subject
