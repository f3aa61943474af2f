import * as z from 'zod/mini'
import { channels } from '../../core/contact/contact.ts'

// The schemas of what the panel reads, apart from `reads.ts`: the panel loads them after the form.

/** The answer of `GET /api/v1/destinations`. */
export const destinationsSchema = z.object({
  flows: z.array(z.object({ flowId: z.string(), name: z.string() })),
  quickConnects: z.array(
    z.object({ quickConnectId: z.string(), name: z.string(), kind: z.enum(['user', 'queue']) }),
  ),
})

/** The answer of `GET /api/v1/contacts/:contactId`. */
export const linkedContactSchema = z.object({
  contactId: z.string(),
  channel: z.enum(channels),
  attributes: z.array(z.object({ key: z.string(), value: z.string() })),
  /** UTF-8 bytes of attributes that the task would inherit and the agent does not get to see. */
  hiddenBytes: z.optional(z.number()),
})

export type LinkedContact = z.infer<typeof linkedContactSchema>
