import * as z from 'zod/mini'
import { recordOf } from './draft-record.ts'
import type { KeptDraft } from '../desk/kept-draft.ts'
import { anyVersionSchema, versionOf } from './record-version.ts'

/**
 * The last text of a window that was about to go. Browsers drop a transaction that reads before it writes once the page is
 * gone, so this record is written without a look at the others. The next read puts the text where it belongs.
 */
const recordSchema = z.object({
  version: anyVersionSchema,
  kind: z.literal('left'),
  keptAt: z.number(),
  window: z.string(),
  /** The text that the window had seen in the store last. */
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
