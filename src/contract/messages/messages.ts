import * as z from 'zod/mini'
import type { Attempt } from '../../core/attempts/attempt.ts'
import { contactIdLimit } from '../../core/contact/contact.ts'
import type { MessageRequest } from '../../core/message/message-parts.ts'

/** The answer of `POST /api/v1/messages`: Connect has accepted the message. Connect does not say whether it arrived. */
export const sentMessageSchema = z.object({
  contactId: z.string().check(z.minLength(1), z.maxLength(contactIdLimit)),
})

export type SentMessage = z.infer<typeof sentMessageSchema>

/** The body of the request. An absent member means "none", so nothing empty is sent. */
export function sendMessageBody({ clientToken, request }: Attempt<MessageRequest>) {
  const { kind: _, message, attributes, hasConsent, ...rest } = request
  const { type: _type, ...content } = message
  return {
    clientToken,
    ...rest,
    message: content,
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(hasConsent ? { consent: true } : {}),
  }
}
