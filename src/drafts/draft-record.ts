import * as z from 'zod/mini'
import { attemptOf, createTaskSchema } from '../contract/task-request.ts'
import { createTaskBody } from '../contract/tasks.ts'
import type { EarlierAttempt } from '../core/attempt.ts'
import type { TaskRequest } from '../core/task-request.ts'
import { channels, contactStates } from '../core/contact.ts'
import { linkTypes } from '../core/fields/link.ts'
import { referenceTypes } from '../core/fields/reference-types.ts'
import type { KeptDraft } from './kept-draft.ts'

const contactSchema = z.object({
  contactId: z.string(),
  channel: z.enum(channels),
  state: z.enum(contactStates),
  stateSince: z.number(),
  displayName: z.optional(z.string()),
})

const valuesSchema = z.object({
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

/** An attempt as it travels; its token is what keeps it from being made into a second task. */
const earlierSchema = z.object({ body: createTaskSchema, outcome: z.enum(['not-created', 'unknown']) })

/** What is stored; a later shape gets another number, and this one is read as long as drafts of it may be left. */
export const recordSchema = z.object({
  version: z.literal(1),
  keptAt: z.number(),
  id: z.string(),
  contact: z.optional(contactSchema),
  isTyped: z.boolean(),
  isDecided: z.boolean(),
  turn: z.number(),
  values: valuesSchema,
  earlier: z.optional(earlierSchema),
})

export type DraftRecord = z.infer<typeof recordSchema>

/** A record of a page newer than this one: not to be read, and not to be thrown away. */
export const isNewer = (value: unknown): boolean => newerSchema.safeParse(value).success

const newerSchema = z.object({ version: z.number().check(z.gt(1)) })

export function recordOf(draft: KeptDraft, keptAt: number): unknown {
  const { id, contact, isTyped, isDecided, turn, values, earlier } = draft
  return {
    version: 1,
    keptAt,
    id,
    ...(contact ? { contact } : {}),
    isTyped,
    isDecided,
    turn,
    values,
    ...(earlier
      ? {
          earlier: {
            body: createTaskBody(earlier.attempt),
            outcome: earlier.outcome === 'unknown' ? 'unknown' : 'not-created',
          },
        }
      : {}),
  }
}

export function draftOf(record: DraftRecord): KeptDraft {
  const { id, contact, isTyped, isDecided, turn, values, earlier } = record
  return {
    id,
    ...(contact ? { contact: contactOf(contact) } : {}),
    isTyped,
    isDecided,
    turn,
    values,
    ...(earlier ? { earlier: attemptOfRecord(earlier) } : {}),
    isBegun: true,
    isSent: false,
  }
}

const contactOf = ({ displayName, ...contact }: z.infer<typeof contactSchema>) =>
  displayName === undefined ? contact : { ...contact, displayName }

const attemptOfRecord = ({ body, outcome }: z.infer<typeof earlierSchema>): EarlierAttempt<TaskRequest> => ({
  attempt: attemptOf(body),
  outcome: outcome === 'unknown' ? outcome : 'not-done',
})
