import * as z from 'zod/mini'
import { scheduleHorizonDaysLimit } from '../core/fields/schedule/horizon.ts'
import { fieldRulesShape } from './field-rules.ts'

// A file of its own: the rules about fields come after the form, and with them how they are read.

/** `GET /api/v1/me`: the verified agent, and what this deployment allows them. */
export const meSchema = z.object({
  userId: z.string(),
  username: z.string(),
  name: z.string(),
  /** Who this is to the identity provider: whose the drafts are that a browser keeps. */
  account: z.object({ issuer: z.string(), subject: z.string() }),
  scheduleHorizonDays: z.int().check(z.minimum(1), z.maximum(scheduleHorizonDaysLimit)),
  // An older proxy says none. Of a newer one's a panel may not know a member; the proxy keeps to it all the same.
  // The rule takes zod's catch for that of a promise.
  // oxlint-disable-next-line promise/valid-params
  fields: z.catch(fieldRulesShape, {}),
})

export type Me = z.infer<typeof meSchema>
