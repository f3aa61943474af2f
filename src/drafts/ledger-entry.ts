import type { CreatedTask } from '../contract/tasks.ts'
import type { TaskRequest } from '../core/task-parts.ts'
import type { Account } from './account.ts'

/**
 * One result of an account: what was created, for which contact, and when. It holds ids and times only. Names and
 * descriptions may hold customer data, and the proxy can read them by id when they are needed.
 */
export interface LedgerEntry {
  readonly kind: 'task'
  /** The contact that was created. */
  readonly contactId: string
  /** The contact that it is linked to; absent when it is linked to none. */
  readonly linkedContactId?: string
  /** When the task starts, in milliseconds since the epoch; absent when it started at once. */
  readonly scheduledAt?: number
  /** When the answer came, in milliseconds since the epoch. */
  readonly createdAt: number
  /** When this browser learned that the task has ended, in milliseconds since the epoch. */
  readonly endedAt?: number
}

/** Where results outlive the page. Each belongs to one account, and no other account can read it. */
export interface LedgerStore {
  /** The stored results of the account, the latest first. */
  readonly load: (account: Account) => Promise<readonly LedgerEntry[]>
  /** Stores a result; a second result with the same contact id replaces the first. */
  readonly add: (account: Account, entry: LedgerEntry) => Promise<void>
}

export function taskEntry({ link }: TaskRequest, task: CreatedTask, now: Date): LedgerEntry {
  return {
    kind: 'task',
    contactId: task.contactId,
    ...(link ? { linkedContactId: link.contactId } : {}),
    ...(task.scheduledTime === null ? {} : { scheduledAt: Date.parse(task.scheduledTime) }),
    createdAt: now.getTime(),
  }
}
