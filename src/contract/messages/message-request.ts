import * as z from 'zod/mini'
import type { Attempt } from '../../core/attempts/attempt.ts'
import { clientTokenLimit } from '../../core/attempts/limits.ts'
import { resourceIdLimit } from '../../core/fields/destination.ts'
import { templateValuesLimit } from '../../core/message/fields/content/template-values.ts'
import { messageChannels } from '../../core/message/message-channel.ts'
import type { MessageRequest } from '../../core/message/message-parts.ts'
import { attributesSchema } from '../fields/attributes.ts'
import { linkSchema } from '../fields/link.ts'
import { bounded } from '../parsing/bounded.ts'

// Apart from `messages.ts`: a browser reads requests only from its own storage, and loads this file only then.

const id = z.string().check(z.maxLength(resourceIdLimit))

const valueSchema = z.strictObject({ name: z.string(), value: z.string() })

const contentSchema = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({
    templateId: id,
    values: z.exactOptional(bounded(z.array(valueSchema), templateValuesLimit)),
  }),
])

/** The shape of a request. Bounds of what agents type are rules; the core judges them with an issue per field. */
export const sendMessageSchema = z.strictObject({
  clientToken: z.string().check(z.minLength(1), z.maxLength(clientTokenLimit)),
  channel: z.enum(messageChannels),
  from: id,
  to: z.string(),
  message: contentSchema,
  flowId: id,
  link: z.exactOptional(z.extend(linkSchema, { type: z.literal('related') })),
  attributes: z.exactOptional(attributesSchema),
  displayName: z.exactOptional(z.string()),
  durationMinutes: z.exactOptional(z.number()),
  /** The agent confirms that the customer agreed. If it is absent, the core answers an issue of the field. */
  consent: z.exactOptional(z.literal(true)),
})

export type SendMessage = z.infer<typeof sendMessageSchema>

const contentOf = (message: SendMessage['message']): MessageRequest['message'] =>
  'text' in message
    ? { type: 'text', text: message.text }
    : { type: 'template', templateId: message.templateId, values: message.values ?? [] }

/** A body as the core reads it. `sendMessageBody` writes one. */
export function messageAttemptOf(body: SendMessage): Attempt<MessageRequest> {
  const { clientToken, message, attributes = [], consent = false, ...rest } = body
  return {
    clientToken,
    request: { kind: 'message', ...rest, message: contentOf(message), attributes, hasConsent: consent },
  }
}
