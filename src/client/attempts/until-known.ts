import { isNewTask } from '../../core/existing-task/existing-task.ts'
import { TaskClientError, type ClientFailure } from '../task-client-error.ts'

export interface UntilKnownOptions {
  /** When the task was created, in milliseconds since the epoch. Undefined if this browser does not know it. */
  readonly createdAt: number | undefined
  readonly now: () => Date
  readonly wait: (milliseconds: number) => Promise<void>
  /** True if the agent has signed out: nothing may be sent in their name. */
  readonly isOver: () => boolean
}

/** How long the agent waits until the panel says that Connect does not know the task yet. */
const patienceMs = 30_000

const askAgainAfterSeconds = 2

/**
 * The proxy gives the same answer for a task that Connect does not list yet and for a task of another agent. If it has just
 * created the task itself, the answer has `retryAfterSeconds`.
 */
const isNotListed = ({ code, retryAfterSeconds = Infinity }: ClientFailure) =>
  code === 'not-your-contact' || (code === 'busy' && retryAfterSeconds <= askAgainAfterSeconds)

/**
 * Sends a request about a task. Connect may not list a task that was created just now. Then nothing was changed, so the request
 * is repeated for up to 30 s.
 */
export async function untilKnown<Answer>(
  ask: () => Promise<Answer>,
  { createdAt, now, wait, isOver }: UntilKnownOptions,
): Promise<Answer> {
  const endMs = now().getTime() + patienceMs
  for (;;) {
    try {
      // Each request must end before the next may begin.
      return await ask()
    } catch (error) {
      const failure =
        error instanceof TaskClientError && isNotListed(error.failure) ? error.failure : undefined
      if (createdAt === undefined || !failure || !isNewTask(createdAt, now())) throw error
      const pauseMs = (failure.retryAfterSeconds ?? askAgainAfterSeconds) * 1_000
      if (now().getTime() + pauseMs > endMs) {
        const { retryAfterSeconds: _tooLong, ...known } = failure
        throw new TaskClientError({ ...known, code: 'not-known-yet' })
      }
      await wait(pauseMs)
      if (isOver()) throw error
    }
  }
}
