import { ProblemError } from '../problem-error.ts'
import type { Possible } from '../logs/request-log.ts'

/** The audit facts of a request that failed; undefined if it cannot have changed anything in Connect. */
export function possibleTask<Asked extends object>(
  error: unknown,
  asked: Asked,
): Possible<Asked> | undefined {
  // After a fault in the proxy it is unknown how far the request came, and its ids may not have been checked.
  if (!(error instanceof ProblemError)) return { outcome: 'unknown' }
  const { outcome, logged: { connectRequestId } = {} } = error.facts
  if (outcome !== 'unknown') return undefined
  return { outcome, ...asked, ...(connectRequestId === undefined ? {} : { connectRequestId }) }
}
