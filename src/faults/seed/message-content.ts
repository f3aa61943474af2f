import { emptyMessageDraft } from '../../core/message/message-draft.ts'
import type { MessageDraft, MessageRules } from '../../core/message/message-parts.ts'
import { demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import { instancePhoneNumbers } from '../../simulators/instance/phone-numbers.ts'
import { createSeeded } from './seeded.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'

/* The text messages of the campaign. */

const { service } = instancePhoneNumbers
const { callbackRequests } = demoFlows

/** Each text goes to a different number, so that the interval between two messages affects only a repeat of the same text. */
export const messagesRule = {
  senders: [{ phoneNumberId: service.phoneNumberId }],
  flows: [callbackRequests.flowId],
  recipients: 'anyone',
  everyMinutes: 1,
} as const

/** The same rule in the form of the panel. */
export const messageRules: MessageRules = {
  senders: [{ phoneNumberId: service.phoneNumberId, number: service.number, channels: ['sms'] }],
  flows: [callbackRequests],
  texts: [],
  freeText: true,
  templates: [],
  recipients: 'anyone',
}

interface RunOfTexts {
  readonly seed: string
  readonly keeps: KeptParts
}

const numbers = 1_000_000_000

/**
 * A number that no other run uses, because the proxy keeps running from run to run. The same text always has the same number:
 * with another number it would be another message.
 */
const numberFor = (text: string, { seed }: Pick<RunOfTexts, 'seed'>): string => {
  const number = createSeeded(`${seed} ${text}`).below(numbers)
  return `+447${String(number).padStart(9, '0')}`
}

export function messageWith(text: string, run: RunOfTexts): MessageDraft {
  return {
    ...emptyMessageDraft,
    from: service.phoneNumberId,
    flowId: callbackRequests.flowId,
    to: numberFor(text, run),
    text,
    attributes: run.keeps === 'no-attribute-values' ? [{ key: 'order', value: text }] : [],
  }
}
