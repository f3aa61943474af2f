import { StartOutboundChatContactCommand } from '@aws-sdk/client-connect'
import type { StartOutboundChatParameters } from '../../../core/message/start-outbound-chat.ts'
import { ProblemError } from '../../problem-error.ts'
import { connectRequestId } from '../errors/connect-errors.ts'
import { operation } from '../operation.ts'
import type { CreatedContact } from './start-task-contact.ts'

const chatsReached = {
  code: 'quota-reached',
  reason: 'quota',
  detail:
    'Connect refused: the instance’s limit of active chats, which text messages count among, is reached. Wait until chats have ended, or raise the quota.',
} as const

export const startOutboundChatContact = operation({
  name: 'StartOutboundChatContact',
  rate: { perSecond: 2, burst: 5 },
  writes: true,
  refusals: {
    quota: chatsReached,
    limit: chatsReached,
    missing: {
      code: 'destination-gone',
      reason: 'not-in-connect',
      detail:
        'Connect no longer knows the flow, the number, the template or the linked contact. Choose again.',
    },
    // Its text, “a conflict with another operation or contact state”, does not say whether the other operation is a request with
    // the same token. The same token leads to the contact if there is one.
    conflict: {
      code: 'connect-failed',
      reason: 'conflict',
      detail:
        'Connect refused because of a conflict with another operation, which may be the same message. Send the same request again.',
      outcome: 'unknown',
    },
    'too-large': {
      code: 'too-large',
      reason: 'message',
      detail: 'Connect found the message too large. Shorten its texts.',
    },
  },
  iam: {
    statement: 'SendMessages',
    resources: ['instance', 'flow', 'contact', 'phone number'],
    // Service authorization reference, “Condition keys for Amazon Connect”.
    condition: { StringEquals: { 'connect:Subtype': ['connect:SMS', 'connect:WhatsApp'] } },
  },
  async ask({ client, inTurn }, parameters: StartOutboundChatParameters): Promise<CreatedContact> {
    const answer = await client.send(inTurn(new StartOutboundChatContactCommand(parameters)))
    const requestId = connectRequestId(answer.$metadata.requestId)
    if (answer.ContactId) return { contactId: answer.ContactId, ...requestId }
    throw new ProblemError({
      code: 'connect-failed',
      reason: 'no-contact-id',
      detail: 'Connect answered StartOutboundChatContact without the id of the contact that it created.',
      outcome: 'unknown',
      logged: { operation: 'StartOutboundChatContact', ...requestId },
    })
  },
})
