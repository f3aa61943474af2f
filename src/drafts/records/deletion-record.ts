import * as z from 'zod/mini'
import type { DraftRecords } from '../draft-store.ts'
import { recordVersion } from './record-version.ts'

/** The agent has deleted all drafts. A window that still shows a draft must not store it again. */
const recordSchema = z.object({
  version: z.literal(recordVersion),
  kind: z.literal('deletion'),
  /** In milliseconds since the epoch; each deletion gets a later time than the one before. */
  deletedAt: z.number(),
})

export const deletionRecordName = 'deletion'

export const deletionRecordOf = (deletedAt: number): unknown => ({
  version: recordVersion,
  kind: 'deletion',
  deletedAt,
})

export const readDeletionRecord = (value: unknown): z.infer<typeof recordSchema> | undefined =>
  recordSchema.safeParse(value).data

/** 0 if the agent has deleted none. */
export const deletionTimeIn = (records: DraftRecords): number =>
  readDeletionRecord(records.get(deletionRecordName))?.deletedAt ?? 0
