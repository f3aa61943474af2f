import * as z from 'zod/mini'
import { messageChannels } from '../../core/message/message-channel.ts'
import type { MessageOptions } from '../../core/message/message-options.ts'

const text = z.exactOptional(z.string())
const instant = z.exactOptional(z.iso.datetime())
const channel = z.enum(messageChannels)

/** The answer of `GET /api/v1/messages/options`. */
export const messageOptionsSchema: z.ZodMiniType<MessageOptions> = z.object({
  senders: z.array(
    z.object({ phoneNumberId: z.string(), number: text, name: text, channels: z.array(channel) }),
  ),
  defaultFrom: text,
  flows: z.array(z.object({ flowId: z.string(), name: z.string() })),
  defaultFlowId: text,
  texts: z.array(z.object({ textId: z.string(), name: z.string(), text: z.string() })),
  freeText: z.boolean(),
  templates: z.array(
    z.object({
      templateId: z.string(),
      name: z.string(),
      channel,
      attributes: z.array(z.string()),
      preview: text,
    }),
  ),
  recipients: z.enum(['linked-contact', 'some', 'anyone']),
  countries: z.exactOptional(z.array(z.string())),
  prefixes: z.exactOptional(z.array(z.string())),
  customerNumber: text,
  customerCountry: text,
  defaultCountry: text,
  displayName: text,
  durationMinutes: z.exactOptional(z.number()),
  quietUntil: instant,
  isAlwaysQuiet: z.exactOptional(z.literal(true)),
  nextMessageAt: instant,
  timeZone: text,
  everyMinutes: z.number(),
})
