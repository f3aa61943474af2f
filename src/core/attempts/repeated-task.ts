import { fingerprintOf } from './attempt.ts'
import type { TaskRequest } from '../task/task-parts.ts'

/** Within this time the panel asks before the same task is created again. */
export const repeatAskedMs = 10 * 60_000

/** A created task, as far as a repeat is recognised by it. Times are in milliseconds since the epoch. */
export interface RepeatableTask {
  /** See {@link taskFingerprint}; absent where the browser does not keep it. */
  readonly fingerprint?: string
  /** When the answer came. */
  readonly createdAt: number
  /** When it starts; absent when it started at once. */
  readonly scheduledAt?: number
  /** When this browser learned that it has ended. */
  readonly endedAt?: number
}

/**
 * A hash of all that a task says, and of the contact that it is linked to. Times are left out: "in 30 minutes" is another
 * instant at each press. So is the revision of a template, which the task does not say. Files have a second hash after a space:
 * they count by name and size.
 */
export function taskFingerprint({ attachments, ...words }: TaskRequest): string {
  const files = attachments?.map(({ name, bytes }) => ({ name, bytes }))
  return files ? `${wordsHash(words)} ${fingerprintOf(files)}` : wordsHash(words)
}

function wordsHash(words: Omit<TaskRequest, 'attachments'>): string {
  const { scheduledTime: _start, expiryMinutes: _end, destination, ...said } = words
  if (destination?.type !== 'template') return fingerprintOf({ ...said, destination })
  const { revision: _judgedUnder, ...ids } = destination
  return fingerprintOf({ ...said, destination: ids })
}

/** The part of a fingerprint that says nothing of files. */
export const withoutFilesHash = (fingerprint: string): string => fingerprint.split(' ', 1).join('')

/** Whether this request would create the same task once more: about the same time, and while the first has not ended. */
export function isRepeatOf(request: TaskRequest, task: RepeatableTask, now: Date): boolean {
  const { fingerprint, createdAt, scheduledAt, endedAt } = task
  if (endedAt !== undefined || fingerprint !== taskFingerprint(request)) return false
  // A clock that was corrected may have put the first task into the future.
  if (Math.abs(now.getTime() - createdAt) >= repeatAskedMs) return false
  const start = request.scheduledTime?.getTime()
  if (start === undefined || scheduledAt === undefined) return start === scheduledAt
  return Math.abs(start - scheduledAt) < repeatAskedMs
}
