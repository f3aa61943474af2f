import { isCreatedRecordOld, readCreatedRecord } from './created-record.ts'
import { readDeletionRecord } from './deletion-record.ts'
import { readRecord } from './draft-record.ts'
import { readLeftRecord } from './left-record.ts'
import { isNewer } from './record-version.ts'
import { readSentRecord, sentRecordOf, withoutText } from './sent-record.ts'

/** Drafts hold customer data: a text that was not changed for this long is deleted. */
export const textKeptMs = 7 * 24 * 3_600_000

/**
 * The record after a look at its age: unchanged, shortened, or `undefined` if it must be deleted. An old attempt that may have
 * created a task loses only its text.
 */
export function agedRecord(value: unknown, now: number): unknown {
  if (isNewer(value)) return value
  const sent = readSentRecord(value)
  if (sent) return sent.text && now - sent.firstSentAt >= textKeptMs ? withoutText(sent) : value
  const created = readCreatedRecord(value)
  if (created) return isCreatedRecordOld(created, now) ? undefined : value
  const deletion = readDeletionRecord(value)
  if (deletion) return now - deletion.deletedAt < textKeptMs ? value : undefined
  const left = readLeftRecord(value)
  if (left) return now - left.keptAt < textKeptMs ? value : undefined
  const stored = readRecord(value)
  if (!stored) return undefined
  if (now - stored.keptAt < textKeptMs) return value
  // Before version 3 the record of a draft held its attempt, at most one.
  const [sentThen] = stored.draft.earlier?.uncertain ?? []
  return sentThen && sentRecordOf(stored.draft, sentThen, { window: '', hasText: false })
}
