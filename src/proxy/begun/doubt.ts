import { ProblemError } from '../problem-error.ts'

/** True if the command may have been carried out although it failed. */
export const mayBeDone = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.facts.outcome === 'unknown'

/**
 * The failure of a command that may have been carried out before. A refusal of the second call says nothing about the first
 * one.
 */
export function inDoubt(error: unknown): unknown {
  if (!(error instanceof ProblemError) || mayBeDone(error)) return error
  const { facts } = error
  const detail = `An earlier request with this clientToken may have been carried out, because its answer was lost. This request was not: ${facts.detail}`
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
      'This clientToken was used for other content less than 10 minutes ago. Nothing was done for this request. Send other content with a new clientToken.',
    outcome: state === 'possible' ? 'unknown' : 'not-created',
  })
