import type { QuietHours } from '../../../core/message/rule/messages-rule.ts'
import { quietUntil } from '../../../core/message/quiet-hours.ts'
import { readNumber } from '../../../core/message/numbers/read-number.ts'
import { ProblemError } from '../../problem-error.ts'
import { zonesOfCountries } from './customer-zones.ts'

/** A customer by their number, with the zone that their contact says. */
export interface Recipient {
  /** In E.164. */
  readonly number: string
  readonly zone?: string | undefined
}

/**
 * If the contact names a zone, only that zone counts. Otherwise it must not be quiet in any zone of the number's country, nor in
 * that of the policy, unless the policy takes every customer to be in its zone.
 */
function zonesOf(
  { timeZone, assumeTimeZone = false }: QuietHours,
  { number, zone = assumeTimeZone ? timeZone : undefined }: Recipient,
): readonly string[] {
  if (zone !== undefined) return [zone]
  const reading = readNumber(number)
  const zones = reading.ok ? zonesOfCountries(reading.number.countries) : []
  return zones.length === 0 || timeZone === undefined ? zones : [...zones, timeZone]
}

/** When the recipient may get a message; undefined for now, *never* if no time is right in all their possible zones. */
export function quietFor(
  rule: QuietHours | undefined,
  recipient: Recipient,
  now: Date,
): Date | 'never' | undefined {
  if (!rule) return undefined
  const zones = zonesOf(rule, recipient)
  // A number of no country may be anywhere, and it is always quiet somewhere.
  return zones.length === 0 ? 'never' : quietUntil(rule, zones, now)
}

const issues = [{ field: 'to', code: 'quiet-hours' }] as const

/** Throws `quiet-hours`. */
export function requireAwake(rule: QuietHours | undefined, recipient: Recipient, now: Date): void {
  const until = quietFor(rule, recipient, now)
  if (until === undefined) return
  if (until === 'never') {
    throw new ProblemError({
      code: 'quiet-hours',
      reason: 'zone-unknown',
      detail:
        'The customer’s time zone is not known, and there is no time outside the quiet hours in every zone that this number may be in. Nothing was sent.',
      issues,
    })
  }
  throw new ProblemError({
    code: 'quiet-hours',
    reason: 'quiet',
    detail:
      'These are quiet hours where the customer is or may be; nothing was sent. Send the message after the wait.',
    issues,
    retryAfterSeconds: Math.ceil((until.getTime() - now.getTime()) / 1_000),
  })
}
