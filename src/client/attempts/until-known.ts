import { isNewTask } from '../../core/existing-task/existing-task.ts'
import { TaskClientError, type ClientFailure } from '../task-client-error.ts'

export interface UntilKnownOptions {
  /** When the task was created, in milliseconds since the epoch; undefined if this browser does not know it. */
  readonly createdAt: number | undefined
  readonly now: () => Date
  readonly wait: (milliseconds: number) => Promise<void>
  /** Whether the agent has signed out, so that nothing may be asked in their name. */
  readonly isOver: () => boolean
}

/** How long the agent waits until the panel says that Connect does not know the task yet. */
const patienceMs = 30_000

const askAgainAfterSeconds = 2

/**
 * The proxy answers alike for a task that Connect does not list yet and for one of another agent. If it has just created the
 * task itself, it asks for patience.
 */
const isNotListed = ({ code, retryAfterSeconds = Infinity }: ClientFailure) =>
  code === 'not-your-contact' || (code === 'busy' && retryAfterSeconds <= askAgainAfterSeconds)

/**
 * Asks for something about a task. Connect may not list a task that was created just now. Nothing was changed then, so the
 * same is asked again for a while.
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
