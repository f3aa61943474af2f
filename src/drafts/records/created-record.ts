import * as z from 'zod/mini'
import type { LedgerEntry } from '../ledger/ledger-entry.ts'
import { isExpired } from '../ledger/ledger-age.ts'
import { recordVersion } from './record-version.ts'

/**
 * The task of a draft exists. The record outlives the draft, so that no window sends the draft again or says that its task was
 * not created. It holds ids and times only.
 */
const recordSchema = z.object({
  version: z.literal(recordVersion),
  kind: z.literal('created'),
  draftId: z.string(),
  clientTokens: z.array(z.string()),
  /** The text that was sent, by the time at which it was stored. A later text of the draft is another task. */
  keptAt: z.number(),
  contactId: z.string(),
  linkedContactId: z.optional(z.string()),
  scheduledAt: z.optional(z.number()),
  createdAt: z.number(),
})

/** A draft whose task exists. */
export interface CreatedDraft {
  readonly draftId: string
  /** The attempts that created it. */
  readonly clientTokens: readonly string[]
  readonly keptAt: number
  readonly entry: LedgerEntry
}

export const createdRecordName = (draftId: string, contactId: string): string =>
  `created ${draftId} ${contactId}`

export function createdRecordOf({ draftId, clientTokens, keptAt, entry }: CreatedDraft): unknown {
  const { contactId, linkedContactId, scheduledAt, createdAt } = entry
  return {
    version: recordVersion,
    kind: 'created',
    draftId,
    clientTokens,
    keptAt,
    contactId,
    ...(linkedContactId === undefined ? {} : { linkedContactId }),
    ...(scheduledAt === undefined ? {} : { scheduledAt }),
    createdAt,
  }
}

export function readCreatedRecord(value: unknown): CreatedDraft | undefined {
  const { data } = recordSchema.safeParse(value)
  if (!data) return undefined
  const { draftId, clientTokens, keptAt, contactId, linkedContactId, scheduledAt, createdAt } = data
  const entry: LedgerEntry = {
    kind: 'task',
    contactId,
    ...(linkedContactId === undefined ? {} : { linkedContactId }),
    ...(scheduledAt === undefined ? {} : { scheduledAt }),
    createdAt,
  }
  return { draftId, clientTokens, keptAt, entry }
}

export const isCreatedRecordOld = ({ entry }: CreatedDraft, now: number): boolean => isExpired(entry, now)
