import type { rescheduleObstacle, stopObstacle } from '../../core/existing-task/existing-task.ts'
import { ProblemError, type LoggedFacts, type ProblemFacts } from '../problem-error.ts'

type Obstacle = NonNullable<ReturnType<typeof stopObstacle> | ReturnType<typeof rescheduleObstacle>>

const refusals = {
  'undo-not-allowed': {
    code: 'forbidden',
    reason: 'undo-not-allowed',
    detail: 'The policy for this agent (undo) lets them stop no task.',
  },
  'reschedule-not-allowed': {
    code: 'forbidden',
    reason: 'reschedule-not-allowed',
    detail: 'The policy for this agent (reschedule) lets them change the time of no task.',
  },
  ended: {
    code: 'already-ended',
    reason: 'ended',
    detail: 'The task has already ended. Nothing was changed.',
  },
  'accepted-by-another': {
    code: 'already-accepted',
    reason: 'accepted-by-another',
    detail: 'Another agent has accepted the task, and the policy does not let this agent stop it then.',
  },
  'not-scheduled': {
    code: 'already-started',
    reason: 'not-scheduled',
    detail: 'The task has started, or was never scheduled. Nothing was changed.',
  },
} as const satisfies Record<Obstacle, ProblemFacts>

/** Why the agent cannot change a task of their own. */
export const changeRefused = (obstacle: Obstacle, logged: LoggedFacts = {}): ProblemError =>
  new ProblemError({ ...refusals[obstacle], logged })
