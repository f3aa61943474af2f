import * as z from 'zod/mini'
import {
  contactIn,
  contentSchema,
  earlierOfOneOutcome,
  oneOutcomeSchema,
  storedContactSchema,
} from '../record-parts.ts'
import type { KeptDraft } from '../../desk/kept-draft.ts'

/** Drafts as the panel stored them before version 2. Still read as long as browsers may hold them. */
export const recordV1Schema = z.object({
  version: z.literal(1),
  keptAt: z.number(),
  id: z.string(),
  contact: z.optional(storedContactSchema),
  isTyped: z.boolean(),
  isDecided: z.boolean(),
  turn: z.number(),
  values: contentSchema,
  earlier: z.optional(oneOutcomeSchema('not-created', 'unknown')),
})

export function draftOfV1(record: z.infer<typeof recordV1Schema>): KeptDraft {
  const { id, contact, isTyped, isDecided, turn, values, earlier, keptAt } = record
  return {
    id,
    kind: 'task',
    content: values,
    turn,
    ...(contact
      ? { contactChoice: isTyped ? 'typed' : 'listed', contact: contactIn(contact) }
      : { contactChoice: isDecided ? 'none' : 'open' }),
    ...(earlier ? { phase: 'asked', earlier: earlierOfOneOutcome(earlier, keptAt) } : { phase: 'begun' }),
  }
}
