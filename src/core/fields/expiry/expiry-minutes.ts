import { tooLong, type Issue } from '../../issues/issues.ts'

const secondsPerMinute = 60
const minutesPerDay = 1_440

/** Minutes a task lives when nothing else is asked for: 7 days (feature specifications, "Task duration"). */
export const expiryMinutesDefault = 10_080

/** Minutes a task may live at the most: 90 days (admin guide, task templates). */
export const expiryMinutesLimit = 129_600

/**
 * If tasks may start more than 6 days ahead, a task could expire (7 days by default) before or just after its start, so the
 * request sets an expiry. It is the same for a whole deployment, so that the same draft always gives the same request.
 */
export const expiryMinutesFor = (horizonDays: number): number =>
  Math.min(horizonDays * minutesPerDay + expiryMinutesDefault, expiryMinutesLimit)

export function expiryIssues(expiryMinutes: number, aheadSeconds: number): readonly Issue[] {
  const field = 'expiryMinutes'
  if (!Number.isInteger(expiryMinutes) || expiryMinutes < 1) return [{ field, code: 'expiry-not-whole' }]
  if (expiryMinutes * secondsPerMinute <= aheadSeconds) return [{ field, code: 'expiry-not-after-schedule' }]
  return tooLong(field, 'expiry-too-long', expiryMinutes, expiryMinutesLimit)
}
