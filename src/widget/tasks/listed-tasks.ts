import type { Me } from '../../contract/reads/me.ts'
import type { TaskOfContact } from '../../contract/tasks/tasks-of-contact.ts'
import type { LedgerEntry } from '../../drafts/ledger/ledger-entry.ts'
import { allowedByPolicy, type OwnTask } from './own-task.ts'

/** A task of a contact, as the list shows it. */
export interface ListedTask extends OwnTask {
  /** `started` if this browser created the task and Connect has not been asked. */
  readonly state: TaskOfContact['state'] | 'started'
  readonly isMine: boolean
  /**
   * The name of the colleague who created it. Null if the name must not be shown. Absent for the agent's own tasks, and if
   * Connect does not say who created it.
   */
  readonly colleague?: string | null
  readonly acceptedAt?: Date
  readonly endedAt?: Date
}

export interface ListCircumstances {
  readonly me: Me | undefined
  readonly now: Date
}

/** The tasks that this browser created and the tasks that Connect lists, the latest first. */
export function listedTasks(
  entries: readonly LedgerEntry[],
  read: readonly TaskOfContact[],
  circumstances: ListCircumstances,
): readonly ListedTask[] {
  const entryOf = ({ contactId }: TaskOfContact) => entries.find((entry) => entry.contactId === contactId)
  const isRead = (entry: LedgerEntry) => read.some(({ contactId }) => contactId === entry.contactId)
  const listed = [
    ...entries.filter((entry) => !isRead(entry)).map((entry) => taskOfEntry(entry, circumstances)),
    ...read.map((task) => taskOfAnswer(task, entryOf(task))),
  ]
  return listed.toSorted((one, other) => (other.createdAt ?? 0) - (one.createdAt ?? 0))
}

function taskOfEntry(entry: LedgerEntry, { me, now }: ListCircumstances): ListedTask {
  const { contactId, createdAt, scheduledAt: scheduledMs, endedAt } = entry
  const scheduledAt = dateOf(scheduledMs)
  const isWaiting = scheduledAt !== undefined && scheduledAt > now
  return {
    contactId,
    createdAt,
    isMine: true,
    state: isWaiting ? 'scheduled' : 'started',
    ...(scheduledAt ? { scheduledAt } : {}),
    ...allowedByPolicy(me, scheduledAt, now),
    ...endedParts(endedAt),
  }
}

function taskOfAnswer(task: TaskOfContact, entry: LedgerEntry | undefined): ListedTask {
  const { contactId, state, isMine, isColleagues, name, canStop, canReschedule } = task
  const createdAt = entry?.createdAt ?? dateOf(task.createdAt)?.getTime()
  const scheduledAt = dateOf(task.scheduledTime ?? entry?.scheduledAt)
  const acceptedAt = dateOf(task.acceptedAt)
  const endedAt = dateOf(task.endedAt)
  const expiresAt = dateOf(task.expiresAt)
  const colleague = task.colleague ?? (isColleagues ? null : undefined)
  return {
    contactId,
    state,
    isMine,
    canStop,
    canReschedule,
    ...(name === undefined ? {} : { name }),
    ...(colleague === undefined ? {} : { colleague }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(scheduledAt ? { scheduledAt } : {}),
    ...(acceptedAt ? { acceptedAt } : {}),
    ...(endedAt ? { endedAt } : {}),
    ...(expiresAt ? { expiresAt } : {}),
    // The proxy's answer may be some seconds old.
    ...(endedAt ? {} : endedParts(entry?.endedAt)),
  }
}

const dateOf = (time: number | string | undefined) => (time === undefined ? undefined : new Date(time))

const endedParts = (endedAt: number | undefined) =>
  endedAt === undefined
    ? {}
    : ({ state: 'ended', endedAt: new Date(endedAt), canStop: false, canReschedule: false } as const)
