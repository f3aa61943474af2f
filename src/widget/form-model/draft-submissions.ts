import { createTask, type TaskSubmissions } from '../../client/create-task.ts'
import { earlierAttempts } from '../../client/submission-state.ts'
import { createSubmissions } from '../../client/submissions.ts'
import type { TaskClient } from '../../client/task-client.ts'
import type { Attempt } from '../../core/attempt.ts'
import type { TaskRequest } from '../../core/task-parts.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { taskEntry } from '../../drafts/ledger-entry.ts'

/** How long a task waits to be stored before it is sent all the same: the storage of a browser may hang. */
const storeWaitMs = 500

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

export interface SubmissionClock {
  /** The present time by the proxy's clock, in milliseconds since the epoch. */
  readonly now: () => number
  /** The browser's own timer unless given. */
  readonly wait?: (milliseconds: number) => Promise<void>
}

/** The submissions of the agent's drafts. */
export const draftSubmissions = (
  client: Pick<TaskClient, 'send'>,
  drafts: Pick<DraftsAtHand, 'flush'>,
  { now, wait = sleep }: SubmissionClock,
): TaskSubmissions =>
  createSubmissions({
    // Known to the store before it is sent: a page that goes now must not send it as another task when it is back.
    beforeSend: () => Promise.race([drafts.flush(), wait(storeWaitMs)]),
    send: (attempt: Attempt<TaskRequest>) => client.send(createTask, attempt),
    wait,
    now,
  })

/** Notes each step of a submission with its draft. Returns how to stop. */
export const noteSteps = (
  submissions: TaskSubmissions,
  drafts: Pick<DraftsAtHand, 'noteSubmitted' | 'noteCreated'>,
  now: () => Date,
): (() => void) =>
  submissions.subscribe((draftId, step) => {
    const earlier = earlierAttempts(step)
    if (step.status === 'done')
      drafts.noteCreated(draftId, taskEntry(step.attempt.request, step.result, now()), earlier)
    else if (earlier) drafts.noteSubmitted(draftId, earlier)
  })
