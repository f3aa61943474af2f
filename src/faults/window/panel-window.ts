import type { ContactSession } from '../../contacts/contact-source.ts'
import type { DraftSubmission } from '../../client/submissions/draft-submission.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import type { AnyDraft, AnyRequest, DraftKind } from '../../core/message/any-draft.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import { indexedDbDrafts } from '../../drafts/browser-storage/indexed-db-drafts.ts'
import type { WindowLocks } from '../../drafts/browser-storage/windows.ts'
import { readAll } from '../../drafts/records/account-records.ts'
import { filesIn } from '../../drafts/desk/draft-files.ts'
import { movesOf } from '../../drafts/desk-moves.ts'
import { titleOf } from '../../drafts/desk/draft-title.ts'
import { isUnfinished } from '../../drafts/desk/kept-draft.ts'
import { createDraftsAtHand, type DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { draftSubmissions, noteSteps } from '../../widget/form-model/submissions/draft-submissions.ts'
import type { VirtualClock } from '../seed/virtual-clock.ts'
import type { Wire } from '../servers/wire.ts'
import type { SignedInAgent } from '../servers/workplace.ts'
import { guardedStore, type StorageMode } from './browser-storage.ts'
import { shownDraft, type Screen } from './screen.ts'
import { createWindowClient } from './window-client.ts'
import { windowFiles, type WindowFiles } from './window-files.ts'
import { createWindowForm, type WindowForm } from './window-form.ts'
import { createPress } from './window-press.ts'
import { windowTasks, type ToldChange, type WindowTasks } from './window-tasks.ts'

/** The panel in one browser window, without rendering: the client, the drafts and the submissions. */
export interface PanelWindow {
  readonly id: number
  readonly isOpen: () => boolean
  /** The signed-in agent. */
  readonly agent: () => SignedInAgent
  /** The present agent signs out, and this agent signs in. */
  readonly signIn: (next: SignedInAgent) => void
  /** Undo and a new start for the tasks that the window knows. */
  readonly tasks: WindowTasks
  readonly files: WindowFiles
  /** The names of the files of the draft in front. */
  readonly fileNames: () => readonly string[]
  /** True while a storage call or a read is running. */
  readonly isBusy: () => boolean
  /** Puts the draft in front into the form, as React does after each change. */
  readonly render: () => void
  readonly screen: () => Screen
  /** The draft in front. */
  readonly draftId: () => string
  readonly text: () => string
  readonly submission: () => DraftSubmission
  readonly see: (session: ContactSession) => void
  /** The text of the form when the panel read it last. */
  readonly readText: () => string
  /** The text that the browser has stored of the draft in front. */
  readonly storedText: () => Promise<string | undefined>
  readonly type: (content: AnyDraft) => void
  /** The kind of the draft in front. */
  readonly kind: () => DraftKind
  /** The agent switches from tasks to messages, or back. */
  readonly switchKind: () => void
  /** The agent presses the button below the form. */
  readonly press: () => void
  readonly startOver: () => void
  /** True if the browser would ask the agent before this page is closed. */
  readonly asksBeforeLeaving: () => boolean
  /** The page is closed, as at a reload. It may still store something. */
  readonly leave: () => void
  /** The page crashes: it can store nothing more. */
  readonly crash: () => void
}

export interface WindowPlace {
  readonly id: number
  readonly origin: string
  readonly agent: SignedInAgent
  readonly keeps: KeptParts
  readonly clock: VirtualClock
  readonly wire: Wire
  /** The name of the browser's database. Each run has its own. */
  readonly database: string
  readonly storage: () => StorageMode
  /** Undefined: windows cannot notice that another window is gone. */
  readonly locks: WindowLocks | undefined
  /** The agent has pressed Create for a task with this name and these files. */
  readonly onPress: (taskName: string, fileNames: readonly string[]) => void
  readonly onCreated: (contactId: string, request: AnyRequest) => void
  readonly onChanged: (change: ToldChange) => void
}

/** The drafts of the window, in the storage of the browser. */
function openDrafts({ clock, database, storage, locks }: WindowPlace, isOpen: () => boolean) {
  const { store, isBusy } = guardedStore(indexedDbDrafts(clock.nowMs, database, locks), isOpen, storage)
  let isRefused = false
  const drafts = createDraftsAtHand({
    store,
    blank: emptyDraft,
    now: clock.nowMs,
    onStore: (works) => {
      isRefused = !works
    },
  })
  return { drafts, isStoring: isBusy, isRefused: () => isRefused }
}

/** Reads the stored text directly, not through the faulty storage. */
async function storedText({ clock, database }: WindowPlace, { account }: SignedInAgent, draftId: string) {
  let text: string | undefined
  await indexedDbDrafts(clock.nowMs, database).change(account, (records) => {
    const stored = readAll(records).drafts.find(({ draft }) => draft.id === draftId)
    text = stored && titleOf(stored.draft.content)
    return new Map()
  })
  return text
}

const screenOf = (
  drafts: DraftsAtHand,
  form: WindowForm,
  submissions: ReturnType<typeof draftSubmissions>,
): Screen => ({
  drafts: drafts.getSnapshot().drafts.map((draft) => {
    const { id, earlier } = draft
    return shownDraft(draft, form.wasRendered(id) ? submissions.of(id, earlier).getSnapshot() : undefined)
  }),
  textless: drafts.getSnapshot().textless.map(({ clientToken }) => clientToken),
  results: drafts.ledger.getSnapshot().map(({ contactId }) => contactId),
})

export function openWindow(place: WindowPlace): PanelWindow {
  const { clock, wire, keeps } = place
  let { agent } = place
  let isOpen = true
  let isLoading = false
  const client = createWindowClient({ ...place, isOpen: () => isOpen, token: () => agent.token })
  const { sender } = client
  const { drafts, isStoring, isRefused } = openDrafts(place, () => isOpen)
  const moves = movesOf(drafts)
  const files = windowFiles({ client: sender, drafts, clock, put: wire.putFor(() => isOpen) })
  const { nowMs, wait } = clock
  const { isReached } = sender
  const network = { isOnline: isReached.getSnapshot, subscribe: isReached.subscribe, probe: sender.me }
  const { sealing } = files
  const submissions = draftSubmissions(sender, drafts, { sealing, now: nowMs, uptime: nowMs, wait, network })
  const now = () => new Date(nowMs())
  noteSteps(submissions, drafts, now)
  const tasks = windowTasks({ client: sender, drafts, clock, agent: () => agent, onChanged: place.onChanged })
  for (const listener of [drafts.clear, submissions.abandon, files.abandon, tasks.abandon])
    client.onSignedOut(listener)
  submissions.subscribe((_, state) => {
    if (isOpen && state.status === 'done') place.onCreated(state.result.contactId, state.attempt.request)
  })
  // Like the panel: the submission of the draft in front starts with the stored attempts.
  const form = createWindowForm(drafts, ({ id, earlier }) => void submissions.of(id, earlier))
  const { front, render } = form
  const kind = () => front().kind

  function openAccount() {
    drafts.open(agent.account, keeps)
    isLoading = true
    void drafts.withSaved(() => {
      isLoading = false
    })
    render()
  }
  openAccount()
  // Like React, which renders before the next event of the agent.
  drafts.subscribe(() => queueMicrotask(render))
  return {
    id: place.id,
    isOpen: () => isOpen,
    agent: () => agent,
    signIn: (next) => {
      client.signOut()
      agent = next
      openAccount()
    },
    tasks,
    files,
    fileNames: () => filesIn(front().content).map(({ name }) => name),
    isBusy: () => isOpen && (isLoading || isStoring() || files.isBusy() || client.isBusy()),
    render,
    screen: () => screenOf(drafts, form, submissions),
    draftId: () => front().id,
    text: form.text,
    submission: () => submissions.of(front().id, front().earlier),
    see: (session) => drafts.see(session, 'away'),
    kind,
    switchKind: () => moves.switchKind(kind() === 'message' ? 'task' : 'message'),
    type: form.type,
    press: createPress({ drafts, form, files, submissions, now, onPress: place.onPress }),
    startOver: moves.startOver,
    asksBeforeLeaving: () => {
      const isWriting = drafts.isStoring()
      void drafts.flush()
      const isKept = !isRefused() && !isWriting && keeps !== 'nothing'
      return files.isMoving() || (!isKept && drafts.getSnapshot().drafts.some(isUnfinished))
    },
    readText: () => titleOf(front().content),
    storedText: () => storedText(place, agent, front().id),
    leave: () => void drafts.leave(),
    crash: () => {
      isOpen = false
      void drafts.withSaved(({ close }) => close())
    },
  }
}

export const sessionWith = (contacts: readonly Contact[], currentContactId: string): ContactSession => ({
  status: 'ready',
  contacts,
  currentContactId,
})
