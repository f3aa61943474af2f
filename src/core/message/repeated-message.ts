import { fingerprintOf } from '../attempts/attempt.ts'
import { repeatAskedMs, type RepeatableTask } from '../attempts/repeated-task.ts'
import type { MessageRequest } from './message-parts.ts'

/** Two digits usually distinguish two customers, but do not identify one. */
const digitsOfNumber = 2

/**
 * A hash of the content of a message and of the last two digits of its number. Browsers store it, and from a hash of the whole
 * number the number could be found by trying all numbers. The duration of the chat is left out, like the times of tasks.
 */
export function messageFingerprint(request: MessageRequest): string {
  const { durationMinutes: _end, hasConsent: _asked, to, ...said } = request
  return fingerprintOf({ ...said, to: to.slice(-digitsOfNumber) })
}

/** True if this request would send the same message again at about the same time. */
export const isRepeatOfMessage = (
  request: MessageRequest,
  { fingerprint, createdAt }: Pick<RepeatableTask, 'fingerprint' | 'createdAt'>,
  now: Date,
): boolean =>
  fingerprint === messageFingerprint(request) && Math.abs(now.getTime() - createdAt) < repeatAskedMs
