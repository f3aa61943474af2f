import * as z from 'zod/mini'
import { createTaskBody } from '../contract/tasks.ts'
import { draftOfV1, recordV1Schema } from './draft-record-v1.ts'
import type { KeptDraft } from './kept-draft.ts'
import {
  contactIn,
  contentSchema,
  earlierIn,
  storedContactSchema,
  storedRequestSchema,
} from './record-parts.ts'

/** The format that is written now. A later format gets another number, and this one is still read. */
const version = 2

const recordSchema = z.object({
  version: z.literal(version),
  keptAt: z.number(),
  id: z.string(),
  kind: z.literal('task'),
  about: z.union([
    z.object({ contactChoice: z.enum(['listed', 'typed']), contact: storedContactSchema }),
    z.object({ contactChoice: z.enum(['open', 'none']) }),
  ]),
  turn: z.number(),
  content: contentSchema,
  earlier: z.optional(z.object({ body: storedRequestSchema, outcome: z.enum(['not-done', 'unknown']) })),
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
  const { data: older } = recordV1Schema.safeParse(value)
  return older && { keptAt: older.keptAt, draft: draftOfV1(older) }
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
    ...(earlier ? { earlier: { body: createTaskBody(earlier.attempt), outcome: earlier.outcome } } : {}),
  }
}

function draftOf({ id, kind, about, turn, content, earlier }: z.infer<typeof recordSchema>): KeptDraft {
  return {
    id,
    kind,
    content,
    turn,
    ...('contact' in about ? { ...about, contact: contactIn(about.contact) } : about),
    ...(earlier ? { phase: 'asked', earlier: earlierIn(earlier) } : { phase: 'begun' }),
  }
}
