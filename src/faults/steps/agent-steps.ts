import { isSettled, isUnderWay } from '../../client/attempts/submission-state.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import { isMessageRequest } from '../../core/message/any-draft.ts'
import type { TaskDraft } from '../../core/task/task-parts.ts'
import { saveAfterMs } from '../../drafts/at-hand/saving.ts'
import { demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import { madeIn } from '../servers/made.ts'
import { messageWith } from '../seed/message-content.ts'
import { sessionWith, type PanelWindow } from '../window/panel-window.ts'
import { windowZone } from '../window/window-press.ts'
import type { WindowTask } from '../window/window-tasks.ts'
import type { Step } from './step.ts'
import { storeTriedWithinMs } from '../world/storage-state.ts'
import type { World } from '../world/world.ts'
import { titleOfRequest } from '../../drafts/desk/draft-title.ts'

/** Each text has attribute values, so that runs also cover a policy that keeps them out of the storage. */
const contentWith = (name: string, { keeps, schedules }: Pick<World, 'keeps' | 'schedules'>): TaskDraft => ({
  ...emptyDraft,
  name,
  schedule: schedules.get(name) ?? emptyDraft.schedule,
  attributes: keeps === 'no-attribute-values' ? [{ key: 'order', value: name }] : [],
  destination: `flow:${demoFlows.callbackRequests.flowId}`,
})

const minuteMs = 60_000
const longestAheadMinutes = 2 * 24 * 60

/** A start within two days, on a full minute. */
const laterIn = ({ seeded, place }: World): Date => {
  const minutes = 10 + seeded.below(longestAheadMinutes)
  return new Date(Math.ceil(place.clock.nowMs() / minuteMs + minutes) * minuteMs)
}

/** A new text. Some of these tasks start later. */
function newText(world: World, window: PanelWindow): string {
  const kind = window.kind()
  const text = world.newText(kind)
  if (kind === 'message' || !world.seeded.chance(0.3)) return text
  world.schedules.set(text, {
    ...emptyDraft.schedule,
    when: 'later',
    ...windowZone.wallClock(laterIn(world)),
  })
  return text
}

/** True if the other window has the same draft with the same text. Another draft may be in front there. */
const hasSameText = (other: PanelWindow, window: PanelWindow): boolean =>
  other.draftId() === window.draftId()
    ? other.text() === window.text()
    : other
        .screen()
        .drafts.some(({ draftId, text }) => draftId === window.draftId() && text === window.text())

function type(world: World, window: PanelWindow, text: string) {
  for (const other of world.windows())
    if (other !== window && hasSameText(other, window)) world.texts.shareWith(other.id, window.text())
  world.texts.note(text, window.text(), window.id, world.place.clock.nowMs())
  enter(world, window, text)
}

/**
 * The agent types a former text again. If neither the panel nor the browser has read what was typed in between, it counts as
 * never typed, and another window may replace the text.
 */
async function typeBack(world: World, window: PanelWindow, text: string): Promise<void> {
  const isThere = text === window.readText() || text === (await window.storedText())
  if (isThere && text !== window.text()) {
    world.texts.takeBack(window.text(), text)
    enter(world, window, text)
  } else type(world, window, text)
}

function enter(world: World, window: PanelWindow, text: string) {
  world.ownerOf.set(text, window.agent())
  window.type(window.kind() === 'message' ? messageWith(text, world) : contentWith(text, world))
}

/** The agent types a text that was not there before. */
export const replaceText = (world: World, window: PanelWindow): void =>
  type(world, window, newText(world, window))

/** The steps that the agent can take in a window now, with their weights. */
export const agentSteps = (world: World, window: PanelWindow): readonly Step[] => [
  ...formSteps(world, window),
  ...questionSteps(world, window),
  ...taskSteps(world, window),
]

/** Steps for every task of the draft in front that may exist: the panel asks, or the agent looks in Connect. */
function questionSteps(world: World, window: PanelWindow): readonly Step[] {
  const submission = window.submission()
  return submission.getSnapshot().uncertain.map(({ attempt: { clientToken, request } }): Step => {
    if (submission.mayAskAgain(clientToken))
      return {
        weight: 1,
        name: `window ${window.id}: asks about “${titleOfRequest(request)}”`,
        run: async () => void submission.askAgain(clientToken),
      }
    const task = madeIn(world.place.connect).find((each) => each.name === titleOfRequest(request))
    const name = `window ${window.id}: answers about “${titleOfRequest(request)}”`
    if (!task) return { weight: 1, name, run: async () => submission.settle(clientToken, 'not-created') }
    return {
      weight: 1,
      name,
      run: async () => {
        // Sometimes the agent has seen the task on Connect's own pages and says so, without an id.
        const isSaid = world.seeded.chance(0.4)
        if (isSaid) world.saidCreated.add(titleOfRequest(request))
        const { contactId } = task
        const result = isMessageRequest(request) ? { contactId } : { contactId, scheduledTime: null }
        submission.settle(clientToken, isSaid ? 'created' : { result })
      },
    }
  })
}

/** The agent changes only the latest tasks: undoes one, or asks for its state. */
const changedTasks = 2

function taskSteps(world: World, window: PanelWindow): readonly Step[] {
  return window.tasks
    .all()
    .slice(0, changedTasks)
    .flatMap((task) => undoSteps(window, task).concat(changeSteps(world, window, task)))
}

function undoSteps({ id }: PanelWindow, { entry, commands: { stop } }: WindowTask): readonly Step[] {
  const { contactId, endedAt } = entry
  const { status } = stop.getSnapshot()
  const asked = `of window ${id}: ${contactId}`
  if (status === 'unknown')
    return [{ weight: 1, name: `asks again about the undo ${asked}`, run: async () => void stop.askAgain() }]
  const mayStop = (status === 'idle' || status === 'not-done') && endedAt === undefined
  if (!mayStop) return []
  return [{ weight: 0.3, name: `undoes a task ${asked}`, run: async () => void stop.submit({ contactId }) }]
}

/** The agent changes the start of a task that has not started. */
function changeSteps(
  world: World,
  { id }: PanelWindow,
  { entry, commands: { change, news } }: WindowTask,
): readonly Step[] {
  const { contactId, endedAt, scheduledAt = 0 } = entry
  const state = change.getSnapshot()
  const asked = `of window ${id}: ${contactId}`
  if (state.status === 'unknown')
    return [
      { weight: 1, name: `asks again about the time ${asked}`, run: async () => void change.askAgain() },
    ]
  const startsAt = Date.parse(news.getSnapshot().scheduledTime ?? new Date(scheduledAt).toISOString())
  const isOpen = isSettled(state) || state.status === 'done'
  if (!isOpen || endedAt !== undefined || startsAt <= world.place.clock.nowMs()) return []
  return [
    {
      weight: 1,
      name: `changes the time of a task ${asked}`,
      run: async () => {
        const scheduledTime = laterIn(world)
        world.askedTimes.add(scheduledTime.toISOString())
        change.dismiss()
        void change.submit({ contactId, scheduledTime })
      },
    },
  ]
}

function formSteps(world: World, window: PanelWindow): readonly Step[] {
  const { id } = window
  const state = window.submission().getSnapshot()
  const step = (weight: number, does: string, run: () => unknown): Step => ({
    weight,
    name: `window ${id}: ${does}`,
    run: async () => void (await run()),
  })
  const another = step(2, 'presses Create another', window.startOver)
  const other = step(1.5, 'turns to the other kind of draft', window.switchKind)
  const front = window.screen().drafts.find(({ draftId }) => draftId === window.draftId())
  // Also if another window has created the task: the panel shows the card and no form.
  if (front?.createdId !== undefined) return [another, other]
  const text = window.text()
  const writeNew = step(4, `types a new text over “${text}”`, () => replaceText(world, window))
  // Not a text that was sent with other files: it would be another task with the same name.
  const former = world.texts.before(text).filter((each) => world.files.mayPress(each, window.fileNames()))
  switch (state.status) {
    case 'idle':
    case 'not-done':
      if (text === '') return [writeNew, other]
      return [
        other,
        step(8, `presses Create for “${text}”`, window.press),
        { ...writeNew, weight: 2 },
        ...former
          .slice(0, 1)
          .map((back) => step(3, `edits back to “${back}”`, () => typeBack(world, window, back))),
      ]
    case 'unknown':
      return [
        step(3, `presses Check again for “${text}”`, window.press),
        step(3, 'edits on', () => window.submission().dismiss()),
      ]
    case 'waiting':
      return [step(1, 'cancels the wait', () => window.submission().stopWaiting())]
    case 'done':
    case 'confirmed':
      return [another]
    case 'sending':
    case 'checking':
      return []
  }
}

/** The panel stores a text a moment after it was typed. */
function excuseLastKeys(world: World, { id }: PanelWindow, event: string): void {
  const fromMs = world.place.clock.awakeAgoMs(saveAfterMs)
  world.texts.excuse(id, { fromMs }, `typed less than ${saveAfterMs} ms before ${event}`)
}

/** While the storage fails, and until the panel has tried again, the text and the questions exist only in the window. */
function excuseCrash(world: World, window: PanelWindow): void {
  excuseLastKeys(world, window, 'a crash')
  excuseStorageFailure(world, window, 'a crash')
}

function excuseStorageFailure(world: World, window: PanelWindow, event: string): void {
  const failure = world.storageFailure()
  const { toMs = Infinity } = failure ?? {}
  if (!failure || toMs < world.place.clock.awakeAgoMs(storeTriedWithinMs)) return
  const reason =
    event === 'a crash' ? 'a window crashed while the storage failed' : `${event} while the storage failed`
  world.texts.excuse(window.id, { ...failure, fromMs: failure.typedFromMs }, reason)
  world.excuse(window, failure, reason)
}

/** A text that was not stored is gone after a sign-out: the next agent must not see it. */
function excuseSignOut(world: World, window: PanelWindow): void {
  if (world.storage() !== 'works' || world.storageFailure()) excuseStorageFailure(world, window, 'a sign-out')
  excuseKept(world, window)
}

/** Texts that policy keeps out of the browser are gone with the page. */
function excuseKept({ keeps, texts, place }: World, { id }: PanelWindow): void {
  if (keeps === 'nothing')
    texts.excuse(id, { fromMs: 0, toMs: place.clock.nowMs() }, 'policy keeps drafts out of the browser')
}

/** The steps that happen to a window as a whole. */
export function windowSteps(world: World, window: PanelWindow): readonly Step[] {
  const { id } = window
  const go = async (isSudden: boolean) => {
    if (!isSudden && window.asksBeforeLeaving()) {
      world.note('   the page asks first, and the agent stays')
      return false
    }
    // Another window has the same text of the same draft, so a change there counts here too.
    if (world.windows().some((other) => other !== window && hasSameText(other, window)))
      world.texts.shareWith(id, window.text())
    excuseKept(world, window)
    if (isSudden) excuseCrash(world, window)
    else {
      if (world.storage() !== 'works') excuseLastKeys(world, window, 'its page went while the storage failed')
      window.leave()
      await world.settle()
    }
    if (isUnderWay(window.submission().getSnapshot())) world.noteFault('window gone in mid-send')
    window.crash()
    return true
  }
  const isReachable = world.proxy.isUp() && !world.wire.isOffline()
  return [
    { weight: 0.4, name: `window ${id}: is closed`, run: async () => void (await go(false)) },
    { weight: 0.3, name: `window ${id}: crashes`, run: async () => void (await go(true)) },
    ...(isReachable
      ? [
          {
            weight: 1,
            name: `window ${id}: is reloaded`,
            run: async () => {
              if (await go(false)) await world.open()
            },
          },
        ]
      : []),
    {
      weight: 0.25,
      name: `window ${id}: the agent signs out, and one signs in`,
      run: async () => {
        const next = world.seeded.oneOf(world.place.agents)
        world.noteFault(next === window.agent() ? 'signed out and in again' : 'another agent signed in')
        excuseSignOut(world, window)
        window.signIn(next)
        world.noteSignedIn(next)
        // The CCP shows the new agent's contacts.
        const contacts = world.contactsOf(next)
        window.see(sessionWith(contacts, contacts[0].contactId))
      },
    },
    {
      weight: 0.5,
      name: `window ${id}: the CCP shows another contact`,
      run: async () => {
        const contacts = world.contactsOf(window.agent())
        window.see(sessionWith(contacts, world.seeded.oneOf(contacts).contactId))
      },
    },
  ]
}

/** Two windows press at the same moment. */
export function doublePress(world: World): readonly Step[] {
  const [one, two] = world.windows()
  if (!one || !two || one.text() === '' || one.draftId() !== two.draftId()) return []
  return [
    {
      weight: 3,
      name: `windows ${one.id} and ${two.id}: press at once (“${one.text()}”, “${two.text()}”)`,
      run: async () => {
        one.press()
        two.press()
      },
    },
  ]
}
