import * as z from 'zod/mini'
import type { Attempt } from '../core/attempt.ts'
import { contactIdPattern } from '../core/contact.ts'
import { clientTokenLimit, contactIdLimit, resourceIdLimit } from '../core/limits.ts'
import { linkTypes } from '../core/links.ts'
import { referenceTypes } from '../core/reference-types.ts'
import type { TaskRequest } from '../core/task-request.ts'

// A file of its own: a browser reads no request but the one it has kept, and need not load how before.
const resourceId = z.string().check(z.minLength(1), z.maxLength(resourceIdLimit))

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
    z.array(z.strictObject({ name: z.string(), type: z.enum(referenceTypes), value: z.string() })),
  ),
  attributes: z.optional(z.array(z.strictObject({ key: z.string(), value: z.string() }))),
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
