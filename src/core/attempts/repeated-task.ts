import { fingerprintOf } from './attempt.ts'
import type { TaskRequest } from '../task/task-parts.ts'

/** Within this time the panel asks before the same task is created again. */
export const repeatAskedMs = 10 * 60_000

/** The facts about a created task by which a repeat is recognised. Times are in milliseconds since the epoch. */
export interface RepeatableTask {
  /** See {@link taskFingerprint}. Absent if the browser does not store it. */
  readonly fingerprint?: string
  /** When the answer came. */
  readonly createdAt: number
  /** When it starts; absent when it started at once. */
  readonly scheduledAt?: number
  /** When this browser learned that it has ended. */
  readonly endedAt?: number
}

/**
 * A hash of the content of a task and of the contact that it is linked to. Times are left out, because "in 30 minutes" is
 * another instant at each press. The revision of a template is left out too. Files have a second hash, after a space, of their
 * names and sizes.
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

/** The part of a fingerprint without the hash of the files. */
export const withoutFilesHash = (fingerprint: string): string => fingerprint.split(' ', 1).join('')

/** True if this request would create the same task again: at about the same time, and while the first task has not ended. */
export function isRepeatOf(request: TaskRequest, task: RepeatableTask, now: Date): boolean {
  const { fingerprint, createdAt, scheduledAt, endedAt } = task
  if (endedAt !== undefined || fingerprint !== taskFingerprint(request)) return false
  // `Math.abs`, because after a correction of the clock the first task may be in the future.
  if (Math.abs(now.getTime() - createdAt) >= repeatAskedMs) return false
  const start = request.scheduledTime?.getTime()
  if (start === undefined || scheduledAt === undefined) return start === scheduledAt
  return Math.abs(start - scheduledAt) < repeatAskedMs
}
