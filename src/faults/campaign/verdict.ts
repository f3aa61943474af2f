import { ledgerKeptMs } from '../../drafts/ledger/ledger-age.ts'
import { textKeptMs } from '../../drafts/records/aged-records.ts'
import { isMessageRequest, type AnyRequest } from '../../core/message/any-draft.ts'
import { madeIn, type Made } from '../servers/made.ts'
import type { Screen, ShownDraft } from '../window/screen.ts'
import type { PanelWindow } from '../window/panel-window.ts'
import { readerOf, type SignedInAgent } from '../servers/workplace.ts'
import type { TaskOfContact } from '../../contract/tasks/tasks-of-contact.ts'
import type { ToldChange } from '../window/window-tasks.ts'
import type { World } from '../world/world.ts'
import { titleOfRequest } from '../../drafts/desk/draft-title.ts'
import { otherFiles } from './other-files.ts'

export const failureKinds = [
  'lost',
  'twice',
  'without answer or question',
  'said not created',
  'text gone',
  'never ended',
  'shown to another agent',
  'change not done',
  'other files',
] as const

export type FailureKind = (typeof failureKinds)[number]

export interface Failure {
  readonly kind: FailureKind
  readonly text: string
  readonly detail: string
  /**
   * The name of the known exception that explains the failure. Explained failures are counted, but the campaign still passes.
   */
  readonly exception?: string
}

const proxyForgot = 'the proxy was killed with its memory between two tries'
const connectForgot = 'Connect forgot the token sooner than the panel assumes'

function exceptionFor(world: World, text: string): string | undefined {
  if (world.tokens === 'forgets tokens early') return connectForgot
  if ((world.deliveredUnder.get(text)?.size ?? 0) > 1) return proxyForgot
  return world.excuses.get(text)
}

/** False statements of the panel. Checked after each step. */
export function lies(world: World): readonly Failure[] {
  const exists = (text: string) => madeIn(world.place.connect).some(({ name }) => name === text)
  const everywhere = world.windows().flatMap((window) => window.screen().drafts)
  // True if another window has sent the text since then and waits for the answer: while the storage fails, it cannot tell the
  // other windows.
  const isAwaited = (text: string) =>
    world.storage() !== 'works' &&
    (world.wire.messages().some((message) => message.text === text) ||
      everywhere.some((draft) => isAskedAbout(draft, text)))
  const refused = world.windows().flatMap((window) =>
    window.screen().drafts.flatMap((draft): readonly Failure[] => {
      const text = draft.refused && titleOfRequest(draft.refused.request)
      if (text === undefined || !exists(text) || isAwaited(text)) return []
      return [
        failure(world, 'said not created', text, `window ${window.id} says so, and it exists in Connect`),
      ]
    }),
  )
  return [...refused, ...world.windows().flatMap((window) => leaks(world, window))]
}

/** Finds data of one agent on the screen of another, and tasks that were created in the name of another agent. */
function leaks(world: World, window: PanelWindow): readonly Failure[] {
  const { user } = window.agent()
  const isOfAnother = (text: string) => (world.ownerOf.get(text)?.user ?? user) !== user
  const detail = `window ${window.id} shows it to ${user.username}`
  const { drafts } = window.screen()
  const shown = [
    ...drafts.map(({ text }) => text),
    ...drafts.flatMap(({ otherText, refused }) => [
      otherText ?? '',
      refused ? titleOfRequest(refused.request) : '',
    ]),
    ...drafts.flatMap(({ questions }) => questions.map(({ attempt }) => titleOfRequest(attempt.request))),
  ]
  const inOtherName = madeIn(world.place.connect)
    .filter((made) => {
      const owner = world.ownerOf.get(made.name)
      return owner && !isOf(made, owner, world)
    })
    .map(({ name }) => name)
  return [
    ...shown.filter(isOfAnother).map((text) => failure(world, 'shown to another agent', text, detail)),
    ...inOtherName.map((text) =>
      failure(world, 'shown to another agent', text, 'it was created in the name of another agent'),
    ),
  ]
}

/** For a message Connect stores only the contact, not the agent. */
function isOf({ kind, createdByUser = '', relatedContactId }: Made, owner: SignedInAgent, world: World) {
  return kind === 'task'
    ? createdByUser.endsWith(owner.user.userId)
    : world.contactsOf(owner).some(({ contactId }) => contactId === relatedContactId)
}

/** Finds changes of tasks about which the panel said something that is not true in Connect. */
export async function untrueChanges(world: World): Promise<readonly Failure[]> {
  const { toldChanges, proxy, askedTimes } = world
  const failures = await Promise.all(
    toldChanges.map(async (change) => {
      const { contactId, agent } = change
      const task = await readerOf(proxy.origin, agent.token).task(contactId)
      const said = untrueSaying(change, { toldChanges, askedTimes }, task)
      return said === undefined
        ? []
        : [failure(world, 'change not done', contactId, `the panel says that ${said}`)]
    }),
  )
  return failures.flat()
}

function untrueSaying(
  { contactId, scheduledTime, isRefused }: ToldChange,
  { toldChanges, askedTimes }: Pick<World, 'toldChanges' | 'askedTimes'>,
  task: TaskOfContact,
): string | undefined {
  const isStill = (time: string | undefined) => task.state === 'scheduled' && task.scheduledTime === time
  const done = toldChanges.filter((each) => each.contactId === contactId && !each.isRefused)
  if (scheduledTime === undefined) return task.state === 'ended' ? undefined : 'it was stopped'
  const isDone = done.some((each) => each.scheduledTime === scheduledTime)
  if (isRefused) return isStill(scheduledTime) && !isDone ? `it was not moved to ${scheduledTime}` : undefined
  // If windows ask for two times at once, their order is not known.
  const isOtherTime = task.scheduledTime !== scheduledTime && askedTimes.has(task.scheduledTime ?? '')
  return isStill(scheduledTime) || task.state !== 'scheduled' || isOtherTime
    ? undefined
    : `it was moved to ${scheduledTime}`
}

const isAskedAbout = ({ questions }: ShownDraft, text: string) =>
  questions.some(({ attempt }) => titleOfRequest(attempt.request) === text)

function failure(world: World, kind: FailureKind, text: string, detail: string): Failure {
  const exception = exceptionFor(world, text)
  return { kind, text, detail, ...(exception === undefined ? {} : { exception }) }
}

/** The failures at the end of a run, when nothing is on its way and the screens show everything. */
export function verdict(world: World, screens: readonly Screen[]): readonly Failure[] {
  const tasks = madeIn(world.place.connect)
  const shown = screens.flatMap(({ drafts }) => drafts)
  return [
    ...shown
      .filter(({ isUnderWay }) => isUnderWay)
      .map(({ text }) => failure(world, 'never ended', text, 'still under way')),
    ...lost(world, tasks),
    ...twice(world, tasks),
    ...silent(world, tasks, screens),
    ...gone(world, tasks, shown),
    ...otherFiles(world),
  ]
}

function lost(world: World, tasks: readonly Made[]): readonly Failure[] {
  return world.told.flatMap(({ contactId, request }) => {
    const task = tasks.find((each) => each.contactId === contactId)
    const title = titleOfRequest(request)
    if (!task) return [failure(world, 'lost', title, 'the panel says that it was created')]
    return isMadeFrom(task, request) ? [] : [failure(world, 'lost', title, 'created with other content')]
  })
}

const isMadeFrom = ({ name, description, destination, relatedContactId }: Made, request: AnyRequest) =>
  name === titleOfRequest(request) &&
  relatedContactId === request.link?.contactId &&
  (isMessageRequest(request) ? destination === request.to : description === request.description)

function twice(world: World, tasks: readonly Made[]): readonly Failure[] {
  const names = tasks.map(({ name }) => name)
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  return [...repeated].map((name) =>
    failure(world, 'twice', name, `${names.filter((each) => each === name).length} of them`),
  )
}

function silent(world: World, tasks: readonly Made[], screens: readonly Screen[]): readonly Failure[] {
  const results = new Set(screens.flatMap((screen) => screen.results))
  const shown = screens.flatMap(({ drafts }) => drafts)
  const textless = new Set(
    screens.flatMap((screen) => screen.textless.map((token) => world.textOfToken.get(token))),
  )
  // The list of results drops entries after a week.
  const wasListed = (contactId: string) =>
    world.place.clock.nowMs() - (world.listedAtMs.get(contactId) ?? Infinity) >= ledgerKeptMs
  return tasks
    .filter(
      ({ contactId, name }) =>
        !wasListed(contactId) &&
        !world.told.some((each) => each.contactId === contactId) &&
        !results.has(contactId) &&
        !textless.has(name) &&
        !world.saidCreated.has(name) &&
        !shown.some((draft) => draft.createdId === contactId || isAskedAbout(draft, name)),
    )
    .map(({ name }) => failure(world, 'without answer or question', name, 'it exists in Connect'))
}

function gone(world: World, tasks: readonly Made[], shown: readonly ShownDraft[]): readonly Failure[] {
  const isThere = (text: string) =>
    shown.some((draft) => draft.text === text || draft.otherText === text || isAskedAbout(draft, text)) ||
    tasks.some(({ name }) => name === text)
  return world.texts
    .latest()
    .filter(({ text }) => !isThere(text))
    .map(({ text, typedAtMs, excuse: known }) => {
      const isOld = world.place.clock.nowMs() - typedAtMs >= textKeptMs
      const excuse = known ?? (isOld ? 'not changed for a week' : undefined)
      const kind = 'text gone'
      const detail = 'no draft, question or task has it'
      return excuse === undefined ? { kind, text, detail } : { kind, text, detail, exception: excuse }
    })
}
