import * as z from 'zod/mini'
import { attemptOf, createTaskSchema } from '../contract/task-request.ts'
import type { EarlierAttempt } from '../core/attempt.ts'
import { channels, contactStates, type Contact } from '../core/contact.ts'
import { linkTypes } from '../core/fields/link-types.ts'
import { referenceTypes } from '../core/fields/references/reference.ts'
import type { TaskRequest } from '../core/task-request.ts'

// The parts that all versions of a stored draft share.

export const storedContactSchema = z.object({
  contactId: z.string(),
  channel: z.enum(channels),
  state: z.enum(contactStates),
  stateSince: z.number(),
  displayName: z.optional(z.string()),
})

export const contentSchema = z.object({
  name: z.string(),
  description: z.string(),
  destination: z.string(),
  link: z.enum([...linkTypes, 'none']),
  references: z.array(z.object({ name: z.string(), type: z.enum(referenceTypes), value: z.string() })),
  attributes: z.array(z.object({ key: z.string(), value: z.string() })),
  schedule: z.object({
    when: z.enum(['now', 'later']),
    date: z.string(),
    time: z.string(),
    occurrence: z.enum(['first', 'second']),
  }),
})

export const contactIn = ({ displayName, ...contact }: z.infer<typeof storedContactSchema>): Contact =>
  displayName === undefined ? contact : { ...contact, displayName }

/** An attempt is stored as it is sent. Its token is what keeps it from creating a second task. */
export const storedRequestSchema = createTaskSchema

interface StoredAttempt {
  readonly body: z.infer<typeof storedRequestSchema>
  readonly outcome: EarlierAttempt<TaskRequest>['outcome']
}

export const earlierIn = ({ body, outcome }: StoredAttempt): EarlierAttempt<TaskRequest> => ({
  attempt: attemptOf(body),
  outcome,
})
