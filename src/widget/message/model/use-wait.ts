import type { MessageRules } from '../../../core/message/message-parts.ts'
import { useMinute } from '../../controls/use-minute.ts'
import { rulesFor } from './rules-for.ts'

export interface WaitForCustomer {
  readonly for: 'quiet-hours' | 'message-interval'
  readonly until: Date
}

/** True if the recipient of a draft never gets a message. */
export const isNeverRight = (rules: MessageRules, to: string): boolean =>
  rulesFor({ to }, rules).isAlwaysQuiet === true

/** Why the recipient of a draft gets no message now, and until when. */
export function waitOf(rules: MessageRules, to: string, now: Date): WaitForCustomer | undefined {
  const { quietUntil, nextMessageAt } = rulesFor({ to }, rules)
  const waits = [
    { for: 'quiet-hours', at: quietUntil } as const,
    { for: 'message-interval', at: nextMessageAt } as const,
  ]
  return waits
    .flatMap(({ at, ...wait }) => (at === undefined ? [] : [{ ...wait, until: new Date(at) }]))
    .filter(({ until }) => until > now)
    .toSorted((one, other) => other.until.getTime() - one.until.getTime())[0]
}

/** The same as a hook, which is updated when the wait ends. */
export const useWait = (rules: MessageRules, to: string): WaitForCustomer | undefined =>
  waitOf(rules, to, useMinute())

const minuteMs = 60_000

/** The end of the wait, rounded up to a full minute: at 1:10 PM the panel must not say "until 1:10 PM". */
export const minuteAfter = ({ until }: WaitForCustomer): Date =>
  new Date(Math.ceil(until.getTime() / minuteMs) * minuteMs)
