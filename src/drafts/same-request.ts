import type { UncertainAttempt } from '../core/attempts/attempt.ts'
import { isRepeatOf, taskFingerprint, type RepeatableTask } from '../core/attempts/repeated-task.ts'
import { isMessageRequest, type AnyRequest } from '../core/message/any-draft.ts'
import { isRepeatOfMessage, messageFingerprint } from '../core/message/repeated-message.ts'

/** A hash of the whole content of a task or message. */
export const requestFingerprint = (request: AnyRequest): string =>
  isMessageRequest(request) ? messageFingerprint(request) : taskFingerprint(request)

/** The request without its files. */
export function wordsOf(request: AnyRequest): AnyRequest {
  if (isMessageRequest(request)) return request
  const { attachments: _files, ...words } = request
  return words
}

/** Whether this request would create the same task, or send the same message, once more. */
export const isSameOnceMore = (request: AnyRequest, known: RepeatableTask, now: Date): boolean =>
  isMessageRequest(request) ? isRepeatOfMessage(request, known, now) : isRepeatOf(request, known, now)

/** Like `isSameOnceMore`, for an attempt whose outcome is not known. */
export function isSameInDoubt(
  request: AnyRequest,
  { attempt, firstSentAt }: UncertainAttempt<AnyRequest>,
  now: Date,
): boolean {
  const sent = attempt.request
  const scheduledTime = isMessageRequest(sent) ? undefined : sent.scheduledTime
  const known = {
    fingerprint: requestFingerprint(sent),
    createdAt: firstSentAt,
    ...(scheduledTime ? { scheduledAt: scheduledTime.getTime() } : {}),
  }
  return isSameOnceMore(request, known, now)
}

/**
 * Whether both have the same content except for files. A window does not show files that another window is still uploading, so
 * one draft may be sent by both windows, with files and without.
 */
export const hasSameWordsInDoubt = (
  request: AnyRequest,
  { attempt, ...sent }: UncertainAttempt<AnyRequest>,
  now: Date,
): boolean =>
  isSameInDoubt(
    wordsOf(request),
    { ...sent, attempt: { ...attempt, request: wordsOf(attempt.request) } },
    now,
  )
