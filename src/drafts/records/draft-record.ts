import * as z from 'zod/mini'
import { keptTaskBody } from '../../contract/tasks/tasks.ts'
import { attemptOf } from '../../contract/tasks/task-request.ts'
import { draftOfV1, recordV1Schema } from './earlier/draft-record-v1.ts'
import { draftOfV2, recordV2Schema } from './earlier/draft-record-v2.ts'
import type { KeptDraft } from '../desk/kept-draft.ts'
import { aboutIn, aboutSchema, contentSchema, storedRequestSchema } from './record-parts.ts'
import { recordVersion } from './record-version.ts'

/** The text of a draft. What was sent of it has records of its own, which no text can replace. */
const recordSchema = z.object({
  version: z.literal(recordVersion),
  kind: z.literal('task'),
  /** When it was written. Each write gets a later time than the one before, so the time tells two texts apart. */
  keptAt: z.number(),
  /** The window that wrote it. */
  window: z.string(),
  id: z.string(),
  about: aboutSchema,
  turn: z.number(),
  content: contentSchema,
  begunAt: z.optional(z.number()),
  /** The attempt that was made last. A text must not be lost because its attempt cannot be read. */
  // The lint rule mistakes zod's `catch` for that of a promise.
  // oxlint-disable-next-line promise/valid-params
  latest: z.catch(z.optional(storedRequestSchema), undefined),
})

export interface StoredDraft {
  readonly draft: KeptDraft
  /** Another number with each change. */
  readonly keptAt: number
  /** Absent from records before version 3. */
  readonly window?: string
}

/** The stored draft, in this format or an older one; undefined if it cannot be read. */
export function readRecord(value: unknown): StoredDraft | undefined {
  const { data } = recordSchema.safeParse(value)
  if (data) return { keptAt: data.keptAt, window: data.window, draft: draftOf(data) }
  const { data: second } = recordV2Schema.safeParse(value)
  if (second) return { keptAt: second.keptAt, draft: draftOfV2(second) }
  const { data: first } = recordV1Schema.safeParse(value)
  return first && { keptAt: first.keptAt, draft: draftOfV1(first) }
}

export const draftRecordName = (draftId: string): string => `draft ${draftId}`

export function recordOf({ draft, keptAt, window }: StoredDraft): unknown {
  const { id, kind, contactChoice, contact, turn, content, begunAt, earlier } = draft
  return {
    version: recordVersion,
    kind,
    keptAt,
    window,
    id,
    about: { contactChoice, ...(contact ? { contact } : {}) },
    turn,
    content,
    ...(begunAt === undefined ? {} : { begunAt }),
    ...(earlier ? { latest: keptTaskBody(earlier.latest) } : {}),
  }
}

function draftOf({
  id,
  kind,
  about,
  turn,
  content,
  begunAt,
  latest,
}: z.infer<typeof recordSchema>): KeptDraft {
  return {
    id,
    kind,
    content,
    turn,
    ...(begunAt === undefined ? {} : { begunAt }),
    ...aboutIn(about),
    ...(latest
      ? { phase: 'asked', earlier: { latest: attemptOf(latest), uncertain: [] } }
      : { phase: 'begun' }),
  }
}
