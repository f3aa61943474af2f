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

/** The changes of a task that this page knows of, since it was created or read. */
export interface TaskNews {
  readonly hasEnded: boolean
  /** When the agent stopped it in this browser, in milliseconds since the epoch. */
  readonly stoppedAt?: number
  /** The new start, if the agent has changed it in this browser. */
  readonly scheduledTime?: string
  /** The proxy or Connect has refused for good: do not offer it again. */
  readonly isStopRefused?: true
  readonly isChangeRefused?: true
}

export type Stopping = SubmissionState<StopTask, StoppedTask>
export type Changing = SubmissionState<ChangeSchedule, ChangedSchedule>

/** The commands for one existing task. */
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
  /** In milliseconds since the epoch. Undefined if neither this browser nor Connect knows it. */
  readonly createdAt: number | undefined
  /** The contact that the task is linked to. */
  readonly linkedContactId?: string | undefined
}

/** The commands of all tasks of one panel. They continue while the agent looks at another contact. */
export interface AllTaskCommands {
  readonly of: (task: KnownTask) => TaskCommands
  /** Call this with a new setting: the panel's clock may have been corrected. */
  readonly renew: (setting: TaskCommandsSetting) => void
  /** Call this when the agent signs out. */
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
      // The proxy needs no token: repeating either command does no harm.
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
      // Ignore a late answer: the next agent may have signed in, and the ledger is now theirs.
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

/** True if Connect says that the task has ended: stopped by an earlier request, completed, or expired. */
export const hasEnded = (state: Stopping | Changing): boolean =>
  'failure' in state && state.failure.code === 'already-ended'

type Codes = ReadonlySet<ClientFailure['code']>

/** These refusals are final: the policy, or a state that the task never leaves. */
const stopRefusals: Codes = new Set(['forbidden', 'already-accepted'])
const changeRefusals: Codes = new Set(['forbidden', 'already-started', 'reschedule-limit'])

const isRefusedForGood = (state: Stopping | Changing, codes: Codes): boolean =>
  state.status === 'not-done' && codes.has(state.failure.code)

/** Stores the change in the ledger, so that the list of tasks is right after a reload and in the agent's other windows. */
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

/** The end of a task according to the ledger. */
function endOf({ endedAt, isStopped }: Partial<LedgerEntry> = {}): Partial<TaskNews> {
  if (endedAt === undefined) return {}
  return { hasEnded: true, ...(isStopped ? { stoppedAt: endedAt } : {}) }
}

/**
 * A new entry for a task that was created in another browser. It is the agent's own task, because only the creator may change
 * it.
 */
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

/** Follows the ledger, because another window of the agent may stop the task or change its time. */
function hearOfOtherWindows(
  ledger: Pick<Ledger, 'getSnapshot' | 'subscribe'>,
  contactId: string,
  news: SnapshotStore<TaskNews>,
): () => void {
  let known = entryOf(ledger, contactId)
  // A task of another browser gets an entry when a window of this browser changes it.
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
