import { fingerprintOf } from '../attempts/attempt.ts'
import { repeatAskedMs, type RepeatableTask } from '../attempts/repeated-task.ts'
import type { MessageRequest } from './message-parts.ts'

/** A hash of all that a message says, and of whom it goes to. How long the chat lasts is left out, as times of tasks are. */
export function messageFingerprint(request: MessageRequest): string {
  const { durationMinutes: _end, hasConsent: _asked, ...said } = request
  return fingerprintOf(said)
}

/** Whether this request would send the same message once more, at about the same time. */
export const isRepeatOfMessage = (
  request: MessageRequest,
  { fingerprint, createdAt }: Pick<RepeatableTask, 'fingerprint' | 'createdAt'>,
  now: Date,
): boolean =>
  fingerprint === messageFingerprint(request) && Math.abs(now.getTime() - createdAt) < repeatAskedMs
