import * as z from 'zod/mini'
import { messageAttemptOf, sendMessageSchema } from '../../contract/messages/message-request.ts'
import { sendMessageBody } from '../../contract/messages/messages.ts'
import { bounded } from '../../contract/parsing/bounded.ts'
import type { Attempt } from '../../core/attempts/attempt.ts'
import { attributesByteLimit } from '../../core/fields/attributes/attribute.ts'
import { expiryUnits } from '../../core/fields/expiry/expiry-draft.ts'
import { templateValuesLimit } from '../../core/message/fields/content/template-values.ts'
import { messageChannels } from '../../core/message/message-channel.ts'
import type { MessageDraft, MessageRequest } from '../../core/message/message-parts.ts'

// The parts of stored messages. The customer's consent holds for one press, so it is not stored.

const templateValuesSchema = bounded(
  z.array(z.object({ name: z.string(), value: z.string() })),
  templateValuesLimit,
)

/** The agent's text has no limit here: a text that is too long is refused when it is sent, and must not be lost. */
export const messageContentSchema = z.object({
  kind: z.literal('message'),
  channel: z.enum(messageChannels),
  from: z.string(),
  to: z.string(),
  text: z.string(),
  templateId: z.string(),
  templateValues: templateValuesSchema,
  flowId: z.string(),
  displayName: z.string(),
  duration: z.object({ amount: z.string(), unit: z.enum(expiryUnits) }),
  attributes: bounded(z.array(z.object({ key: z.string(), value: z.string() })), attributesByteLimit),
  link: z.enum(['related', 'none']),
})

type StoredContent = z.infer<typeof messageContentSchema>

export const messageContentIn = (content: StoredContent): MessageDraft => ({ ...content, hasConsent: false })

export const storedMessageContent = ({ hasConsent: _asked, ...content }: MessageDraft): unknown => content

/** An attempt as it was sent. Its token prevents a second message. */
export const storedMessageSchema = z.omit(sendMessageSchema, { consent: true })

export function storedMessageOf(attempt: Attempt<MessageRequest>): unknown {
  const { consent: _asked, ...body } = sendMessageBody(attempt)
  return body
}

/** The customer agreed, because nothing is sent without consent. */
export const storedAttemptIn = (body: z.infer<typeof storedMessageSchema>): Attempt<MessageRequest> =>
  messageAttemptOf({ ...body, consent: true })
