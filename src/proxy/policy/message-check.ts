import { memberName } from '../../contract/parsing/member-name.ts'
import type { MessageChannel } from '../../core/message/message-channel.ts'
import { usualChannels, type MessagesRule } from '../../core/message/rule/messages-rule.ts'
import type { Connect } from '../connect/connect.ts'
import { listPhoneNumbers, type InstanceNumber } from '../connect/operations/list-phone-numbers.ts'
import { everyMinutesOf } from '../messages/message-policy.ts'
import { ProblemError } from '../problem-error.ts'
import type { Policy } from './policies.ts'

/* Compares the messages of a policy with the instance. */

/** The facts about the instance that the check of messages needs. */
export interface MessagesInstance {
  readonly flowNames: ReadonlyMap<string, string>
  /** Undefined if no policy has messages, or if the role may not list numbers and needs not. */
  readonly numbers: readonly InstanceNumber[] | undefined
}

/** A role without the permission is enough where each policy lists its senders. */
export async function readNumbers(
  policies: readonly Policy[],
  connect: Connect,
): Promise<MessagesInstance['numbers']> {
  const rules = policies.flatMap(({ messages }) => messages ?? [])
  if (rules.length === 0) return undefined
  try {
    return await connect.call(listPhoneNumbers, undefined)
  } catch (error) {
    const isDenied = error instanceof ProblemError && error.facts.code === 'connect-denied'
    if (isDenied && rules.every(({ senders }) => senders)) return undefined
    throw error
  }
}

const noFlow =
  'is not a flow of this instance in which a message can start: active, published, of the type “contact flow”.'
const noNumber = 'is not the id of a phone number of this instance.'
const onlyCalls =
  'is a number for calls: it was not imported from AWS End User Messaging, so no message can come from it. Import it there, name another number, or leave it out.'
const noSender =
  'leaves no number to send from: no number of this instance was imported from AWS End User Messaging. Import one, or name senders.'

const noNumberFor =
  'leaves no number to send it from: no number of this instance was imported from AWS End User Messaging for its channel. Import one, name a sender for the channel, or leave the template out.'
const otherChannel = {
  sms: 'names a channel that this number does not have: it was imported from AWS End User Messaging for SMS.',
  whatsapp:
    'names a channel that this number does not have: it was imported from AWS End User Messaging for WhatsApp.',
} as const satisfies Record<MessageChannel, string>
const usualOtherChannel =
  'has no channels, so it is for SMS, but this number was imported from AWS End User Messaging for WhatsApp. Give it "channels": ["whatsapp"].'

/**
 * The places of templates that no allowed number can send. Only for a policy that lists no numbers: the check of the file
 * compares those it lists.
 */
function templatesWithoutNumber(
  { senders, templates = [] }: MessagesRule,
  numbers: MessagesInstance['numbers'],
): readonly number[] {
  if (senders || !numbers) return []
  return templates.flatMap((template, place) =>
    numbers.some(({ channel }) => channel === template.channel) ? [] : [place],
  )
}

export function messageMistakes({ messages }: Policy, index: number, instance: MessagesInstance): string[] {
  if (!messages) return []
  const { flows = [], senders } = messages
  const { flowNames, numbers } = instance
  const at = (...path: readonly PropertyKey[]) => memberName(['policies', index, 'messages', ...path])
  const unfit = (senders ?? []).flatMap(({ phoneNumberId }, place) => {
    if (!numbers) return []
    const found = numbers.find((number) => number.phoneNumberId === phoneNumberId)
    if (found?.channel) return []
    return [`${at('senders', place, 'phoneNumberId')} ${found ? onlyCalls : noNumber}`]
  })
  const misnamed = (senders ?? []).flatMap(({ phoneNumberId, channels }, place) => {
    const imported = numbers?.find((number) => number.phoneNumberId === phoneNumberId)?.channel
    if (imported === undefined || (channels ?? usualChannels).every((channel) => channel === imported))
      return []
    return channels
      ? [`${at('senders', place, 'channels')} ${otherChannel[imported]}`]
      : [`${at('senders', place)} ${usualOtherChannel}`]
  })
  const isSenderLeft = senders !== undefined || numbers?.some(({ channel }) => channel) !== false
  return [
    ...flows.flatMap((id, place) => (flowNames.has(id) ? [] : [`${at('flows', place)} ${noFlow}`])),
    ...unfit,
    ...misnamed,
    ...(isSenderLeft
      ? templatesWithoutNumber(messages, numbers).map((place) => `${at('templates', place)} ${noNumberFor}`)
      : [`${at()} ${noSender}`]),
  ]
}

function sendersNamed({ senders }: MessagesRule, { numbers }: MessagesInstance): string {
  const numberOf = (id: string) =>
    numbers?.find(({ phoneNumberId }) => phoneNumberId === id)?.number ?? `? ${id}`
  const named = senders
    ? senders.map(({ phoneNumberId }) => numberOf(phoneNumberId))
    : (numbers ?? []).flatMap(({ number, channel }) => (channel ? [number] : []))
  return named.join(', ') || 'no number'
}

function recipientsNamed({ recipients = 'linked-contact' }: MessagesRule): string {
  if (recipients === 'linked-contact') return 'only to the linked contact’s own number'
  if (recipients === 'anyone') return 'to anyone'
  const { countries = [], prefixes = [] } = recipients
  return `to the linked contact’s own number and to ${[...countries, ...prefixes].join(', ')}`
}

function quietNamed({ quietHours }: MessagesRule): string {
  if (!quietHours) return 'at any time'
  const { from, to, timeZone, assumeTimeZone = false } = quietHours
  if (timeZone === undefined) return `not from ${from} to ${to}`
  const where = assumeTimeZone ? timeZone : `${timeZone}, and in the number’s country,`
  return `not from ${from} to ${to} (${where} where the contact says no zone)`
}

function contentNamed({ texts = [], templates = [], freeText = true }: MessagesRule): string {
  const listed = [`${texts.length} texts`, `${templates.length} templates`]
  return [...(freeText ? ['free text'] : []), ...listed].join(', ')
}

/** The line of a policy’s summary. */
export function messagesNamed({ messages }: Policy, instance: MessagesInstance): string {
  if (!messages) return 'messages: none'
  const flows = messages.flows?.map((id) => instance.flowNames.get(id) ?? `? ${id}`).join(', ')
  return [
    `messages: from ${sendersNamed(messages, instance)}`,
    recipientsNamed(messages),
    quietNamed(messages),
    `one in ${everyMinutesOf(messages)} minutes`,
    contentNamed(messages),
    `flows: ${flows ?? 'those of tasks'}`,
  ].join('; ')
}
