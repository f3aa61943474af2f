import * as z from 'zod/mini'
import { attributesSchema } from '../../contract/fields/attributes.ts'
import { bounded } from '../../contract/parsing/bounded.ts'
import type { Attempt } from '../../core/attempts/attempt.ts'
import { clientTokenLimit } from '../../core/attempts/limits.ts'
import { contactIdLimit } from '../../core/contact/contact.ts'
import { attributesByteLimit } from '../../core/fields/attributes/attribute.ts'
import { expiryUnits } from '../../core/fields/expiry/expiry-draft.ts'
import { templateValuesLimit } from '../../core/message/fields/content/template-values.ts'
import { messageChannels } from '../../core/message/message-channel.ts'
import type { MessageDraft, MessageRequest } from '../../core/message/message-parts.ts'

// The parts of stored messages. The customer's consent is for one press, so it is not among them.

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

/** An attempt as it was sent. Its token is what keeps it from sending a second message. */
export const storedMessageSchema = z.object({
  clientToken: z.string().check(z.minLength(1), z.maxLength(clientTokenLimit)),
  kind: z.literal('message'),
  channel: z.enum(messageChannels),
  from: z.string(),
  to: z.string(),
  message: z.union([
    z.object({ type: z.literal('text'), text: z.string() }),
    z.object({ type: z.literal('template'), templateId: z.string(), values: templateValuesSchema }),
  ]),
  flowId: z.string(),
  displayName: z.exactOptional(z.string()),
  durationMinutes: z.exactOptional(z.number()),
  attributes: attributesSchema,
  link: z.exactOptional(
    z.object({ type: z.literal('related'), contactId: z.string().check(z.maxLength(contactIdLimit)) }),
  ),
})

export function storedMessageOf({ clientToken, request }: Attempt<MessageRequest>): unknown {
  const { hasConsent: _asked, ...rest } = request
  return { clientToken, ...rest }
}

/** Nothing is sent without consent. */
export const messageAttemptOf = ({
  clientToken,
  ...request
}: z.infer<typeof storedMessageSchema>): Attempt<MessageRequest> => ({
  clientToken,
  request: { ...request, hasConsent: true },
})
