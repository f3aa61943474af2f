import type { CreatedTask } from '../../contract/tasks/tasks.ts'
import { taskFingerprint, type RepeatableTask } from '../../core/attempts/repeated-task.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import type { Account } from '../account.ts'

/**
 * One result of an account: what was created, for which contact, and when. It holds ids, times and a hash only. Names and
 * descriptions may hold customer data, and the proxy can read them by id when they are needed.
 */
export interface LedgerEntry extends RepeatableTask {
  readonly kind: 'task'
  /** The contact that was created. */
  readonly contactId: string
  /** The contact that it is linked to; absent when it is linked to none. */
  readonly linkedContactId?: string
}

/** Where results outlive the page. Each belongs to one account, and no other account can read it. */
export interface LedgerStore {
  /** The stored results of the account, the latest first. */
  readonly load: (account: Account) => Promise<readonly LedgerEntry[]>
  /** Stores a result; a second result with the same contact id replaces the first. */
  readonly add: (account: Account, entry: LedgerEntry) => Promise<void>
  /** Calls back when another window has stored a result of the account. Returns how to stop. */
  readonly watch?: (account: Account, onChange: () => void) => Promise<() => void>
}

export function taskEntry(request: TaskRequest, task: CreatedTask, now: Date): LedgerEntry {
  const { link } = request
  return {
    kind: 'task',
    contactId: task.contactId,
    ...(link ? { linkedContactId: link.contactId } : {}),
    ...(task.scheduledTime === null ? {} : { scheduledAt: Date.parse(task.scheduledTime) }),
    createdAt: now.getTime(),
    fingerprint: taskFingerprint(request),
  }
}
