import type { DeniedToken, UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import type { AnyDraft, AnyRequest } from '../../core/message/any-draft.ts'
import { latestFirst, textTimeOf } from '../records/account-records.ts'
import {
  createdRecordName,
  createdRecordOf,
  readCreatedRecord,
  type CreatedDraft,
} from '../records/created-record.ts'
import { draftRecordName, recordOf } from '../records/draft-record.ts'
import type { DraftRecords } from '../draft-store.ts'
import { branched } from '../desk/draft-family.ts'
import type { FoundContact, KeptDraft } from '../desk/kept-draft.ts'
import { isTextKept, keptPartOf } from '../records/kept-part.ts'
import { leftRecordName } from '../records/left-record.ts'
import { isNewer } from '../records/record-version.ts'
import { readSentRecord, sentAttempt, sentRecordName, sentRecordOf } from '../records/sent-record.ts'

/** The changes of one draft that one window writes in one step. */
export interface DraftWrite {
  /** The draft as this window has it. Its attempts are stored under its id. */
  readonly draft: KeptDraft
  /** The id of its text in the store. It differs from the draft's id while the draft has two versions. */
  readonly storedId: string
  /** The last text that the window has seen in the store. If the store has another one now, no text is written. */
  readonly over: number
  readonly text: 'unchanged' | 'written' | 'deleted'
  /** Attempts that are about to be sent. */
  readonly sent: readonly UncertainAttempt<AnyRequest>[]
  /** The tokens of attempts whose outcome is known now. Any window may have sent them. */
  readonly settled: readonly string[]
  /** The attempts that the agent says created no task. Another window may have sent them again since. */
  readonly denied: readonly DeniedToken[]
  /** The tokens of attempts that were refused in this window. Another window may still have sent the same. */
  readonly refused: readonly string[]
  /** The tasks that the draft has created, as this window knows. */
  readonly created: readonly CreatedHere[]
}

export interface CreatedHere extends FoundContact {
  /** The task was made from the present text of the draft. */
  readonly isOfText: boolean
}

export interface WriterSetting {
  /** Tells the windows of the browser apart. */
  readonly window: string
  readonly now: number
  readonly keeps: KeptParts
}

export interface WriteAnswer {
  /** The text that the store has now. */
  readonly keptAt: number
  /** Another window has changed the draft, so the text was not written. */
  readonly isStale: boolean
  /** Another window is sending the attempt that was refused here, or asks about its outcome. */
  readonly isSentElsewhere: boolean
}

export interface Written {
  readonly changes: DraftRecords
  readonly answer: WriteAnswer
}

/** The changes of a write in the records. Attempts are written even if the text is stale. */
export function written(records: DraftRecords, write: DraftWrite, writer: WriterSetting): Written {
  const { draft, storedId, over, text, sent, settled, denied, refused } = write
  const own = ownRecords(records, storedId)
  const [latest] = latestFirst(own)
  const known = textTimeOf(storedId, latest?.stored, createdOf(records, storedId))
  // A write of this window that had timed out may have succeeded later.
  const isOwnLate = latest?.stored.window === writer.window && latest.stored.keptAt === known
  const isStale = known !== over && !isOwnLate
  const changes = new Map<string, unknown>()
  let keptAt = isStale ? over : known
  for (const record of createdBy(write, keptAt))
    changes.set(createdRecordName(record), createdRecordOf(record))
  if (text !== 'unchanged' && !isStale) {
    for (const name of own.keys()) changes.set(name, undefined)
    changes.set(leftRecordName(writer.window, storedId), undefined)
    keptAt = text === 'deleted' ? 0 : Math.max(writer.now, known + 1)
    const part = text === 'written' ? keptPartOf(branched(draft, storedId), writer.keeps) : undefined
    if (part) {
      changes.set(draftRecordName(storedId), recordOf({ draft: part, keptAt, window: writer.window }))
    }
    if (text === 'written' && !part) keptAt = known
  }
  for (const attempt of sent) {
    const hasText = isTextKept(attempt.attempt.request, writer.keeps)
    const { window } = writer
    const { clientToken } = attempt.attempt
    changes.set(
      sentRecordName(clientToken, window),
      sentRecordOf(draft, attempt, {
        window,
        hasText,
        storedId,
        known: sentContentIn(records, clientToken),
      }),
    )
  }
  for (const clientToken of refused) changes.set(sentRecordName(clientToken, writer.window), undefined)
  for (const name of sentNames(records, settled)) changes.set(name, undefined)
  for (const name of deniedNames(records, denied)) changes.set(name, undefined)
  const others = sentNames(records, refused).filter((name) => !changes.has(name))
  return { changes, answer: { keptAt, isStale, isSentElsewhere: others.length > 0 } }
}

/** Checks only one member before the record is parsed: most records belong to other drafts, and parsing a large one is slow. */
const hasMember = (value: unknown, member: string, wanted: ReadonlySet<unknown>): boolean =>
  typeof value === 'object' && value !== null && wanted.has(Reflect.get(value, member))

const ownRecords = (records: DraftRecords, draftId: string): DraftRecords => {
  const wanted = new Set([draftId])
  return new Map([...records].filter(([, value]) => hasMember(value, 'id', wanted) && !isNewer(value)))
}

const sentNames = (records: DraftRecords, tokens: readonly string[]): readonly string[] => {
  const wanted = new Set(tokens)
  return [...records]
    .filter(([, value]) => hasMember(value, 'clientToken', wanted) && !isNewer(value))
    .map(([name]) => name)
}

function sentContentIn(records: DraftRecords, clientToken: string): AnyDraft | undefined {
  for (const name of sentNames(records, [clientToken])) {
    const sent = readSentRecord(records.get(name))
    const attempt = sent && sentAttempt(sent)
    if (attempt) return attempt.content
  }
  return undefined
}

const deniedNames = (records: DraftRecords, denied: readonly DeniedToken[]): readonly string[] =>
  denied.flatMap(({ clientToken, until }) =>
    sentNames(records, [clientToken]).filter((name) => {
      const sent = readSentRecord(records.get(name))
      return sent !== undefined && sent.firstSentAt < until
    }),
  )

const createdOf = (records: DraftRecords, draftId: string): readonly CreatedDraft[] => {
  const wanted = new Set([draftId])
  return [...records.values()].flatMap((value) =>
    hasMember(value, 'draftId', wanted) ? (readCreatedRecord(value) ?? []) : [],
  )
}

/** The records of these tasks. `keptAt` names the stored text of the draft. */
export const createdBy = (
  { draft, storedId, created }: Pick<DraftWrite, 'draft' | 'storedId' | 'created'>,
  keptAt: number,
): readonly CreatedDraft[] =>
  created.flatMap(({ task, clientToken, isOfText }) => {
    const clientTokens = clientToken === '' ? [] : [clientToken]
    const record = { draftId: storedId, kind: draft.kind, clientTokens, keptAt: isOfText ? keptAt : 0, task }
    // The other version of the text is a draft of its own.
    return storedId === draft.id ? [record] : [record, { ...record, draftId: draft.id, keptAt: 0 }]
  })
