import { readNumber } from '../../core/message/numbers/read-number.ts'
import type { MessageFlow, MessageOptions, OfferedTemplate } from '../../core/message/message-options.ts'
import type { MessagesRule, MessageTemplateRule } from '../../core/message/rule/messages-rule.ts'
import type { OwnContact } from '../connect/lookups/own-contacts.ts'
import type { Caller } from '../rates/gate.ts'
import type { PermittedAgent } from '../policy/permitted-agent.ts'
import { zoneOfContact } from './guards/customer-zones.ts'
import { quietFor } from './guards/quiet.ts'
import { everyMinutesOf, everyMsOf, flowsPolicy, messagesRuleOf } from './message-policy.ts'
import type { MessageParts } from './messaging.ts'
import type { KnownSender } from './senders.ts'

/** The number, country and time zone of the contact's customer, as far as they are known. */
export interface Customer {
  /** In E.164; absent if Connect knows no number, for example because the caller hides it. */
  readonly number?: string
  readonly country?: string
  readonly zone?: string
}

export function customerOf(contact: OwnContact | undefined, rule: MessagesRule): Customer {
  if (!contact) return {}
  const reading = readNumber(contact.customerNumber ?? '')
  const zone = zoneOfContact(contact.attributes, rule.quietHours)
  return {
    ...(reading.ok ? { number: reading.number.e164 } : {}),
    ...(reading.ok && reading.number.country !== undefined ? { country: reading.number.country } : {}),
    ...(zone === undefined ? {} : { zone }),
  }
}

const sentSender = ({ arn: _arn, queues: _queues, ...sender }: KnownSender) => sender

function recipientsOf({ recipients = 'linked-contact' }: MessagesRule) {
  if (typeof recipients === 'string') return { recipients }
  const { countries, prefixes } = recipients
  return {
    recipients: 'some',
    ...(countries ? { countries } : {}),
    ...(prefixes ? { prefixes } : {}),
  } as const
}

function offeredTemplate(template: MessageTemplateRule): OfferedTemplate {
  const { knowledgeBaseId: _knowledgeBase, attributes = [], ...offered } = template
  return { ...offered, attributes }
}

/** The policy without the ids of knowledge bases, which the browser does not need. */
function offeredByPolicy(rule: MessagesRule) {
  const { texts = [], freeText = true, templates = [], defaultCountry, displayName, durationMinutes } = rule
  return {
    texts,
    freeText,
    templates: templates.map(offeredTemplate),
    ...recipientsOf(rule),
    ...(defaultCountry === undefined ? {} : { defaultCountry }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(durationMinutes === undefined ? {} : { durationMinutes }),
    everyMinutes: everyMinutesOf(rule),
  }
}

const customerFacts = ({ number, country, zone }: Customer) => ({
  ...(number === undefined ? {} : { customerNumber: number }),
  ...(country === undefined ? {} : { customerCountry: country }),
  ...(zone === undefined ? {} : { timeZone: zone }),
})

/** The rules for a message about this contact, apart from those about time. */
export function offeredTo(
  rule: MessagesRule,
  senders: readonly KnownSender[],
  flows: MessageOptions['flows'],
  customer: Customer,
): MessageOptions {
  return { senders: senders.map(sentSender), flows, ...offeredByPolicy(rule), ...customerFacts(customer) }
}

/** When the customer may get the next message. Empty if they may get one now. */
async function waitsFor(
  { messaging, now }: MessageParts,
  rule: MessagesRule,
  { number, zone }: Customer,
): Promise<Pick<MessageOptions, 'quietUntil' | 'isAlwaysQuiet' | 'nextMessageAt'>> {
  if (number === undefined) return {}
  const quietUntil = quietFor(rule.quietHours, { number, zone }, now())
  const nextAt = await messaging.intervals.nextAt({ number, everyMs: everyMsOf(rule) })
  return {
    ...(quietUntil instanceof Date ? { quietUntil: quietUntil.toISOString() } : {}),
    ...(quietUntil === 'never' ? { isAlwaysQuiet: true } : {}),
    ...(nextAt ? { nextMessageAt: nextAt.toISOString() } : {}),
  }
}

/** The sender of the contact’s queue, else the first one that the policy names. */
function defaultFrom(senders: readonly KnownSender[], rule: MessagesRule, { queueId }: Partial<OwnContact>) {
  const usual =
    senders.find(({ queues }) => queueId !== undefined && queues.includes(queueId)) ??
    (rule.senders ? senders[0] : undefined)
  return usual ? { defaultFrom: usual.phoneNumberId } : {}
}

/** The first flow that the policy names, or the only one. */
function defaultFlow(flows: readonly MessageFlow[], { flows: named = [] }: MessagesRule) {
  const [only, ...others] = flows
  const usual =
    named.find((id) => flows.some(({ flowId }) => flowId === id)) ??
    (others.length === 0 ? only?.flowId : undefined)
  return usual === undefined ? {} : { defaultFlowId: usual }
}

/** The messages that an agent may send about one of their contacts, or about none, and when. */
export async function messageOptions(
  parts: MessageParts,
  { userId, signal, policy }: PermittedAgent,
  contactId: string | undefined,
): Promise<MessageOptions> {
  const rule = messagesRuleOf(policy)
  const caller: Caller = { agentId: userId, signal }
  const [contact, senders, { flows }] = await Promise.all([
    contactId === undefined ? undefined : parts.ownContacts.findNow(caller, contactId),
    parts.messaging.senders.offered(rule),
    parts.destinations.list(flowsPolicy(policy), userId),
  ])
  const customer = customerOf(contact, rule)
  return {
    ...offeredTo(rule, senders, flows, customer),
    ...defaultFrom(senders, rule, contact ?? {}),
    ...defaultFlow(flows, rule),
    ...(await waitsFor(parts, rule, customer)),
  }
}
