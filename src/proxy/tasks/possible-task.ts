import { Failure } from '../failure.ts'
import type { AskedTask, PossibleTask } from '../logs/request-log.ts'

/** What the audit says of a try that failed; nothing when no task can have come of it. */
export function possibleTask(error: unknown, asked: AskedTask): PossibleTask | undefined {
  // After a fault of the proxy's own nobody knows how far it came: what was asked for may not have been checked yet.
  if (!(error instanceof Failure)) return { outcome: 'unknown' }
  const { outcome, connectRequestId } = error.facts
  if (outcome !== 'unknown') return undefined
  return { outcome, ...asked, ...(connectRequestId === undefined ? {} : { connectRequestId }) }
}
