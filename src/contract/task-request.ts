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
import { linkTypes } from '../core/fields/link.ts'
import { referenceTypes } from '../core/fields/reference-types.ts'
import type { TaskRequest } from '../core/task-request.ts'

// A file of its own: a browser reads no request but the one it has kept, and need not load how before.
const resourceId = z.string().check(z.minLength(1), z.maxLength(resourceIdLimit))

interface Rows<Row> {
  readonly row: Row
  /** All that the row's schema asks, at a small part of its cost. */
  readonly fits: (value: unknown) => boolean
  readonly limit: number
}

/**
 * A list of no more rows than could be within Connect's limit if each had the fewest bytes. It is counted before the rows are
 * looked at, and ends for zod with the first that is no row: it would complain about each, and 200,000 complaints overflow
 * its stack.
 */
const rows = <Row extends z.ZodMiniType>({ row, fits, limit }: Rows<Row>) =>
  z.pipe(
    z.transform((value: unknown, { issues }) => {
      if (!Array.isArray(value)) return value
      if (value.length > limit) {
        issues.push({ code: 'too_big', origin: 'array', maximum: limit, input: value })
        return value
      }
      const wrong = value.findIndex((each) => !fits(each) && !row.safeParse(each).success)
      return wrong === -1 ? value : value.slice(0, wrong + 1)
    }),
    z.array(row),
  )

const hasTexts = (value: unknown, members: readonly string[]): value is object =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === members.length &&
  members.every((member) => Object.hasOwn(value, member) && typeof Reflect.get(value, member) === 'string')

const types: ReadonlySet<unknown> = new Set(referenceTypes)

const isReference = (value: unknown) =>
  hasTexts(value, ['name', 'type', 'value']) && types.has(Reflect.get(value, 'type'))

const isAttribute = (value: unknown) => hasTexts(value, ['key', 'value'])

/** UTF-16 units, more than an instant has with the smallest fraction of a second that anything measures. */
const instantUnitLimit = 64

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
      contactId: z
        .string()
        .check(z.minLength(1), z.maxLength(contactIdLimit, { abort: true }), z.regex(contactIdPattern)),
    }),
  ),
  references: z.optional(
    rows({
      row: z.strictObject({ name: z.string(), type: z.enum(referenceTypes), value: z.string() }),
      fits: isReference,
      limit: referencesByteLimit,
    }),
  ),
  attributes: z.optional(
    rows({
      row: z.strictObject({ key: z.string(), value: z.string() }),
      fits: isAttribute,
      limit: attributesByteLimit,
    }),
  ),
  scheduledTime: z.optional(
    z.string().check(z.maxLength(instantUnitLimit, { abort: true }), z.iso.datetime({ offset: true })),
  ),
  expiryMinutes: z.optional(z.number()),
})

export type CreateTask = z.infer<typeof createTaskSchema>

/** What has arrived, as the core reads it. */
export function attemptOf(body: CreateTask): Attempt<TaskRequest> {
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
