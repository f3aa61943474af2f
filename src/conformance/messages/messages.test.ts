import { afterAll, beforeEach, expect, it } from 'vitest'
import { messagesRuleSchema } from '../../contract/messages/messages-rule.ts'
import { sendMessageSchema } from '../../contract/messages/message-request.ts'
import { startOutboundChat } from '../../core/message/start-outbound-chat.ts'
import { describeCases } from '../describe-cases.ts'
import { chatCases } from './chat-cases.ts'
import { contentCases } from './content-cases.ts'
import { endpointCases } from './endpoint-cases.ts'
import { messageCallerCases } from './message-caller-cases.ts'
import type { MessageCases } from './message-case.ts'
import { bodyOf, messagesRule, originOf, parametersOf, requestOf, verdictOfCore } from './message-readings.ts'
import { startMessageScene } from './message-scene.ts'

/* The documented rules of StartOutboundChatContact. */

const { askProxy, askConnect, starts, reset, close } = await startMessageScene()

beforeEach(reset)
afterAll(close)

const casesByGroup: Readonly<Record<string, MessageCases>> = {
  endpoints: endpointCases,
  contents: contentCases,
  chats: chatCases,
  callers: messageCallerCases,
}

describeCases(casesByGroup, {
  operation: 'StartOutboundChatContact',
  parametersOf,
  builtByCore: (asked) => {
    const verdict = verdictOfCore(asked)
    return verdict.ok ? startOutboundChat(verdict.message, originOf(requestOf(asked))) : undefined
  },
  issuesOfCore: (asked) => {
    const verdict = verdictOfCore(asked)
    return verdict.ok ? [] : verdict.issues
  },
  isWellFormed: (asked) => sendMessageSchema.safeParse(bodyOf(asked)).success,
  askProxy,
  askConnect,
  starts,
})

it('The cases about messages are asked under rules that a policy may have.', () => {
  expect(messagesRuleSchema.safeParse(messagesRule).success).toBe(true)
})
