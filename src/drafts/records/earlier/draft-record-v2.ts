import * as z from 'zod/mini'
import {
  aboutIn,
  aboutSchema,
  contentSchema,
  earlierOfOneOutcome,
  oneOutcomeSchema,
} from '../record-parts.ts'
import type { KeptDraft } from '../../desk/kept-draft.ts'

/** Drafts as the panel stored them before version 3, with one attempt each. Still read as long as browsers may hold them. */
export const recordV2Schema = z.object({
  version: z.literal(2),
  keptAt: z.number(),
  id: z.string(),
  kind: z.literal('task'),
  about: aboutSchema,
  turn: z.number(),
  content: contentSchema,
  earlier: z.optional(oneOutcomeSchema('not-done', 'unknown')),
})

export const draftOfV2 = (record: z.infer<typeof recordV2Schema>): KeptDraft => {
  const { id, kind, about, turn, content, earlier, keptAt } = record
  return {
    id,
    kind,
    content,
    turn,
    ...aboutIn(about),
    ...(earlier ? { phase: 'asked', earlier: earlierOfOneOutcome(earlier, keptAt) } : { phase: 'begun' }),
  }
}
