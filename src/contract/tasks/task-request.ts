import * as z from 'zod/mini'
import type { Attempt } from '../../core/attempts/attempt.ts'
import { clientTokenLimit } from '../../core/attempts/limits.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import { attributesSchema } from '../fields/attributes.ts'
import { destinationSchema } from '../fields/destination.ts'
import { linkSchema } from '../fields/link.ts'
import { referencesSchema } from '../fields/references.ts'
import { scheduledTimeSchema } from '../fields/schedule.ts'

// Not in `tasks.ts`: a browser reads no request but the one it has kept, and loads this file only then.

/** The shape of a request. Bounds of what agents type are rules; the core judges them with an issue per field. */
export const createTaskSchema = z.strictObject({
  clientToken: z.string().check(z.minLength(1), z.maxLength(clientTokenLimit)),
  name: z.string(),
  description: z.exactOptional(z.string()),
  destination: destinationSchema,
  link: z.exactOptional(linkSchema),
  references: z.exactOptional(referencesSchema),
  attributes: z.exactOptional(attributesSchema),
  scheduledTime: z.exactOptional(scheduledTimeSchema),
  expiryMinutes: z.exactOptional(z.number()),
})

export type CreateTask = z.infer<typeof createTaskSchema>

/** A body as the core reads it. `createTaskBody` writes one. */
export function attemptOf({ clientToken, ...body }: CreateTask): Attempt<TaskRequest> {
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
