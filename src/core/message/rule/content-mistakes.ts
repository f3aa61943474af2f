import { trimmedText } from '../../text/invisible.ts'
import { smsIssues } from '../fields/content/text.ts'
import type { MessageChannel } from '../message-channel.ts'
import { usualChannels, type MessagesRule, type SenderRule } from './messages-rule.ts'
import { repeatedIn, type MessagesRuleMistake } from './rule-mistake.ts'

const sends = (senders: readonly SenderRule[] | undefined, channel: MessageChannel): boolean =>
  senders === undefined
    ? usualChannels.includes(channel)
    : senders.some(({ channels = usualChannels }) => channels.includes(channel))

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
    ...templates.flatMap(({ channel, attributes = [] }, index) => [
      ...repeatedIn(attributes, (place) => ['templates', index, 'attributes', place]),
      ...(sends(senders, channel)
        ? []
        : [{ path: ['templates', index, 'channel'], code: 'template-without-sender' } as const]),
    ]),
  ]
}

/** The one content of an SMS that the rule leaves may be nothing. */
function nothingToSend({ senders, texts = [], templates = [], freeText = true }: MessagesRule) {
  const hasContent = freeText || texts.length > 0 || templates.some(({ channel }) => channel === 'sms')
  return sends(senders, 'sms') && !hasContent
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
