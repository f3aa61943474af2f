import { referenceTypes } from '../../../core/fields/references/reference.ts'
import type { InstanceContact, InstanceEndpoint } from '../../instance/instance.ts'
import type { ContactRecord } from './contact-record.ts'
import type { InstanceState } from './instance-state.ts'
import { malformed, notFound } from '../wire/service-error.ts'
import {
  asChoice,
  asMembers,
  asText,
  type Members,
  nested,
  optionalList,
  optionalText,
  parseMembers,
  requiredText,
} from '../wire/wire-members.ts'

const agentContactStates = [
  'INCOMING',
  'PENDING',
  'CONNECTING',
  'CONNECTED',
  'PAUSED',
  'MISSED',
  'ERROR',
  'ENDED',
  'REJECTED',
] as const

/** Parses an agent's contacts (`AgentContacts`), as the CCP simulator sends them. */
export function parseAgentContacts(body: Uint8Array): InstanceContact[] {
  const contacts = optionalList(parseMembers(body), 'contacts')
  if (contacts === undefined) throw malformed('contacts must be a list.')
  return contacts.map((contact) => parseContact(asMembers(contact, 'contacts')))
}

function parseContact(contact: Members): InstanceContact {
  const accepted = contact.get('accepted')
  if (typeof accepted !== 'boolean') throw malformed('accepted must be a boolean.')
  return {
    contactId: requiredText(contact, 'contactId', { min: 1 }),
    initialContactId: optionalText(contact, 'initialContactId', { min: 1 }) ?? null,
    channel: asChoice(contact.get('channel'), 'channel', ['VOICE', 'CHAT', 'TASK', 'EMAIL'] as const),
    state: asChoice(contact.get('state'), 'state', agentContactStates),
    accepted,
    name: optionalText(contact, 'name') ?? null,
    attributes: Object.fromEntries(
      [...nested(contact, 'attributes')].map(([key, value]) => [key, asText(value, `attributes.${key}`)]),
    ),
    ...(contact.has('references') && { references: parseReferences(nested(contact, 'references')) }),
    ...(contact.has('customerEndpoint') && {
      customerEndpoint: parseEndpoint(nested(contact, 'customerEndpoint')),
    }),
    ...(contact.has('queueId') && { queueId: requiredText(contact, 'queueId', { min: 1 }) }),
  }
}

const endpointTypes = [
  'TELEPHONE_NUMBER',
  'CONNECT_PHONENUMBER_ARN',
  'EMAIL_ADDRESS',
  'VOIP',
] as const satisfies readonly InstanceEndpoint['type'][]

const parseEndpoint = (endpoint: Members): InstanceEndpoint => ({
  type: asChoice(endpoint.get('type'), 'customerEndpoint.type', endpointTypes),
  address: requiredText(endpoint, 'address'),
})

const parseReferences = (references: Members): NonNullable<InstanceContact['references']> =>
  Object.fromEntries(
    [...references].map(([name, value]) => {
      const members = asMembers(value, `references.${name}`)
      const type = asChoice(members.get('type'), 'type', referenceTypes)
      return [name, { type, value: requiredText(members, 'value') }]
    }),
  )

/** Replaces an agent's current contacts. A contact that no agent has any more is recorded as ended. */
export function replaceAgentContacts(
  state: InstanceState,
  userId: string,
  contacts: readonly InstanceContact[],
) {
  if (!state.users.some((user) => user.userId === userId)) throw notFound('User not found.')
  const before = state.agents.get(userId) ?? []
  for (const contact of contacts) {
    state.contacts.set(contact.contactId, updatedRecord(state, userId, contact))
  }
  state.agents.set(userId, contacts)
  const held = new Set([...state.agents.values()].flat().map(({ contactId }) => contactId))
  for (const { contactId } of before) {
    const record = state.contacts.get(contactId)
    if (record === undefined || held.has(contactId)) continue
    state.contacts.set(contactId, { ...record, endedAt: record.endedAt ?? state.now() })
  }
}

function updatedRecord(state: InstanceState, userId: string, contact: InstanceContact): ContactRecord {
  const before = state.contacts.get(contact.contactId)
  const isStopped = before?.isStopped ?? false
  const now = state.now()
  return {
    contactId: contact.contactId,
    channel: contact.channel,
    name: contact.name ?? undefined,
    description: before?.description,
    initialContactId: contact.initialContactId ?? before?.initialContactId,
    previousContactId: before?.previousContactId,
    relatedContactId: before?.relatedContactId,
    attributes: contact.attributes,
    acceptedBy: contact.accepted ? acceptance(before, userId, now) : before?.acceptedBy,
    initiatedAt: before?.initiatedAt ?? now,
    scheduledAt: before?.scheduledAt,
    scheduleChanges: before?.scheduleChanges ?? 0,
    endedAt: contact.state === 'ENDED' || isStopped ? (before?.endedAt ?? now) : undefined,
    isStopped,
    createdByUser: before?.createdByUser,
    expiryMinutes: before?.expiryMinutes,
    assignmentType: before?.assignmentType,
    references: contact.references ?? before?.references ?? {},
    template: before?.template,
    customerEndpoint: contact.customerEndpoint ?? before?.customerEndpoint,
    systemEndpoint: before?.systemEndpoint,
    queueId: contact.queueId ?? before?.queueId,
    subtype: before?.subtype,
    chatMinutes: before?.chatMinutes,
  }
}

/** Keeps the first acceptance time: a later update for the same agent is not a new acceptance. */
function acceptance(before: ContactRecord | undefined, userId: string, now: number) {
  return before?.acceptedBy?.userId === userId ? before.acceptedBy : { userId, at: now }
}
