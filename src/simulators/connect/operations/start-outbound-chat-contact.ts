import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { requireSender } from '../chat/chat-endpoints.ts'
import { textOf } from '../chat/first-message.ts'
import { readStartChatRequest } from '../chat/start-chat-request.ts'
import type { StartChatRequest } from '../members/start-chat-members.ts'
import { contactAttributes } from '../members/task-attributes.ts'
import { defaultRate, operation } from '../operation.ts'
import { isMessageForgotten } from '../state/client-tokens.ts'
import { type ContactRecord, endOf } from '../state/contact-record.ts'
import { type CreatedMessage, type InstanceState, requireThisInstance } from '../state/instance-state.ts'
import { requireStartableFlow } from '../state/startable-flow.ts'
import { invalidRequest, limitExceeded, notFound, ServiceError } from '../wire/service-error.ts'
import { parseMembers } from '../wire/wire-members.ts'

export const startOutboundChatContact = operation({
  name: 'StartOutboundChatContact',
  method: 'PUT',
  path: '/contact/outbound-chat',
  rate: defaultRate,
  answer: ({ body }, state) =>
    withItsErrors(() => {
      const request = readStartChatRequest(parseMembers(body))
      requireThisInstance(request.instanceId)
      const { contactId } = repeatedMessage(request, state) ?? createMessage(request, state)
      return { ContactId: contactId }
    }),
})

/** Unlike StartTaskContact, this operation has no InvalidParameterException (Connect API). */
function withItsErrors<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const isOther = error instanceof ServiceError && error.type === 'InvalidParameterException'
    throw isOther ? invalidRequest(error.message) : error
  }
}

/** Called before the checks against the instance: "If a contact is already started, the contact ID is returned". */
function repeatedMessage(request: StartChatRequest, state: InstanceState): CreatedMessage | undefined {
  const message = state.messagesByToken.get(request.clientToken ?? '')
  if (message === undefined || isMessageForgotten(message, state)) return undefined
  if (state.clientTokens === 'refuse') throw invalidRequest('This ClientToken was used before.')
  if (!isDeepStrictEqual({ ...message, ...request }, message)) {
    throw invalidRequest('This ClientToken was used for another chat.')
  }
  return message
}

function createMessage(request: StartChatRequest, state: InstanceState): CreatedMessage {
  requireSender(request, state)
  requireStartableFlow(request.flowId, state)
  const { relatedContactId, clientToken } = request
  if (relatedContactId !== undefined && !state.contacts.has(relatedContactId)) {
    throw notFound('Contact not found.')
  }
  const text = textOf(request.message, request.subtype, state)
  const attributes = contactAttributes(request.attributes, copiedAttributes)
  checkQuota(state)
  const message = { ...request, contactId: randomUUID(), createdAt: state.now(), text }
  state.messages.push(message)
  state.contacts.set(message.contactId, contactOf(message, attributes))
  // The SDK sends an empty token unchanged, and Connect treats it as no token.
  if (clientToken) state.messagesByToken.set(clientToken, message)
  return message
}

/** AWS does not document that a chat gets the attributes of its related contact, as a task does. */
const copiedAttributes = {}

/** Service quotas, "Concurrent active chats per instance". */
function checkQuota({ contacts, activeChatsLimit, now }: InstanceState) {
  const at = now()
  const active = [...contacts.values()].filter(
    (contact) => contact.channel === 'CHAT' && endOf(contact, at) === undefined,
  )
  if (active.length >= activeChatsLimit) {
    throw limitExceeded(`The instance has ${active.length} active chats, as many as its quota allows.`)
  }
}

function contactOf(message: CreatedMessage, attributes: ContactRecord['attributes']): ContactRecord {
  const { contactId, createdAt, relatedContactId, source, destination, subtype, durationMinutes } = message
  return {
    contactId,
    channel: 'CHAT',
    name: undefined,
    description: undefined,
    initialContactId: undefined,
    previousContactId: undefined,
    relatedContactId,
    attributes,
    acceptedBy: undefined,
    initiatedAt: createdAt,
    scheduledAt: undefined,
    scheduleChanges: 0,
    endedAt: undefined,
    isStopped: false,
    createdByUser: undefined,
    expiryMinutes: undefined,
    assignmentType: undefined,
    references: {},
    template: undefined,
    customerEndpoint: { type: 'TELEPHONE_NUMBER', address: destination },
    systemEndpoint: { type: 'CONNECT_PHONENUMBER_ARN', address: source },
    subtype,
    chatMinutes: durationMinutes ?? chatMinutesDefault,
  }
}

/** Connect API, `ChatDurationInMinutes`: "defaults to 25 hour". */
const chatMinutesDefault = 25 * 60
