import * as z from 'zod/mini'
import { createTaskBody } from '../contract/tasks.ts'
import { attemptOf } from '../contract/task-request.ts'
import type { EarlierAttempts } from '../core/attempt.ts'
import type { TaskRequest } from '../core/task-parts.ts'
import { draftOfV1, recordV1Schema } from './draft-record-v1.ts'
import { draftOfV2, recordV2Schema } from './draft-record-v2.ts'
import type { KeptDraft } from './kept-draft.ts'
import { aboutIn, aboutSchema, contentSchema, storedRequestSchema } from './record-parts.ts'

const earlierSchema = z.object({
  latest: storedRequestSchema,
  uncertain: z.array(z.object({ body: storedRequestSchema, firstSentAt: z.number() })),
})

/** The format that is written now. A later format gets another number, and this one is still read. */
const version = 3

const recordSchema = z.object({
  version: z.literal(version),
  keptAt: z.number(),
  id: z.string(),
  kind: z.literal('task'),
  about: aboutSchema,
  turn: z.number(),
  content: contentSchema,
  earlier: z.optional(earlierSchema),
})

const newerSchema = z.object({ version: z.number().check(z.gt(version)) })

/** A newer version of the panel wrote this record: it can be neither read nor deleted. */
export const isNewer = (value: unknown): boolean => newerSchema.safeParse(value).success

export interface StoredDraft {
  readonly keptAt: number
  readonly draft: KeptDraft
}

/** The stored draft, in this format or an older one; undefined if it cannot be read. */
export function readRecord(value: unknown): StoredDraft | undefined {
  const { data } = recordSchema.safeParse(value)
  if (data) return { keptAt: data.keptAt, draft: draftOf(data) }
  const { data: second } = recordV2Schema.safeParse(value)
  if (second) return { keptAt: second.keptAt, draft: draftOfV2(second) }
  const { data: first } = recordV1Schema.safeParse(value)
  return first && { keptAt: first.keptAt, draft: draftOfV1(first) }
}

export function recordOf(draft: KeptDraft, keptAt: number): unknown {
  const { id, kind, contactChoice, contact, turn, content, earlier } = draft
  return {
    version,
    keptAt,
    id,
    kind,
    about: { contactChoice, ...(contact ? { contact } : {}) },
    turn,
    content,
    ...(earlier ? { earlier: storedEarlier(earlier) } : {}),
  }
}

const storedEarlier = ({ latest, uncertain }: EarlierAttempts<TaskRequest>) => ({
  latest: createTaskBody(latest),
  uncertain: uncertain.map(({ attempt, firstSentAt }) => ({ body: createTaskBody(attempt), firstSentAt })),
})

const earlierIn = ({ latest, uncertain }: z.infer<typeof earlierSchema>): EarlierAttempts<TaskRequest> => ({
  latest: attemptOf(latest),
  uncertain: uncertain.map(({ body, firstSentAt }) => ({ attempt: attemptOf(body), firstSentAt })),
})

function draftOf({ id, kind, about, turn, content, earlier }: z.infer<typeof recordSchema>): KeptDraft {
  return {
    id,
    kind,
    content,
    turn,
    ...aboutIn(about),
    ...(earlier ? { phase: 'asked', earlier: earlierIn(earlier) } : { phase: 'begun' }),
  }
}
