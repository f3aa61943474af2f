import type { DraftSubmission } from '../../client/submissions/draft-submission.ts'
import { isSettled } from '../../client/attempts/submission-state.ts'
import { createTaskClient, type TaskClient } from '../../client/task-client.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { prepare } from '../../core/creating/prepare.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import {
  isMessageDraft,
  type AnyDraft,
  type AnyRequest,
  type DraftKind,
} from '../../core/message/any-draft.ts'
import { prepareMessage } from '../../core/message/prepare-message.ts'
import { timeZoneOf } from '../../core/time/zoned-time.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import { frontOf } from '../../drafts/desk/desk.ts'
import { createDraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { isUnfinished } from '../../drafts/desk/kept-draft.ts'
import { indexedDbDrafts } from '../../drafts/browser-storage/indexed-db-drafts.ts'
import type { ContactSession } from '../../contacts/contact-source.ts'
import { draftSubmissions, noteSteps } from '../../widget/form-model/submissions/draft-submissions.ts'
import { createSnapshotStore } from '../../core/listeners/snapshot-store.ts'
import { sendPressed, type PressNews } from '../../widget/outcome/press/send-pressed.ts'
import { guardedStore, type StorageMode } from './browser-storage.ts'
import { messageRules } from '../seed/message-content.ts'
import { shownDraft, type Screen } from './screen.ts'
import type { VirtualClock } from '../seed/virtual-clock.ts'
import { windowTasks, type ToldChange, type WindowTasks } from './window-tasks.ts'
import type { SignedInAgent } from '../servers/workplace.ts'
import type { Wire } from '../servers/wire.ts'
import { titleOf } from '../../drafts/desk/draft-title.ts'
import { filesIn } from '../../drafts/desk/draft-files.ts'
import { windowFiles, type WindowFiles } from './window-files.ts'

/** The panel in one window of the agent's browser, without its screen: the client, the drafts and the submissions. */
export interface PanelWindow {
  readonly id: number
  readonly isOpen: () => boolean
  /** Who is signed in. */
  readonly agent: () => SignedInAgent
  /** The agent signs out, and this one signs in. */
  readonly signIn: (next: SignedInAgent) => void
  /** Undo and change of time of the tasks that the window knows. */
  readonly tasks: WindowTasks
  readonly files: WindowFiles
  /** The names of the files of the draft in front. */
  readonly fileNames: () => readonly string[]
  /** Its storage or its reads are at work. */
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
  readonly type: (content: AnyDraft) => void
  /** Of the draft in front. */
  readonly kind: () => DraftKind
  /** The agent turns from tasks to messages, or back. */
  readonly switchKind: () => void
  /** The agent presses the button below the form. */
  readonly press: () => void
  readonly startOver: () => void
  /** The browser asks the agent before this page goes. */
  readonly asksBeforeLeaving: () => boolean
  /** The page goes, as at a reload: it may store something last. */
  readonly leave: () => void
  /** The page is gone without notice. */
  readonly crash: () => void
}

export interface WindowPlace {
  readonly id: number
  readonly origin: string
  readonly agent: SignedInAgent
  readonly keeps: KeptParts
  readonly clock: VirtualClock
  readonly wire: Wire
  /** The name of the browser's database: each run has a browser of its own. */
  readonly database: string
  readonly storage: () => StorageMode
  /** The agent has pressed Create for a task with this name and these files. */
  readonly onPress: (taskName: string, fileNames: readonly string[]) => void
  readonly onCreated: (contactId: string, request: AnyRequest) => void
  readonly onChanged: (change: ToldChange) => void
}

export const windowZone = timeZoneOf('Europe/London')
const scheduleHorizonDays = 6

export function openWindow(place: WindowPlace): PanelWindow {
  const { clock, wire, origin, keeps } = place
  let { agent } = place
  let isOpen = true
  const signedOut = new Set<() => void>()
  const now = () => new Date(clock.nowMs())
  const work = { sends: 0, fetches: 0 }
  const counted = async <Result>(kind: keyof typeof work, run: () => Promise<Result>) => {
    work[kind] += 1
    try {
      return await run()
    } finally {
      work[kind] -= 1
    }
  }
  const wireFetch = wire.fetchFor(() => isOpen)
  const client = createTaskClient({
    baseUrl: origin,
    fetch: (input, init) => counted('fetches', () => wireFetch(input, init)),
    token: async () => agent.token,
    renewToken: async () => false,
    onSignedOut: (listener) => {
      signedOut.add(listener)
      return () => signedOut.delete(listener)
    },
  })
  const { store, isBusy: isStoring } = guardedStore(
    indexedDbDrafts(clock.nowMs, place.database),
    () => isOpen,
    place.storage,
  )
  let isRefused = false
  const drafts = createDraftsAtHand({
    store,
    blank: emptyDraft,
    now: clock.nowMs,
    onStore: (works) => {
      isRefused = !works
    },
  })
  const readMe = () => counted('sends', client.me)
  const sender: Pick<TaskClient, 'send' | 'isReached' | 'me'> = {
    isReached: client.isReached,
    me: readMe,
    send: (...sent) => counted('sends', () => client.send(...sent)),
  }
  const files = windowFiles({ client: sender, drafts, clock, put: wire.putFor(() => isOpen) })
  const submissions = draftSubmissions(sender, drafts, {
    sealing: files.sealing,
    now: clock.nowMs,
    uptime: clock.nowMs,
    wait: clock.wait,
    network: {
      isOnline: client.isReached.getSnapshot,
      subscribe: client.isReached.subscribe,
      probe: readMe,
    },
  })
  noteSteps(submissions, drafts, now)
  const tasks = windowTasks({ client: sender, drafts, clock, agent: () => agent, onChanged: place.onChanged })
  for (const listener of [drafts.clear, submissions.abandon, files.abandon, tasks.abandon])
    client.onSignedOut(listener)
  submissions.subscribe((_, state) => {
    if (isOpen && state.status === 'done') place.onCreated(state.result.contactId, state.attempt.request)
  })
  const sending = { current: { submissions, isBlocked: false } }
  const news = createSnapshotStore<PressNews>({})
  const rendered = new Set<string>()
  let form: { readonly key: string; content: AnyDraft; readonly detach: () => void } | undefined

  function render() {
    const front = frontOf(drafts.getSnapshot())
    rendered.add(front.id)
    // As the panel: the submission of the draft in front begins with what is stored.
    submissions.of(front.id, front.earlier)
    // A text of another window gets another form.
    const key = `${front.id} ${front.edition}`
    if (form?.key === key) return
    form?.detach()
    const attached = { key, content: front.content, detach: () => {} }
    attached.detach = drafts.attach(front.id, () => attached.content)
    form = attached
  }
  const front = () => frontOf(drafts.getSnapshot())
  const kind = () => front().kind
  const submission = () => submissions.of(front().id, front().earlier)
  const fileNames = () => filesIn(front().content).map(({ name }) => name)

  let isLoading = false
  function openDrafts() {
    drafts.open(agent.account, keeps)
    isLoading = true
    void drafts.withSaved(() => {
      isLoading = false
    })
  }
  openDrafts()
  render()
  // React renders before the next event of the agent.
  drafts.subscribe(() => queueMicrotask(render))
  return {
    id: place.id,
    isOpen: () => isOpen,
    agent: () => agent,
    signIn: (next) => {
      for (const listener of signedOut) listener()
      agent = next
      openDrafts()
      render()
    },
    tasks,
    files,
    fileNames,
    // While it waits for the wire, it has nothing to do.
    isBusy: () => isOpen && (isLoading || isStoring() || files.isBusy() || work.sends > work.fetches),
    render,
    screen: () => ({
      drafts: drafts
        .getSnapshot()
        .drafts.map((draft) =>
          shownDraft(
            draft,
            rendered.has(draft.id) ? submissions.of(draft.id, draft.earlier).getSnapshot() : undefined,
          ),
        ),
      textless: drafts.getSnapshot().textless.map(({ clientToken }) => clientToken),
      results: drafts.ledger.getSnapshot().map(({ contactId }) => contactId),
    }),
    draftId: () => front().id,
    text: () => (form ? titleOf(form.content) : ''),
    submission,
    see: (session) => drafts.see(session, 'away'),
    kind,
    switchKind: () => drafts.switchKind(kind() === 'message' ? 'task' : 'message'),
    type: (content) => {
      if (form) form.content = content
      drafts.touch()
    },
    press: () => {
      // A press is never in the form of a draft that has left the front.
      render()
      const current = submission()
      const state = current.getSnapshot()
      if (state.status === 'unknown') void current.askAgain()
      if (!isSettled(state)) return
      current.dismiss()
      const { contact, id } = front()
      const content = form?.content ?? emptyDraft
      const about = contact
        ? { contactId: contact.contactId, linkedContact: { channel: contact.channel } }
        : {}
      // The agent confirms for each message that the customer agreed.
      const prepared = isMessageDraft(content)
        ? prepareMessage({ ...content, hasConsent: true }, { now: now(), rules: messageRules, ...about })
        : prepare(
            { ...content, attachments: filesIn(front().content) },
            {
              now: now(),
              timeZone: windowZone,
              scheduleHorizonDays,
              isArriving: (fileId) => files.isArriving(id, fileId),
              ...about,
            },
          )
      if (prepared.ok && !isMessageDraft(content)) place.onPress(content.name, fileNames())
      // The agent wants no task twice, and answers No where the panel asks.
      if (prepared.ok)
        void sendPressed(
          { draft: front(), drafts, sending, news, buttonRef: { current: null }, leaveField: () => {}, now },
          prepared.request,
        )
    },
    startOver: drafts.startOver,
    asksBeforeLeaving: () => {
      const isWriting = drafts.isStoring()
      void drafts.flush()
      const isKept = !isRefused && !isWriting && keeps !== 'nothing'
      return files.isMoving() || (!isKept && drafts.getSnapshot().drafts.some(isUnfinished))
    },
    readText: () => titleOf(front().content),
    leave: () => {
      void drafts.leave()
    },
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
