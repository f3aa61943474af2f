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

/** The client token is in use for something else. */
export const tokenReused = () =>
  new ProblemError({
    code: 'invalid',
    reason: 'token-reused',
    detail:
      'This clientToken was used less than 10 minutes ago for other content, which may have been carried out. Nothing was done for this request. Send other content with a new clientToken.',
  })
