import * as z from 'zod/mini'
import type { Attempt } from '../../core/attempts/attempt.ts'
import { contactIdLimit } from '../../core/contact/contact.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import { isInstant } from '../../core/time/instant.ts'

export const createdTaskSchema = z.object({
  contactId: z.string().check(z.minLength(1), z.maxLength(contactIdLimit)),
  scheduledTime: z.nullable(z.stringFormat('date-time', isInstant)),
})

export type CreatedTask = z.infer<typeof createdTaskSchema>

/** The body of the request. An absent member means "none", so nothing empty is sent. */
export function createTaskBody({ clientToken, request }: Attempt<TaskRequest>): unknown {
  const { references, attributes, scheduledTime, ...rest } = request
  return {
    clientToken,
    ...rest,
    ...(references.length > 0 ? { references } : {}),
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(scheduledTime ? { scheduledTime: scheduledTime.toISOString() } : {}),
  }
}
