import { ProblemError } from '../problem-error.ts'

/** True if the command may have been carried out although it failed. */
export const mayBeDone = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.facts.outcome === 'unknown'

/**
 * The failure of a command that may have been carried out before. A refusal of the second call says nothing about the first
 * one.
 */
export const inDoubt = (error: unknown): unknown =>
  doubted(
    error,
    'An earlier request with this clientToken may have been carried out, because its answer was lost.',
  )

/** The same for a request that has come again, on any path. */
export const doneBefore = (error: unknown): unknown =>
  // The task has ended, which is also the outcome of the first request.
  error instanceof ProblemError && error.facts.code === 'already-ended'
    ? error
    : doubted(error, 'The same request came a moment ago and may have been carried out.')

function doubted(error: unknown, reason: string): unknown {
  if (!(error instanceof ProblemError) || mayBeDone(error)) return error
  const { facts } = error
  const detail = `${reason} This request was not: ${facts.detail}`
  return new ProblemError({ ...facts, detail, outcome: 'unknown' }, { cause: error })
}

/**
 * The client token is in use for other content. If that may have been carried out, so may this: proxies that did not know of
 * each other may both have tried.
 */
export const tokenReused = (state: 'possible' | 'created') =>
  new ProblemError({
    code: 'invalid',
    reason: 'token-reused',
    detail:
      'This clientToken was used for other content a short while ago. Nothing was done for this request. Send other content with a new clientToken.',
    outcome: state === 'possible' ? 'unknown' : 'not-created',
  })
