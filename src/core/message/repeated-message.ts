import { fingerprintOf } from '../attempts/attempt.ts'
import { repeatAskedMs, type RepeatableTask } from '../attempts/repeated-task.ts'
import type { MessageRequest } from './message-parts.ts'

/** Enough digits to tell two customers apart, and too few to name one. */
const digitsOfNumber = 2

/**
 * A hash of all that a message says, and of the end of the number that it goes to. Browsers keep it, and a hash of the whole
 * number could be found by trying all numbers. How long the chat lasts is left out, as times of tasks are.
 */
export function messageFingerprint(request: MessageRequest): string {
  const { durationMinutes: _end, hasConsent: _asked, to, ...said } = request
  return fingerprintOf({ ...said, to: to.slice(-digitsOfNumber) })
}

/** Whether this request would send the same message once more, at about the same time. */
export const isRepeatOfMessage = (
  request: MessageRequest,
  { fingerprint, createdAt }: Pick<RepeatableTask, 'fingerprint' | 'createdAt'>,
  now: Date,
): boolean =>
  fingerprint === messageFingerprint(request) && Math.abs(now.getTime() - createdAt) < repeatAskedMs
