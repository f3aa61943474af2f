import { withUncertain, type EarlierAttempts, type UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import { sameAnyDraft } from '../../core/message/same-draft.ts'
import type { AnyRequest } from '../../core/message/any-draft.ts'
import { agedRecord } from './aged-records.ts'
import { readCreatedRecord, type CreatedDraft } from './created-record.ts'
import { deletionRecordName, deletionRecordOf, deletionTimeIn } from './deletion-record.ts'
import { readRecord, recordOf, type StoredDraft } from './draft-record.ts'
import type { DraftRecords } from '../draft-store.ts'
import { contentOf, type KeptDraft, type TextlessAttempt } from '../desk/kept-draft.ts'
import { isTextKept, keptPartOf } from './kept-part.ts'
import { readLeftRecord } from './left-record.ts'
import { isNewer } from './record-version.ts'
import {
  readSentRecord,
  sentAttempt,
  sentRecordName,
  sentRecordOf,
  textlessAttempt,
  withoutText,
  type SentAttempt,
} from './sent-record.ts'

/** How many drafts of one account are kept; the oldest texts are deleted first. */
export const keptDraftsLimit = 50

/** An attempt without its content, with the window that sent it. */
export interface SentBy {
  readonly draftId: string
  readonly clientToken: string
  readonly firstSentAt: number
  /** Absent from older records. */
  readonly window: string | undefined
}

/** All that is stored for one account. */
export interface AccountRecords {
  /** Each with every attempt of it that may have created a task. */
  readonly drafts: readonly StoredDraft[]
  readonly created: readonly CreatedDraft[]
  /** Attempts that may have created a task, and whose text is not stored. */
  readonly textless: readonly TextlessAttempt[]
  /** All attempts with the windows that sent them, with or without their texts. */
  readonly sent: readonly SentBy[]
  /** When the agent last deleted all drafts; 0 if never. */
  readonly deletedAt: number
}

/** Deletes old and unreadable records, texts and attempts that have become tasks, second records of a draft, and the oldest drafts over the limit. */
export function tidied(records: DraftRecords, now: number): DraftRecords {
  const changes = new Map<string, unknown>()
  const made = [...records.values()].flatMap((value) => readCreatedRecord(value) ?? [])
  const created = new Set(made.flatMap(({ clientTokens }) => clientTokens))
  for (const [name, value] of records) {
    const aged = agedRecord(value, now)
    if (aged !== value) changes.set(name, aged)
    // The window that created the task closed before it could delete this record.
    else if (created.size > 0 && created.has(readSentRecord(value)?.clientToken ?? ''))
      changes.set(name, undefined)
    // Before version 3 the record of a draft also held its attempt.
    else for (const sent of attemptsWithin(value)) changes.set(sent.name, sent.record)
  }
  const seen = new Set<string>()
  for (const { name, stored } of latestFirst(withChanges(records, changes))) {
    const { id } = stored.draft
    const isTask = made.some(({ draftId, keptAt }) => draftId === id && keptAt >= stored.keptAt)
    if (isTask || seen.has(id) || seen.size >= keptDraftsLimit) changes.set(name, undefined)
    seen.add(id)
  }
  return changes
}

const attemptsWithin = (value: unknown) => {
  const { draft } = readRecord(value) ?? {}
  return (draft?.earlier?.uncertain ?? []).map((sent) => ({
    name: sentRecordName(sent.attempt.clientToken, ''),
    record: draft && sentRecordOf(draft, sent, { window: '', hasText: true }),
  }))
}

/** The agent knows the outcome of this attempt. If it is sent again later, that is a new question. */
export const withoutSent = (records: DraftRecords, clientToken: string, now: number): DraftRecords =>
  new Map(
    [...records]
      .filter(([, value]) => {
        const sent = readSentRecord(value)
        return sent?.clientToken === clientToken && sent.firstSentAt < now
      })
      .map(([name]) => [name, undefined]),
  )

/** Deletes every text of the agent. Attempts that may have created a task stay with their time and contact. */
export function withoutTexts(records: DraftRecords, now: number): DraftRecords {
  const deletedAt = Math.max(now, deletionTimeIn(records) + 1)
  const changes = new Map<string, unknown>([[deletionRecordName, deletionRecordOf(deletedAt)]])
  for (const [name, value] of records) {
    const sent = readSentRecord(value)
    if (sent) changes.set(name, withoutText(sent))
    else if (readRecord(value) ?? readLeftRecord(value)) changes.set(name, undefined)
  }
  return changes
}

/** Adds the changes that policy asks for: records written before the policy lose the parts that it forbids to store. */
export function keptUnder(keeps: KeptParts, records: DraftRecords, changes: DraftRecords): DraftRecords {
  if (keeps === 'everything') return changes
  const all = new Map(changes)
  for (const [name, value] of withChanges(records, changes)) {
    const sent = readSentRecord(value)
    const attempt = sent && sentAttempt(sent)
    if (sent && attempt && !isTextKept(attempt.sent.attempt.request, keeps)) all.set(name, withoutText(sent))
    const stored = readRecord(value)
    if (stored && !isNewer(value)) {
      const part = keptPartOf(stored.draft, keeps)
      if (!part || !sameAnyDraft(part.content, stored.draft.content) || part.phase !== stored.draft.phase)
        all.set(name, part && recordOf({ window: '', ...stored, draft: part }))
    }
  }
  return all
}

export function withChanges(records: DraftRecords, changes: DraftRecords): DraftRecords {
  const all = [...new Map([...records, ...changes])]
  return new Map(all.filter(([, value]) => value !== undefined))
}

export function readAll(records: DraftRecords): AccountRecords {
  const values = [...records.values()].filter((value) => !isNewer(value))
  const sent = values.flatMap((value) => readSentRecord(value) ?? [])
  const attempts = sent.flatMap((record) => sentAttempt(record) ?? [])
  const created = values.flatMap((value) => readCreatedRecord(value) ?? [])
  const texts = new Map(
    latestFirst(records)
      .toReversed()
      .map(({ stored }) => [stored.draft.id, stored]),
  )
  const lost = attempts
    .filter(({ draftId }) => !texts.has(draftId))
    .map((attempt): [string, StoredDraft] => [attempt.draftId, draftOfAttempt(attempt, created)])
  return {
    drafts: [...new Map([...lost, ...texts]).values()].map((stored) => withAttempts(stored, attempts)),
    created,
    textless: oncePerToken(sent.filter(({ text }) => !text).map(textlessAttempt)),
    sent: sent.map(({ draftId, clientToken, firstSentAt, window }) => ({
      draftId,
      clientToken,
      firstSentAt,
      window,
    })),
    deletedAt: deletionTimeIn(records),
  }
}

/** Several windows may have sent the same attempt. */
const oncePerToken = (attempts: readonly TextlessAttempt[]): readonly TextlessAttempt[] => [
  ...new Map(attempts.map((attempt) => [attempt.clientToken, attempt])).values(),
]

/** A draft whose text is gone gets the text of its last attempt. */
function draftOfAttempt(
  { draftId, content, about, sent }: SentAttempt,
  created: readonly CreatedDraft[],
): StoredDraft {
  const earlier: EarlierAttempts<AnyRequest> = { latest: sent.attempt, uncertain: [] }
  const draft: KeptDraft = {
    id: draftId,
    ...contentOf(content),
    turn: 0,
    ...about,
    phase: 'asked',
    earlier,
  }
  return { draft, keptAt: textTimeOf(draftId, undefined, created) }
}

function withAttempts(stored: StoredDraft, attempts: readonly SentAttempt[]): StoredDraft {
  const { draft } = stored
  const uncertain = attempts
    .filter(({ draftId }) => draftId === draft.id)
    .map(({ sent }) => sent)
    .toSorted((one, other) => one.firstSentAt - other.firstSentAt)
    .reduce<readonly UncertainAttempt<AnyRequest>[]>(withUncertain, draft.earlier?.uncertain ?? [])
  const latest = draft.earlier?.latest ?? uncertain.at(-1)?.attempt
  if (!latest) return stored
  const sentText = attempts.find(({ sent }) => sent.attempt.clientToken === latest.clientToken)?.content
  const edited = sentText && !sameAnyDraft(sentText, draft.content) ? { isEdited: true } : {}
  const earlier = { latest, ...edited, uncertain }
  return {
    ...stored,
    draft: { ...draft, phase: 'asked', earlier, ...(sentText ? { sentContent: sentText } : {}) },
  }
}

/** The time of the latest known text of a draft: of the stored text or of a text whose task exists. 0 if there is none. */
export const textTimeOf = (
  draftId: string,
  stored: StoredDraft | undefined,
  created: readonly CreatedDraft[],
): number =>
  Math.max(
    stored?.keptAt ?? 0,
    ...created.filter((each) => each.draftId === draftId).map(({ keptAt }) => keptAt),
  )

export interface NamedDraft {
  readonly name: string
  readonly stored: StoredDraft
}

/** The drafts, the latest text first. A draft may have a second record: of an older format, under its contact. */
export const latestFirst = (records: DraftRecords): readonly NamedDraft[] =>
  [...records]
    .flatMap(([name, value]) => {
      const stored = readRecord(value)
      return stored ? [{ name, stored }] : []
    })
    .toSorted((one, other) => other.stored.keptAt - one.stored.keptAt)
