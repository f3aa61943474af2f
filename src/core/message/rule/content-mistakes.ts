import { trimmedText } from '../../text/invisible.ts'
import { valuesNamedIn } from '../fields/content/template-preview.ts'
import { smsIssues } from '../fields/content/text.ts'
import type { MessageChannel } from '../message-channel.ts'
import { usualChannels, type MessagesRule, type SenderRule } from './messages-rule.ts'
import { repeatedIn, type MessagesRuleMistake } from './rule-mistake.ts'

/** Without a list of senders the channels are not known here: they depend on the numbers of the instance. */
const mayHave = (senders: readonly SenderRule[] | undefined, channel: MessageChannel): boolean =>
  senders?.some(({ channels = usualChannels }) => channels.includes(channel)) !== false

export function senderMistakes({ senders, templates = [] }: MessagesRule): readonly MessagesRuleMistake[] {
  if (!senders) return []
  if (senders.length === 0) return [{ path: ['senders'], code: 'nothing-to-send-from' }]
  const queues = senders.flatMap(({ queues: own = [] }, index) =>
    own.map((queue, place) => ({ queue, path: ['senders', index, 'queues', place] })),
  )
  const hasTemplate = templates.some(({ channel }) => channel === 'whatsapp')
  return [
    ...repeatedIn(
      senders.map(({ phoneNumberId }) => phoneNumberId),
      (index) => ['senders', index, 'phoneNumberId'],
    ),
    ...repeatedIn(
      queues.map(({ queue }) => queue),
      (index) => queues[index]?.path ?? [],
    ),
    ...senders.flatMap(({ channels = usualChannels }, index): readonly MessagesRuleMistake[] =>
      channels.includes('whatsapp') && !hasTemplate
        ? [{ path: ['senders', index, 'channels'], code: 'whatsapp-without-template' }]
        : [],
    ),
  ]
}

export function templateMistakes({ senders, templates = [] }: MessagesRule): readonly MessagesRuleMistake[] {
  return [
    ...repeatedIn(
      templates.map(({ templateId }) => templateId),
      (index) => ['templates', index, 'templateId'],
    ),
    ...templates.flatMap(({ channel, attributes = [], preview = '' }, index) => [
      ...repeatedIn(attributes, (place) => ['templates', index, 'attributes', place]),
      ...(valuesNamedIn(preview).every((name) => attributes.includes(name))
        ? []
        : [{ path: ['templates', index, 'preview'], code: 'preview-value-unknown' } as const]),
      ...(mayHave(senders, channel)
        ? []
        : [{ path: ['templates', index, 'channel'], code: 'template-without-sender' } as const]),
    ]),
  ]
}

/** A sender for SMS needs a text or template for SMS. If the rule lists no senders, all numbers may be for WhatsApp. */
function nothingToSend({ senders, texts = [], templates = [], freeText = true }: MessagesRule) {
  const fitting = senders ? templates.filter(({ channel }) => channel === 'sms') : templates
  return mayHave(senders, 'sms') && !freeText && texts.length + fitting.length === 0
}

export const textMistakes = (rule: MessagesRule): readonly MessagesRuleMistake[] => {
  const { texts = [] } = rule
  return [
    ...repeatedIn(
      texts.map(({ textId }) => textId),
      (index) => ['texts', index, 'textId'],
    ),
    ...repeatedIn(
      texts.map(({ text }) => trimmedText(text)),
      (index) => ['texts', index, 'text'],
    ),
    ...texts.flatMap(({ text }, index): readonly MessagesRuleMistake[] =>
      smsIssues(trimmedText(text)).length > 0
        ? [{ path: ['texts', index, 'text'], code: 'text-broken' }]
        : [],
    ),
    ...(nothingToSend(rule) ? [{ path: ['freeText'], code: 'nothing-to-send' } as const] : []),
  ]
}
