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

/** An attempt as the browser keeps it: the body of its request, and the facts about its files that the panel knows. */
export function keptTaskBody({ clientToken, request }: Attempt<TaskRequest>) {
  const { references, attributes, scheduledTime, ...rest } = request
  return {
    clientToken,
    ...rest,
    ...(references.length > 0 ? { references } : {}),
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(scheduledTime ? { scheduledTime: scheduledTime.toISOString() } : {}),
  }
}

/** The body of the request. An absent member means "none", so nothing empty is sent. Files travel as their tokens alone. */
export function createTaskBody(attempt: Attempt<TaskRequest>): unknown {
  const { attachments, ...rest } = keptTaskBody(attempt)
  return attachments ? { ...rest, attachments: attachments.map(({ upload }) => ({ upload })) } : rest
}
