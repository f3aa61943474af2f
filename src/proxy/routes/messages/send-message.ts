import { messagesPath } from '../../../contract/messages/message-paths.ts'
import { sendMessageSchema, type SendMessage } from '../../../contract/messages/message-request.ts'
import { sentMessageSchema } from '../../../contract/messages/messages.ts'
import { subtypeOf } from '../../../core/message/fields/channel.ts'
import { offeredText } from '../../../core/message/fields/content/text.ts'
import { readNumber } from '../../../core/message/numbers/read-number.ts'
import { anyProblem, bearer, problemDescribed, schemaContent } from '../../http/openapi.ts'
import { checkBodyHeaders, readJson } from '../../http/request-body.ts'
import { noteFacts } from '../../logs/request-log.ts'
import { messageCommand, sendMessage } from '../../messages/send-message.ts'
import { messagesRuleOf } from '../../messages/message-policy.ts'
import type { Policy } from '../../policy/policies.ts'
import { possiblyDone, type AskedMessage } from '../../logs/audit-line.ts'
import type { Route } from '../route.ts'
import { messagingOf } from './messaging.ts'

/** The id of the policy's text or template; none for a text of the agent's own. */
function contentIdOf({ message }: SendMessage, policy: Policy): Pick<AskedMessage, 'textId' | 'templateId'> {
  if (!('text' in message)) return { templateId: message.templateId }
  const { texts = [] } = messagesRuleOf(policy)
  const textId = offeredText(message.text, { texts })?.textId
  return textId === undefined ? {} : { textId }
}

/** Known of a message that was checked. It has no number and no text. */
function askedMessageOf(body: SendMessage, policy: Policy): AskedMessage {
  const { link, channel, to, consent = false } = body
  const reading = readNumber(to)
  const country = reading.ok ? reading.number.country : undefined
  return {
    ...(link ? { linkedContactId: link.contactId } : {}),
    subtype: subtypeOf[channel],
    ...(country === undefined ? {} : { country }),
    consent,
    ...contentIdOf(body, policy),
  }
}

export const sendMessageRoute: Route = {
  method: 'post',
  path: messagesPath,
  openApi: {
    operation: {
      summary:
        'Hands a text message to Amazon Connect, once for each client token. The answer says that Connect has accepted it, not that it arrived.',
      ...bearer,
      requestBody: { required: true, content: schemaContent('SendMessage') },
      responses: {
        201: {
          description: 'The contact of the chat that begins with the message.',
          content: schemaContent('SentMessage'),
        },
        409: problemDescribed(
          '`quiet-hours`: it is too early or too late where the customer is or may be. `message-interval`: the customer has had another message, or may have. Both say after how many seconds it can be sent. `quota-reached`: the instance has too many active chats.',
        ),
        422: problemDescribed(
          '`recipient-refused`: the policy allows no message to this number. `invalid`: an issue for each field; without issues Connect refuses the message, or its client token was used for other content.',
        ),
        ...anyProblem,
      },
    },
    schemas: { SendMessage: sendMessageSchema, SentMessage: sentMessageSchema },
  },
  async handle(context, parts) {
    checkBodyHeaders(context.req.raw.headers)
    const agent = await parts.verifiedAgent(context)
    const messageParts = messagingOf(parts)
    // Refused before its body is read.
    messagesRuleOf(agent.policy)
    const body = await readJson(context.req.raw, sendMessageSchema)
    const audited = { requestId: context.get('requestId'), agentId: agent.userId }
    const { begunMessages } = messageParts.messaging
    context.set('isKnownCommand', true)
    const sent = await begunMessages.once(
      messageCommand(parts, messageParts.messaging, agent, body),
      async (signal) => {
        const asked = askedMessageOf(body, agent.policy)
        const creation = await sendMessage(messageParts, { ...agent, signal }, body).catch(
          (error: unknown) => {
            const possible = possiblyDone(error, asked)
            if (possible) parts.logAudit({ ...audited, ...possible })
            throw error
          },
        )
        const { sent: message, ...noted } = creation
        noteFacts(context, noted)
        parts.logAudit({ ...audited, createdContactId: message.contactId, ...asked })
        return message
      },
    )
    // Before this point it could be any text that a caller chose. Now it is known to be the id of a contact.
    if (body.link) noteFacts(context, { linkedContactId: body.link.contactId })
    noteFacts(context, { createdContactId: sent.contactId })
    return context.json(sent, 201)
  },
}
