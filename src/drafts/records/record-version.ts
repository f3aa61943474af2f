import * as z from 'zod/mini'
import type { DraftKind } from '../../core/message/any-draft.ts'

/** The format in which records of tasks are written now. A later format gets another number, and this one is still read. */
export const recordVersion = 3

/**
 * The format of records of messages. A panel without messages treats them as records of a newer version: it neither reads nor
 * deletes them.
 */
const messageRecordVersion = 4

export const messageVersionSchema = z.literal(messageRecordVersion)

/** The version of records that have the same format for both kinds. */
export const anyVersionSchema = z.literal([recordVersion, messageRecordVersion])

export const versionOf = (kind: DraftKind): number =>
  kind === 'message' ? messageRecordVersion : recordVersion

export const kindOfVersion = (version: number): DraftKind =>
  version === messageRecordVersion ? 'message' : 'task'

const newerSchema = z.object({ version: z.number().check(z.gt(messageRecordVersion)) })

/** A newer version of the panel wrote this record: it can be neither read nor deleted. */
export const isNewer = (value: unknown): boolean => newerSchema.safeParse(value).success
