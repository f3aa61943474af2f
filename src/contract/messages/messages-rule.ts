import * as z from 'zod/mini'
import { templateValuesLimit } from '../../core/message/fields/content/template-values.ts'
import { durationMinutesLeast, durationMinutesLimit } from '../../core/message/fields/duration.ts'
import { messageChannels } from '../../core/message/message-channel.ts'
import {
  everyMinutesLeast,
  everyMinutesLimit,
  type MessagesRule,
} from '../../core/message/rule/messages-rule.ts'
import { messagesRuleMistakes } from '../../core/message/rule/messages-rule-mistakes.ts'
import { connectId } from '../rules/connect-id.ts'

const name = z.string().check(z.minLength(1), z.maxLength(128))
const names = z.array(name)
const ids = z.array(connectId)
const channel = z.enum(messageChannels)

/** The most characters that a whole WhatsApp message has (feature specifications, "Message size"). */
const previewLimit = 4_096

/** Only the shape. `messagesRuleMistakes` checks the rules. */
const messagesRuleShape: z.ZodMiniType<MessagesRule> = z.strictObject({
  senders: z.exactOptional(
    z.array(
      z.strictObject({
        phoneNumberId: connectId,
        name: z.exactOptional(name),
        channels: z.exactOptional(z.array(channel).check(z.minLength(1))),
        queues: z.exactOptional(ids),
      }),
    ),
  ),
  flows: z.exactOptional(ids),
  recipients: z.exactOptional(
    z.union([
      z.enum(['linked-contact', 'anyone']),
      z.strictObject({ countries: z.exactOptional(names), prefixes: z.exactOptional(names) }),
    ]),
  ),
  quietHours: z.exactOptional(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      timeZone: z.exactOptional(name),
      assumeTimeZone: z.exactOptional(z.boolean()),
      timeZoneAttribute: z.exactOptional(name),
    }),
  ),
  everyMinutes: z.exactOptional(z.int().check(z.minimum(everyMinutesLeast), z.maximum(everyMinutesLimit))),
  defaultCountry: z.exactOptional(z.string()),
  texts: z.exactOptional(z.array(z.strictObject({ textId: name, name, text: z.string() }))),
  freeText: z.exactOptional(z.boolean()),
  templates: z.exactOptional(
    z.array(
      z.strictObject({
        templateId: connectId,
        knowledgeBaseId: connectId,
        name,
        channel,
        attributes: z.exactOptional(names.check(z.maxLength(templateValuesLimit))),
        preview: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(previewLimit))),
      }),
    ),
  ),
  contentTypes: z.exactOptional(names),
  displayName: z.exactOptional(z.string()),
  durationMinutes: z.exactOptional(
    z.int().check(z.minimum(durationMinutesLeast), z.maximum(durationMinutesLimit)),
  ),
})

/** The member `messages` of a policy: well shaped and free of contradictions. */
export const messagesRuleSchema = messagesRuleShape.check(({ value, issues }) => {
  for (const { path, code } of messagesRuleMistakes(value)) {
    issues.push({ code: 'custom', message: code, path: [...path], input: value })
  }
})
