import * as z from 'zod/mini'
import { bounded } from '../../contract/parsing/bounded.ts'
import { uploadTokenSchema } from '../../contract/fields/attachments.ts'
import { keptTaskBody } from '../../contract/tasks/tasks.ts'
import { attemptOf, createTaskSchema } from '../../contract/tasks/task-request.ts'
import { assumedTokenMemoryMs, type Attempt, type EarlierAttempts } from '../../core/attempts/attempt.ts'
import { channels, contactIdLimit, contactStates, type Contact } from '../../core/contact/contact.ts'
import { attachmentsLimit } from '../../core/fields/attachments/attachment.ts'
import { attributesByteLimit } from '../../core/fields/attributes/attribute.ts'
import { expiryUnits } from '../../core/fields/expiry/expiry-draft.ts'
import { linkTypes } from '../../core/fields/link-types.ts'
import { referencesByteLimit, referenceTypes } from '../../core/fields/references/reference.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import type { TaskDraft, TaskRequest } from '../../core/task/task-parts.ts'
import {
  isMessageDraft,
  isMessageRequest,
  type AnyDraft,
  type AnyRequest,
} from '../../core/message/any-draft.ts'
import type { DraftContact } from '../desk/kept-draft.ts'
import { storedMessageContent, storedMessageOf } from './message-parts.ts'

// The parts that all versions of a stored draft share.

/** The drafts of which this one was another version; absent from records of an older panel. */
export const branchedFromSchema = z.optional(z.array(z.string()))

export const storedContactSchema = z.object({
  contactId: z.string().check(z.maxLength(contactIdLimit)),
  channel: z.enum(channels),
  state: z.enum(contactStates),
  stateSince: z.number(),
  displayName: z.optional(z.string()),
})

/**
 * Files in a draft: more than a task may have, because an agent may drop many by mistake. The form then says that they are too
 * many.
 */
const draftFilesLimit = 100

/** A field that was added later. A draft that was stored without it must still be read. */
const addedLater = <Schema extends z.core.SomeType>(schema: Schema, empty: z.output<Schema>) =>
  // The lint rule mistakes zod's `catch` for that of a promise.
  // oxlint-disable-next-line promise/valid-params
  z.catch(schema, empty)

const fileFacts = { id: z.string(), name: z.string(), bytes: z.number() }

/** A file as the form knows it. */
const fileSchema = z.object({
  ...fileFacts,
  type: z.string(),
  upload: z.exactOptional(z.object({ token: uploadTokenSchema, expiresAt: z.number() })),
})

// The lint rule mistakes zod's `catch` for that of a promise.
/* oxlint-disable promise/valid-params */
/** A file of which only the name can be read. Without an upload, the form asks the agent to choose it again. */
const lostFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.catch(z.number(), 0),
  type: z.catch(z.string(), ''),
})
/* oxlint-enable promise/valid-params */

/** Files as the form knows them. If one of them cannot be read, the others are read all the same. */
const filesSchema = z.pipe(
  bounded(z.array(z.unknown()), draftFilesLimit),
  z.transform((files) =>
    files.flatMap((file) => fileSchema.safeParse(file).data ?? lostFileSchema.safeParse(file).data ?? []),
  ),
)

/** The agent's text has no limit here: a text that is too long is refused when it is sent, and must not be lost. */
const contentShape = {
  name: z.string(),
  description: z.string(),
  destination: z.string(),
  link: z.enum([...linkTypes, 'none']),
  references: bounded(
    z.array(z.object({ name: z.string(), type: z.enum(referenceTypes), value: z.string() })),
    referencesByteLimit,
  ),
  attributes: bounded(z.array(z.object({ key: z.string(), value: z.string() })), attributesByteLimit),
  schedule: z.object({
    when: z.enum(['now', 'later']),
    date: z.string(),
    time: z.string(),
    occurrence: z.enum(['first', 'second']),
    words: z.optional(z.string()),
    areWordsUnclear: z.optional(z.literal(true)),
    aheadMinutes: z.optional(z.number()),
  }),
  attachments: addedLater(filesSchema, [...emptyDraft.attachments]),
  expiry: addedLater(z.object({ amount: z.string(), unit: z.enum(expiryUnits) }), emptyDraft.expiry),
} satisfies Record<keyof TaskDraft, z.core.SomeType>

export const contentSchema = z.object(contentShape)

export const contactIn = ({ displayName, ...contact }: z.infer<typeof storedContactSchema>): Contact =>
  displayName === undefined ? contact : { ...contact, displayName }

/** The contact of a draft, and how it was chosen. */
export const aboutSchema = z.union([
  z.object({ contactChoice: z.enum(['listed', 'typed']), contact: storedContactSchema }),
  z.object({ contactChoice: z.enum(['open', 'none']) }),
])

export const aboutIn = (about: z.infer<typeof aboutSchema>): DraftContact =>
  'contact' in about ? { ...about, contact: contactIn(about.contact) } : about

/** A content as it is stored. */
export const storedContent = (content: AnyDraft): unknown =>
  isMessageDraft(content) ? storedMessageContent(content) : content

/** An attempt as it is stored. */
export const storedAttempt = ({ clientToken, request }: Attempt<AnyRequest>): unknown =>
  isMessageRequest(request)
    ? storedMessageOf({ clientToken, request })
    : keptTaskBody({ clientToken, request })

/** An attempt is stored as it is sent. Its token prevents a second task. */
export const storedRequestSchema = z.strictObject({
  ...createTaskSchema.shape,
  attachments: z.exactOptional(
    bounded(
      z.array(
        z.strictObject({
          ...fileFacts,
          upload: uploadTokenSchema,
          expiresAt: z.exactOptional(z.number()),
          isReady: z.exactOptional(z.literal(true)),
        }),
      ),
      attachmentsLimit,
    ),
  ),
})

/** The last attempt of a draft, as versions 1 and 2 stored it. */
export const oneOutcomeSchema = <const Outcome extends string>(...outcomes: readonly Outcome[]) =>
  z.object({ body: storedRequestSchema, outcome: z.enum(outcomes) })

interface OneOutcome {
  readonly body: z.infer<typeof storedRequestSchema>
  readonly outcome: string
}

/**
 * These versions stored no send time. The attempt was sent before the record was written, so Connect is assumed to have
 * forgotten its token.
 */
export function earlierOfOneOutcome(
  { body, outcome }: OneOutcome,
  keptAt: number,
): EarlierAttempts<TaskRequest> {
  const latest = attemptOf(body)
  const firstSentAt = keptAt - assumedTokenMemoryMs
  return { latest, uncertain: outcome === 'unknown' ? [{ attempt: latest, firstSentAt }] : [] }
}
