import * as z from 'zod/mini'
import { recordOf } from './draft-record.ts'
import type { KeptDraft } from '../desk/kept-draft.ts'
import { anyVersionSchema, versionOf } from './record-version.ts'

/**
 * The last text of a window that was about to close. Once the page is gone, browsers drop a transaction that reads before it
 * writes. So this record is written without reading the others, and the next read moves its text to the record of the draft.
 */
const recordSchema = z.object({
  version: anyVersionSchema,
  kind: z.literal('left'),
  keptAt: z.number(),
  window: z.string(),
  /** The last text that the window had seen in the store. */
  over: z.number(),
  draft: z.unknown(),
})

export interface LeftText {
  readonly draft: KeptDraft
  readonly over: number
}

export const readLeftRecord = (value: unknown): z.infer<typeof recordSchema> | undefined =>
  recordSchema.safeParse(value).data

export const leftRecordName = (window: string, storedId: string): string => `left ${storedId} ${window}`

export const leftRecordOf = ({ draft, over }: LeftText, window: string, keptAt: number): unknown => ({
  version: versionOf(draft.kind),
  kind: 'left',
  keptAt,
  window,
  over,
  draft: recordOf({ draft, keptAt, window }),
})
