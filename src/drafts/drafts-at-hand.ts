import type { ContactSession } from '../contacts/contact-source.ts'
import type { Contact } from '../core/contact/contact.ts'
import { createSnapshotStore, type Snapshots } from '../core/listeners/snapshot-store.ts'
import type { AnyDraft, DraftKind } from '../core/message/any-draft.ts'
import type { TaskDraft } from '../core/task/task-parts.ts'
import { isSameAccount, type Account } from './account.ts'
import * as agent from './desk/agent-moves.ts'
import { inFront, showing } from './desk/desk-changes.ts'
import { newDesk, type Desk, type Hands } from './desk/desk.ts'
import type { DraftStore } from './draft-store.ts'
import { lateValue } from './late-value.ts'
import { createOwnChoices, type OwnChoices } from './choices/own-choices.ts'
import { createLedger, type Ledger } from './ledger/ledger.ts'
import * as page from './desk/page-moves.ts'
import type { KeptParts } from '../core/existing-task/permissions.ts'
import type { SavedDrafts } from './sync/saved-drafts.ts'
import { withSession } from './desk/source-moves.ts'

/** How long after the last keystroke a draft is stored. */
export const saveAfterMs = 300

/** Rounds of one write. Windows that type at the same time must not keep each other writing. */
const mostRounds = 4

export interface DraftsAtHandOptions {
  readonly store: DraftStore
  readonly blank: TaskDraft
  /** Whether the last read or write of the store succeeded; otherwise drafts are in memory only. */
  readonly onStore: (works: boolean) => void
  /** The present time, in milliseconds since the epoch; the browser's unless given. */
  readonly now?: () => number
}

interface AttachedForm {
  readonly id: string
  readonly edition: number | undefined
  readonly read: () => AnyDraft
}

interface OpenAccount {
  readonly account: Account
  readonly saved: () => Promise<SavedDrafts>
}

/** The desk of one panel. It reads the form in front of the agent, and keeps the store up to date. */
export interface DraftsAtHand extends Snapshots<Desk>, DeskMoves {
  /** The results of the account, the latest first. */
  readonly ledger: Pick<Ledger, 'subscribe' | 'getSnapshot' | 'note'>
  /** The destinations that the account has chosen before. */
  readonly choices: Pick<OwnChoices, 'subscribe' | 'getSnapshot' | 'noteUsed' | 'setFavourite'>
  /** Where the account's own presets are kept. */
  readonly presets: DraftStore['presets']
  /** The form in front of the agent. Returns how to detach it, which reads it a last time. */
  readonly attach: (id: string, read: () => AnyDraft) => () => void
  /** The agent typed. */
  readonly touch: () => void
  /** Stores the drafts at once. */
  readonly flush: () => Promise<void>
  /** The same, when the page may be gone before the storage answers. */
  readonly leave: () => Promise<void>
  /** Something is on its way to the store, which may hang. */
  readonly isStoring: () => boolean
  /** Changes the desk, after the form was read. */
  readonly change: (move: (desk: Desk) => Desk) => void
  /** Shows the drafts and results of this account, and those of no other account. `keeps` is what policy lets the browser store; everything unless given. */
  readonly open: (account: Account, keeps?: KeptParts) => void
  /** Uses the drafts in the store, once they are there. Does nothing while no account is open. */
  readonly withSaved: (work: (saved: SavedDrafts) => Promise<void> | void) => Promise<void>
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
  /** Replaces the draft of a created task or an accepted message by a new one; of the same kind unless given. */
  readonly startOver: (kind?: DraftKind) => void
  /** To the draft of this kind about the same contact, or to a new one. */
  readonly switchKind: (kind: DraftKind) => void
  /** Replaces the draft of a created task by a new one with the same content. */
  readonly startAlike: () => void
  readonly discard: (id: string) => void
  /** Brings back the draft that was discarded last. */
  readonly undiscard: () => void
  readonly forgetDiscarded: () => void
  readonly renewBlank: (blank: AnyDraft) => void
}

export function createDraftsAtHand(options: DraftsAtHandOptions): DraftsAtHand {
  const { store, blank, onStore, now = Date.now } = options
  const desk = createSnapshotStore(newDesk(blank))
  const ledger: Ledger = createLedger(store.ledger)
  const choices = createOwnChoices(store.choices)
  let opened: OpenAccount | undefined
  let form: AttachedForm | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let storing = 0

  const editionOf = (id: string) => desk.getSnapshot().drafts.find((draft) => draft.id === id)?.edition
  const withForm = (before: Desk): Desk => {
    // A form of an older edition is about to be replaced, and so is its text.
    const isCurrent = form && editionOf(form.id) === form.edition
    return form && isCurrent ? agent.withContent(before, form.id, form.read(), now()) : before
  }
  const readForm = () => desk.set(withForm(desk.getSnapshot()))
  /**
   * Reads the form first, so that no move is based on an older text. The desk announces the text and the move together:
   * between the two, the uploads would not find a new file in its draft.
   */
  const change = (move: (desk: Desk) => Desk) => desk.set(move(withForm(desk.getSnapshot())))
  const withSaved: DraftsAtHand['withSaved'] = async (work) => {
    try {
      const saved = await opened?.saved()
      if (saved) await work(saved)
    } catch {
      // The code that stores drafts could not be loaded.
      onStore(false)
    }
  }
  const flush = async () => {
    readForm()
    clearTimeout(timer)
    timer = undefined
    const own = opened
    let { drafts } = desk.getSnapshot()
    storing += 1
    await withSaved(async ({ keep }) => {
      await keep(drafts)
      // Another window has written meanwhile: the text of this window has got a place of its own, and is written there.
      for (let round = 1; round < mostRounds; round += 1) {
        const { drafts: after } = desk.getSnapshot()
        if (opened !== own || after === drafts) return
        drafts = after
        // Each round writes what the one before has found.
        // oxlint-disable-next-line no-await-in-loop
        await keep(drafts)
      }
    })
    storing -= 1
  }
  const leave = async () => {
    readForm()
    const { drafts } = desk.getSnapshot()
    await Promise.all([withSaved((saved) => saved.leave(drafts)), flush()])
  }
  const saveSoon = () => {
    timer ??= setTimeout(() => void flush(), saveAfterMs)
  }
  const clear = () => {
    void leave()
    void withSaved(({ close }) => close())
    opened = undefined
    form = undefined
    ledger.clear()
    choices.clear()
    desk.set(page.cleared(desk.getSnapshot()))
  }
  desk.subscribe(saveSoon)

  return {
    subscribe: desk.subscribe,
    getSnapshot: desk.getSnapshot,
    ledger,
    choices,
    presets: store.presets,
    ...movesBy(change),
    attach: (id, read) => {
      const attached = { id, edition: editionOf(id), read }
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
    isStoring: () => storing > 0,
    leave,
    change,
    open: (account, keeps = 'everything') => {
      if (opened && isSameAccount(opened.account, account)) return
      if (opened) clear()
      const results = ledger.open(account, keeps)
      choices.open(account, keeps)
      const own: OpenAccount = {
        account,
        saved: lateValue(async () => {
          const { savedDrafts } = await import('./sync/saved-drafts.ts')
          return savedDrafts({
            store,
            account,
            keeps,
            now,
            onStore,
            // A read may end after the agent has signed out. The next agent must not see its drafts.
            change: (move) => {
              if (opened === own) change(move)
            },
            onResults: async (entries) => {
              await results
              if (opened === own) ledger.learn(entries)
            },
            onLedger: () => {
              if (opened === own) void ledger.readAgain()
            },
          })
        }),
      }
      opened = own
      void withSaved(({ follow }) => follow())
      // What was typed before the account was known.
      saveSoon()
    },
    withSaved,
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
  startOver: (kind) => change((desk) => agent.startingOver(desk, kind)),
  switchKind: (kind) => change((desk) => agent.switchingKind(desk, kind)),
  startAlike: () => change((desk) => agent.startingAlike(desk, Date.now())),
  discard: (id) => change((desk) => agent.discarding(desk, id)),
  undiscard: () => change(agent.undiscarding),
  forgetDiscarded: () => change(agent.forgettingDiscarded),
  renewBlank: (blank) => change((desk) => page.withBlank(desk, blank)),
})
