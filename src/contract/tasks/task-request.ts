import * as z from 'zod/mini'
import type { Attempt } from '../../core/attempts/attempt.ts'
import { clientTokenLimit } from '../../core/attempts/limits.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import type { Attachment } from '../../core/fields/attachments/attachment.ts'
import { attachmentsSchema } from '../fields/attachments.ts'
import { attributesSchema } from '../fields/attributes.ts'
import { destinationSchema } from '../fields/destination.ts'
import { linkSchema } from '../fields/link.ts'
import { referencesSchema } from '../fields/references.ts'
import { scheduledTimeSchema } from '../fields/schedule.ts'

// Apart from `tasks.ts`: a browser reads requests only from its own storage, and loads this file only then.

/** The members of a request: one line each. Bounds of what agents type are rules; the core judges them with an issue per field. */
const requestShape = {
  name: z.string(),
  description: z.exactOptional(z.string()),
  destination: destinationSchema,
  link: z.exactOptional(linkSchema),
  references: z.exactOptional(referencesSchema),
  attachments: z.exactOptional(attachmentsSchema),
  attributes: z.exactOptional(attributesSchema),
  scheduledTime: z.exactOptional(scheduledTimeSchema),
  expiryMinutes: z.exactOptional(z.number()),
} satisfies Record<keyof TaskRequest, z.core.SomeType>

/** The body of a request. */
export const createTaskSchema = z.strictObject({
  clientToken: z.string().check(z.minLength(1), z.maxLength(clientTokenLimit)),
  ...requestShape,
})

export type CreateTask = z.infer<typeof createTaskSchema>

/** A body together with the facts about its files. The proxy reads them from its tokens, the panel from the draft. */
export interface KnownTaskBody extends Omit<CreateTask, 'attachments'> {
  readonly attachments?: readonly Attachment[]
}

/** A body of the wire, with the facts about its files in the order of their tokens. */
export const withKnownFiles = (
  { attachments: _tokens, ...body }: CreateTask,
  files: readonly Attachment[] = [],
): KnownTaskBody => (files.length > 0 ? { ...body, attachments: files } : body)

/** A body as the core reads it. `createTaskBody` writes one. */
export function attemptOf({ clientToken, ...body }: KnownTaskBody): Attempt<TaskRequest> {
  const { references = [], attributes = [], scheduledTime, ...rest } = body
  return {
    clientToken,
    request: {
      ...rest,
      references,
      attributes,
      ...(scheduledTime === undefined ? {} : { scheduledTime: new Date(scheduledTime) }),
    },
  }
}
