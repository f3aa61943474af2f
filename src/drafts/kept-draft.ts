import type { EarlierAttempt } from '../core/attempt.ts'
import type { TaskRequest } from '../core/task-request.ts'
import type { Contact } from '../core/contact.ts'
import type { TaskDraft } from '../core/task-draft.ts'

/** One draft of the agent's, and the contact it is about. */
export interface KeptDraft {
  readonly id: string
  /** As it was last known: it may have ended, or left the CCP, since. Absent when the draft is about none. */
  readonly contact?: Contact
  /** The agent typed the contact's id instead of finding it in the CCP. */
  readonly isTyped: boolean
  readonly values: TaskDraft
  /** It holds something that a new draft does not. */
  readonly isBegun: boolean
  /** That it is about no contact is what the agent wants, not what nobody has asked yet. */
  readonly isDecided: boolean
  /** What it was last sent as; absent until it was. */
  readonly earlier?: EarlierAttempt<TaskRequest>
  /** Its task exists: what it holds is no longer to be kept for later. */
  readonly isSent: boolean
  /** In which order drafts lay in front of the agent; the latest has the highest. */
  readonly turn: number
}

/** It would be a loss if it went. */
export const isUnfinished = ({ isBegun, isSent }: KeptDraft) => isBegun && !isSent
