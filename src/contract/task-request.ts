import * as z from 'zod/mini'
import type { Attempt } from '../core/attempt.ts'
import { contactIdPattern } from '../core/contact.ts'
import {
  attributesByteLimit,
  clientTokenLimit,
  contactIdLimit,
  referencesByteLimit,
  resourceIdLimit,
} from '../core/limits.ts'
import { linkTypes } from '../core/links.ts'
import { referenceTypes } from '../core/reference-types.ts'
import type { TaskRequest } from '../core/task-request.ts'

// A file of its own: a browser reads no request but the one it has kept, and need not load how before.
const resourceId = z.string().check(z.minLength(1), z.maxLength(resourceIdLimit))

/**
 * A list of no more rows than could be within Connect's limit if each had the fewest bytes. It is counted before the rows are
 * looked at: in a body full of what is no row, zod has a complaint about each, and 200,000 of them overflow its stack.
 */
const rows = <Row extends z.ZodMiniType>(row: Row, limit: number) =>
  z.pipe(
    z.transform((value: unknown, { issues }) => {
      if (Array.isArray(value) && value.length > limit) {
        issues.push({ code: 'too_big', origin: 'array', maximum: limit, input: value })
      }
      return value
    }),
    z.array(row),
  )

/** The shape of a request. Bounds of what agents type are rules, judged by the core with an issue per field. */
export const createTaskSchema = z.strictObject({
  clientToken: z.string().check(z.minLength(1), z.maxLength(clientTokenLimit)),
  name: z.string(),
  description: z.optional(z.string()),
  destination: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('flow'), flowId: resourceId }),
    z.strictObject({ type: z.literal('quickConnect'), quickConnectId: resourceId }),
  ]),
  link: z.optional(
    z.strictObject({
      type: z.enum(linkTypes),
      contactId: z.string().check(z.minLength(1), z.maxLength(contactIdLimit), z.regex(contactIdPattern)),
    }),
  ),
  references: z.optional(
    rows(
      z.strictObject({ name: z.string(), type: z.enum(referenceTypes), value: z.string() }),
      referencesByteLimit,
    ),
  ),
  attributes: z.optional(rows(z.strictObject({ key: z.string(), value: z.string() }), attributesByteLimit)),
  scheduledTime: z.optional(z.iso.datetime({ offset: true })),
  expiryMinutes: z.optional(z.number()),
})

export type CreateTask = z.infer<typeof createTaskSchema>

/** What has arrived, as the core reads it. */
export function attemptOf(body: CreateTask): Attempt {
  const { clientToken, name, description, destination, link, references, attributes } = body
  const { scheduledTime, expiryMinutes } = body
  const request: TaskRequest = {
    name,
    ...(description === undefined ? {} : { description }),
    destination,
    ...(link ? { link } : {}),
    references: references ?? [],
    attributes: attributes ?? [],
    ...(scheduledTime === undefined ? {} : { scheduledTime: new Date(scheduledTime) }),
    ...(expiryMinutes === undefined ? {} : { expiryMinutes }),
  }
  return { clientToken, request }
}
