import { clientTokenLimit } from '../../../core/attempts/limits.ts'
import { contactIdLimit } from '../../../core/contact/contact.ts'
import { resourceIdLimit } from '../../../core/fields/destination.ts'
import { type MessageSubtype, messageSubtypes } from '../../instance/message-templates.ts'
import { readAttributes } from '../members/task-attributes.ts'
import { only } from '../task/task-segment-attributes.ts'
import { invalidRequest } from '../wire/service-error.ts'
import {
  asChoice,
  asText,
  type Members,
  nested,
  optionalInteger,
  optionalList,
  optionalText,
  requiredText,
} from '../wire/wire-members.ts'
import { readDestination, readSource } from './chat-endpoints.ts'
import { readFirstMessage } from './first-message.ts'
import type { StartChatRequest } from '../members/start-chat-members.ts'

/** All members of the request (Connect API). There is no `PreviousContactId`. */
const known: ReadonlySet<string> = new Set([
  'SourceEndpoint',
  'DestinationEndpoint',
  'InstanceId',
  'SegmentAttributes',
  'Attributes',
  'ContactFlowId',
  'ChatDurationInMinutes',
  'ParticipantDetails',
  'InitialSystemMessage',
  'InitialTemplatedSystemMessage',
  'RelatedContactId',
  'SupportedMessagingContentTypes',
  'ClientToken',
])

/** Connect API, `ChatDurationInMinutes`. */
const duration = { min: 60, max: 10_080 }

export function readStartChatRequest(body: Members): StartChatRequest {
  // Connect ignores unknown members. The simulator refuses them, because sending one is a mistake.
  const unknown = [...body.keys()].find((name) => !known.has(name))
  if (unknown !== undefined) throw invalidRequest(`StartOutboundChatContact has no member ${unknown}.`)
  const subtype = readSubtype(body)
  return {
    instanceId: requiredText(body, 'InstanceId', { min: 1, max: 100 }),
    source: readSource(body),
    destination: readDestination(body),
    subtype,
    flowId: requiredText(body, 'ContactFlowId', { min: 1, max: resourceIdLimit }),
    attributes: readAttributes(body),
    durationMinutes: optionalInteger(body, 'ChatDurationInMinutes', duration),
    displayName: readDisplayName(body),
    message: readFirstMessage(body, subtype),
    relatedContactId: optionalText(body, 'RelatedContactId', { min: 1, max: contactIdLimit }),
    contentTypes: readContentTypes(body),
    clientToken: optionalText(body, 'ClientToken', { max: clientTokenLimit }),
  }
}

/** Connect API, `SegmentAttributes`: "can be used to show channel subtype". No other attribute is documented for a chat. */
function readSubtype(body: Members): MessageSubtype {
  const attributes = nested(body, 'SegmentAttributes')
  const other = [...attributes.keys()].find((name) => name !== 'connect:Subtype')
  if (other !== undefined) throw invalidRequest(`SegmentAttributes has an unknown key: ${other}.`)
  const subtype = attributes.get('connect:Subtype')
  if (subtype === undefined) throw invalidRequest('SegmentAttributes must have connect:Subtype.')
  return asChoice(only('ValueString', subtype), 'connect:Subtype', messageSubtypes)
}

function readDisplayName(body: Members) {
  if ((body.get('ParticipantDetails') ?? undefined) === undefined) return undefined
  return requiredText(nested(body, 'ParticipantDetails'), 'DisplayName', { min: 1, max: 256 })
}

/** Connect API, `SupportedMessagingContentTypes`. */
const contentTypes = [
  'text/plain',
  'text/markdown',
  'application/json',
  'application/vnd.amazonaws.connect.message.interactive',
  'application/vnd.amazonaws.connect.message.interactive.response',
] as const

function readContentTypes(body: Members) {
  const types = optionalList(body, 'SupportedMessagingContentTypes')?.map((type) =>
    asChoice(
      asText(type, 'SupportedMessagingContentTypes', { min: 1, max: 100 }),
      'SupportedMessagingContentTypes',
      contentTypes,
    ),
  )
  if (types?.includes('text/plain') === false) {
    throw invalidRequest('SupportedMessagingContentTypes must always contain text/plain.')
  }
  return types
}
