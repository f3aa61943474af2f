import { issuesLimit } from '../../contract/problems/problem.ts'
import { messageAttemptOf, type SendMessage } from '../../contract/messages/message-request.ts'
import type { SentMessage } from '../../contract/messages/messages.ts'
import { recipientIssueCodes, type Issue } from '../../core/issues/issues.ts'
import { checkMessage, type Message } from '../../core/message/check-message.ts'
import { offeredText } from '../../core/message/fields/content/text.ts'
import type { MessageRequest } from '../../core/message/message-parts.ts'
import { startOutboundChat } from '../../core/message/start-outbound-chat.ts'
import type { MessagesRule } from '../../core/message/rule/messages-rule.ts'
import type { BegunCommand } from '../begun/begun-command.ts'
import { mayBeDone } from '../begun/doubt.ts'
import { startOutboundChatContact } from '../connect/operations/start-outbound-chat-contact.ts'
import { withZoneLocked } from '../policy/zone-keys.ts'
import { ProblemError } from '../problem-error.ts'
import type { Caller } from '../rates/gate.ts'
import { connectClientToken } from '../tasks/client-token.ts'
import type { PermittedAgent } from '../policy/permitted-agent.ts'
import { reserveTurn } from '../tasks/reserved-turn.ts'
import { requireAwake, type Recipient } from './guards/quiet.ts'
import type { Place } from './intervals/interval-store.ts'
import { customerOf, offeredTo } from './message-options.ts'
import { everyMsOf, flowsPolicy, messagesRuleOf } from './message-policy.ts'
import type { MessageParts, Messaging } from './messaging.ts'

export interface MessageCreation {
  readonly sent: SentMessage
  readonly connectRequestId?: string
}

const isAboutRecipient = ({ code }: Issue) => recipientIssueCodes.some((known) => known === code)

function refused(issues: readonly Issue[], issuesLeftOut = 0): ProblemError {
  if (issues.some(isAboutRecipient)) {
    return new ProblemError({
      code: 'recipient-refused',
      reason: 'recipient',
      detail:
        'The policy for this agent allows no message to this number. By default only the number of the linked contact’s customer is allowed, as Connect knows it. Nothing was sent.',
      issues,
      issuesLeftOut,
    })
  }
  return new ProblemError({
    code: 'invalid',
    reason: 'issues',
    detail:
      'Connect, or the policy for this agent, refuses this message; each issue names a field and what is wrong with it.',
    issues,
    issuesLeftOut,
  })
}

/** A message that may be sent now, unless the customer has just had another one. */
interface PermittedMessage {
  readonly message: Message
  readonly recipient: Recipient
  readonly phoneNumberArn: string
  readonly knowledgeBaseId: string | undefined
}

interface Sending {
  readonly caller: Caller
  readonly agent: PermittedAgent
  readonly rule: MessagesRule
}

/** The flow if it is offered. It may be newer than the list, which is then read again. */
async function offeredFlows({ destinations }: MessageParts, { agent }: Sending, flowId: string) {
  try {
    await destinations.requireOffered({ type: 'flow', flowId }, flowsPolicy(agent.policy))
    return [{ flowId, name: '' }]
  } catch (error) {
    if (error instanceof ProblemError && error.facts.code === 'destination-gone') return []
    throw error
  }
}

async function permittedMessage(
  parts: MessageParts,
  sending: Sending,
  request: MessageRequest,
): Promise<PermittedMessage> {
  const { caller, agent, rule } = sending
  // Read now, because the number of a contact may have changed since the form was opened.
  const contact = request.link && (await parts.ownContacts.findNow(caller, request.link.contactId))
  const customer = customerOf(contact, rule)
  const senders = await parts.messaging.senders.offeredWith(rule, request.from)
  const flows = await offeredFlows(parts, sending, request.flowId)
  const attributes = withZoneLocked(agent.policy.fields?.attributes, request.attributes, parts.namesZone)
  const check = checkMessage(
    request,
    {
      rules: { ...offeredTo(rule, senders, flows, customer), ...(attributes ? { attributes } : {}) },
      now: parts.now(),
      ...(contact ? { linkedContact: contact } : {}),
    },
    issuesLimit,
  )
  if (!check.ok) throw refused(check.issues, check.issuesLeftOut)
  const { message: content, to: number } = request
  // The zone that a contact says is that of its own customer.
  const recipient = { number, zone: number === customer.number ? customer.zone : undefined }
  requireAwake(rule.quietHours, recipient, parts.now())
  return {
    message: check.message,
    recipient,
    phoneNumberArn: senders.find(({ phoneNumberId }) => phoneNumberId === request.from)?.arn ?? '',
    knowledgeBaseId:
      content.type === 'template'
        ? rule.templates?.find(({ templateId }) => templateId === content.templateId)?.knowledgeBaseId
        : undefined,
  }
}

const tooSoon = (waitMs: number) =>
  new ProblemError({
    code: 'message-interval',
    reason: 'interval',
    detail:
      'The customer has had a message a short while ago, or may have had one; nothing was sent. Send the message after the wait.',
    issues: [{ field: 'to', code: 'message-interval' }],
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
  })

/** The agent’s attempt to send the message, by hashes only. Members in another order are the same content. */
export function messageCommand(
  { sha256Hex }: Pick<MessageParts, 'sha256Hex'>,
  { contentHash }: Pick<Messaging, 'contentHash'>,
  { userId, signal }: Pick<PermittedAgent, 'userId' | 'signal'>,
  { clientToken, ...content }: SendMessage,
): BegunCommand {
  let hash: string | undefined
  return {
    agentId: userId,
    key: connectClientToken(sha256Hex, userId, clientToken),
    // The schema has put the members in its own order.
    content: () => (hash ??= contentHash(JSON.stringify(content))),
    signal,
  }
}

/** If an agent may only send texts of the policy, the text is sent as the policy has it: the agent cannot add characters around it. */
function withTextOfPolicy(
  request: MessageRequest,
  { freeText = true, texts = [] }: MessagesRule,
): MessageRequest {
  const { message } = request
  const offered = freeText || message.type !== 'text' ? undefined : offeredText(message.text, { texts })
  return offered ? { ...request, message: { type: 'text', text: offered.text } } : request
}

/** Sends a message for a verified agent; rejects with a ProblemError if the agent may not, or Connect does not. */
export async function sendMessage(
  parts: MessageParts,
  agent: PermittedAgent,
  body: SendMessage,
): Promise<MessageCreation> {
  const rule = messagesRuleOf(agent.policy)
  const caller = { agentId: agent.userId, signal: agent.signal }
  const sending = { caller, agent, rule }
  const { clientToken, request: asked } = messageAttemptOf(body)
  const request = withTextOfPolicy(asked, rule)
  const turn = reserveTurn(parts.connect, startOutboundChatContact, caller)
  const holder = connectClientToken(parts.sha256Hex, agent.userId, clientToken)
  const { permitted, place } = await turn.prepare(async () => {
    const allowed = await permittedMessage(parts, sending, request)
    // Last, and before the message waits for its turn: one that is refused takes no turn.
    return { permitted: allowed, place: await reservedPlace(parts, sending, { holder, ...allowed }) }
  })
  const parameters = startOutboundChat(permitted.message, {
    instanceId: parts.instanceId,
    clientToken: holder,
    phoneNumberArn: permitted.phoneNumberArn,
    ...(permitted.knowledgeBaseId === undefined ? {} : { knowledgeBaseId: permitted.knowledgeBaseId }),
    ...(rule.contentTypes ? { contentTypes: rule.contentTypes } : {}),
  })
  // The message may wait for its turn until quiet hours begin.
  const check = () => requireAwake(rule.quietHours, permitted.recipient, parts.now())
  const { contactId, ...noted } = await inPlace(parts, place, () =>
    parts.connect.call(startOutboundChatContact, parameters, caller, { check }),
  )
  return { sent: { contactId }, ...noted }
}

interface Reserving {
  readonly holder: string
  readonly recipient: Recipient
}

/** Reserves the interval of the recipient; throws `message-interval` if another message has it. */
async function reservedPlace(
  { messaging }: MessageParts,
  { rule }: Sending,
  { holder, recipient: { number } }: Reserving,
): Promise<Place> {
  const place = await messaging.intervals.reserve({ number, holder, everyMs: everyMsOf(rule) })
  if (place.state === 'taken') throw tooSoon(place.waitMs)
  return place
}

/** Makes the call, and gives the reserved interval back only if nothing was sent. */
async function inPlace<Answer>(
  { messaging, destinations }: MessageParts,
  place: Place,
  call: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await call()
  } catch (error) {
    if (place.state === 'new' && !mayBeDone(error)) await place.giveBack()
    if (error instanceof ProblemError && error.facts.code === 'destination-gone') {
      destinations.distrust()
      messaging.senders.distrust()
    }
    throw error
  }
}
