import type { RepeatableTask } from '../../core/attempts/repeated-task.ts'
import { isMessageRequest, type AnyRequest, type DraftKind } from '../../core/message/any-draft.ts'
import type { Account } from '../account.ts'
import { requestFingerprint } from '../same-request.ts'

/**
 * One result of an account: what was created, for which contact, and when. It holds ids, times and a hash only. Names and
 * descriptions may hold customer data, and the proxy can read them by id when they are needed.
 */
export interface LedgerEntry extends RepeatableTask {
  readonly kind: DraftKind
  /** The contact that was created. */
  readonly contactId: string
  /** The linked contact; absent if there is none. */
  readonly linkedContactId?: string
  /** The agent stopped it in this browser. Without this member it has not ended, or it ended in another way. */
  readonly isStopped?: true
}

/** A store in which results outlive the page. Each belongs to one account, and no other account can read it. */
export interface LedgerStore {
  /** The stored results of the account, the latest first. */
  readonly load: (account: Account) => Promise<readonly LedgerEntry[]>
  /** Stores a result; a second result with the same contact id replaces the first. */
  readonly add: (account: Account, entry: LedgerEntry) => Promise<void>
  /** Calls back when another window has stored a result of the account. Returns how to stop. */
  readonly watch?: (account: Account, onChange: () => void) => Promise<() => void>
}

interface Result {
  readonly contactId: string
  /** Null for a task that starts at once; absent for messages. */
  readonly scheduledTime?: string | null
}

/** The result of a request. It has neither the number nor the text of a message. */
export function entryOf(
  request: AnyRequest,
  { contactId, scheduledTime = null }: Result,
  now: Date,
): LedgerEntry {
  const { link } = request
  return {
    kind: isMessageRequest(request) ? 'message' : 'task',
    contactId,
    ...(link ? { linkedContactId: link.contactId } : {}),
    ...(scheduledTime === null ? {} : { scheduledAt: Date.parse(scheduledTime) }),
    createdAt: now.getTime(),
    fingerprint: requestFingerprint(request),
  }
}
