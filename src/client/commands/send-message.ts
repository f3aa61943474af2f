import * as z from 'zod/mini'
import { contactIdLimit } from '../../core/contact/contact.ts'
import type { MessageRequest } from '../../core/message/message-parts.ts'
import type { Command } from '../command.ts'

const sentMessageSchema = z.object({
  contactId: z.string().check(z.minLength(1), z.maxLength(contactIdLimit)),
})

/** Connect has accepted the message. Whether it arrived is not known. */
export type SentMessage = z.infer<typeof sentMessageSchema>

export const sendMessage: Command<MessageRequest, SentMessage> = {
  path: () => '/api/v1/messages',
  body: ({ clientToken, request }) => {
    const { kind: _told, message, attributes, hasConsent, ...rest } = request
    return {
      clientToken,
      ...rest,
      message:
        message.type === 'text'
          ? { text: message.text }
          : {
              templateId: message.templateId,
              ...(message.values.length > 0 ? { values: message.values } : {}),
            },
      ...(attributes.length > 0 ? { attributes } : {}),
      consent: hasConsent,
    }
  },
  result: sentMessageSchema,
}
