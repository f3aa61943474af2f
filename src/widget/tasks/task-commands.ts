import { changeSchedule, type ChangeSchedule } from '../../client/commands/change-schedule.ts'
import { stopTask, type StopTask } from '../../client/commands/stop-task.ts'
import { createSubmission, type Submission } from '../../client/submissions/submission.ts'
import type { SubmissionState } from '../../client/attempts/submission-state.ts'
import type { ClientFailure } from '../../client/task-client-error.ts'
import type { TaskClient } from '../../client/task-client.ts'
import { untilKnown } from '../../client/attempts/until-known.ts'
import type { ChangedSchedule, StoppedTask } from '../../contract/tasks/task-changes.ts'
import {
  createSnapshotStore,
  type SnapshotStore,
  type Snapshots,
} from '../../core/listeners/snapshot-store.ts'
import type { LedgerEntry } from '../../drafts/ledger/ledger-entry.ts'
import type { Ledger } from '../../drafts/ledger/ledger.ts'

/** All that this page has learned about a task since it was created or read. */
export interface TaskNews {
  readonly hasEnded: boolean
  /** When the agent stopped it in this browser, in milliseconds since the epoch. */
  readonly stoppedAt?: number
  /** When it starts, where the agent has changed that here. */
  readonly scheduledTime?: string
  /** Asked again, the proxy or Connect would refuse again. */
  readonly isStopRefused?: true
  readonly isChangeRefused?: true
}

export type Stopping = SubmissionState<StopTask, StoppedTask>
export type Changing = SubmissionState<ChangeSchedule, ChangedSchedule>

/** What can be done about one task that exists. */
export interface TaskCommands {
  readonly stop: Submission<StopTask, StoppedTask>
  readonly change: Submission<ChangeSchedule, ChangedSchedule>
  readonly news: Snapshots<TaskNews>
}

export interface TaskCommandsSetting {
  readonly client: Pick<TaskClient, 'send'>
  readonly now: () => Date
}

export interface KnownTask {
  readonly contactId: string
  /** In milliseconds since the epoch; undefined where neither this browser nor Connect has told it. */
  readonly createdAt: number | undefined
  /** The contact in whose list it stands, or that it was created for. */
  readonly linkedContactId?: string | undefined
}

/** The commands of all tasks of one panel: they go on while the agent looks at another contact. */
export interface AllTaskCommands {
  readonly of: (task: KnownTask) => TaskCommands
  /** The clock of the panel may have been corrected. */
  readonly renew: (setting: TaskCommandsSetting) => void
  /** The agent has signed out. */
  readonly abandon: () => void
}

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

export function createTaskCommands(
  first: TaskCommandsSetting,
  ledger: Pick<Ledger, 'getSnapshot' | 'note' | 'subscribe'>,
  wait = sleep,
): AllTaskCommands {
  let setting = first
  let byTask = new Map<string, TaskCommands>()
  const stops: (() => void)[] = []

  function create(task: KnownTask): TaskCommands {
    const { contactId, createdAt } = task
    const tasks = byTask
    const news = createSnapshotStore<TaskNews>({ hasEnded: false, ...endOf(entryOf(ledger, contactId)) })
    stops.push(hearOfOtherWindows(ledger, contactId, news))
    const known = {
      createdAt,
      now: () => setting.now(),
      wait,
      isOver: () => tasks !== byTask,
    }
    const options = {
      wait,
      now: () => setting.now().getTime(),
      // The proxy asks for none: both commands are harmless when they are repeated.
      newToken: (content: string) => content,
      isRepeatable: true,
    }
    const stop: TaskCommands['stop'] = createSubmission({
      ...options,
      send: (attempt, isInTime) => untilKnown(() => setting.client.send(stopTask, attempt, isInTime), known),
    })
    const change: TaskCommands['change'] = createSubmission({
      ...options,
      send: (attempt, isInTime) =>
        untilKnown(() => setting.client.send(changeSchedule, attempt, isInTime), known),
    })
    const tell = (more: Partial<TaskNews>) => news.set({ ...news.getSnapshot(), ...more })
    const learn = (more: Partial<TaskNews>) => {
      // An answer may come after the next agent has signed in. The ledger is theirs.
      if (tasks !== byTask) return
      tell(more)
      keepInLedger(ledger, task, news.getSnapshot(), setting.now())
    }
    stop.subscribe(() => {
      const state = stop.getSnapshot()
      if (state.status === 'done') learn({ hasEnded: true, stoppedAt: setting.now().getTime() })
      else if (hasEnded(state)) learn({ hasEnded: true })
      else if (isRefusedForGood(state, stopRefusals)) tell({ isStopRefused: true })
    })
    change.subscribe(() => {
      const state = change.getSnapshot()
      if (state.status === 'done') learn({ scheduledTime: state.result.scheduledTime })
      else if (hasEnded(state)) learn({ hasEnded: true })
      else if (isRefusedForGood(state, changeRefusals)) tell({ isChangeRefused: true })
    })
    return { stop, change, news }
  }

  return {
    of: (task) => {
      const commands = byTask.get(task.contactId) ?? create(task)
      byTask.set(task.contactId, commands)
      return commands
    },
    renew: (renewed) => {
      setting = renewed
    },
    abandon: () => {
      const abandoned = byTask
      byTask = new Map()
      for (const stopHearing of stops.splice(0)) stopHearing()
      for (const { stop, change } of abandoned.values()) {
        stop.abandon()
        change.abandon()
      }
    },
  }
}

/** Connect says that the task has ended: stopped by an earlier request, completed, or expired. */
export const hasEnded = (state: Stopping | Changing): boolean =>
  'failure' in state && state.failure.code === 'already-ended'

type Codes = ReadonlySet<ClientFailure['code']>

/** The policy, or a state of the task that it never leaves. */
const stopRefusals: Codes = new Set(['forbidden', 'already-accepted'])
const changeRefusals: Codes = new Set(['forbidden', 'already-started', 'reschedule-limit'])

const isRefusedForGood = (state: Stopping | Changing, codes: Codes): boolean =>
  state.status === 'not-done' && codes.has(state.failure.code)

/** After a reload the list of tasks is right at once, and the other windows of the agent know it too. */
function keepInLedger(
  ledger: Pick<Ledger, 'getSnapshot' | 'note'>,
  task: KnownTask,
  { hasEnded: isOver, stoppedAt, scheduledTime }: TaskNews,
  now: Date,
): void {
  const entry = entryOf(ledger, task.contactId) ?? entryFor(task)
  if (!entry) return
  ledger.note({
    ...entry,
    ...(isOver ? { endedAt: entry.endedAt ?? now.getTime() } : {}),
    ...(stoppedAt === undefined ? {} : { isStopped: true }),
    ...(scheduledTime === undefined ? {} : { scheduledAt: Date.parse(scheduledTime) }),
  })
}

/** What the ledger knows of the end of a task. */
function endOf({ endedAt, isStopped }: Partial<LedgerEntry> = {}): Partial<TaskNews> {
  if (endedAt === undefined) return {}
  return { hasEnded: true, ...(isStopped ? { stoppedAt: endedAt } : {}) }
}

/** Only the agent who has created a task may change it, so one of another browser is theirs too. */
function entryFor({ contactId, createdAt, linkedContactId }: KnownTask): LedgerEntry | undefined {
  if (createdAt === undefined) return undefined
  return {
    kind: 'task',
    contactId,
    createdAt,
    ...(linkedContactId === undefined ? {} : { linkedContactId }),
  }
}

const entryOf = ({ getSnapshot }: Pick<Ledger, 'getSnapshot'>, contactId: string) =>
  getSnapshot().find((entry) => entry.contactId === contactId)

/** Another window of the agent may stop the task, or change its time: the ledger is shared. */
function hearOfOtherWindows(
  ledger: Pick<Ledger, 'getSnapshot' | 'subscribe'>,
  contactId: string,
  news: SnapshotStore<TaskNews>,
): () => void {
  let known = entryOf(ledger, contactId)
  // The task of another browser has an entry once a window of this one has changed it.
  const wasCreatedHere = known !== undefined
  return ledger.subscribe(() => {
    const entry = entryOf(ledger, contactId)
    const before = known
    known = entry
    const { hasEnded: isOver, scheduledTime } = news.getSnapshot()
    const isNewEnd = entry?.endedAt !== undefined && !isOver
    const time = entry?.scheduledAt
    const isMoved =
      time !== undefined &&
      (before ? time !== before.scheduledAt : !wasCreatedHere) &&
      (scheduledTime === undefined || Date.parse(scheduledTime) !== time)
    if (!isNewEnd && !isMoved) return
    news.set({
      ...news.getSnapshot(),
      ...(isNewEnd ? endOf(entry) : {}),
      ...(isMoved ? { scheduledTime: new Date(time).toISOString() } : {}),
    })
  })
}
