import { afterAll, beforeEach, expect, it } from 'vitest'
import { messagesRuleSchema } from '../../contract/messages/messages-rule.ts'
import { sendMessageSchema } from '../../contract/messages/message-request.ts'
import { startOutboundChat } from '../../core/message/start-outbound-chat.ts'
import { testCases, testOperation } from '../test-operation.ts'
import { chatCases } from './chat-cases.ts'
import { contentCases } from './content-cases.ts'
import { endpointCases } from './endpoint-cases.ts'
import { messageCallerCases } from './message-caller-cases.ts'
import type { MessageCases } from './message-case.ts'
import { bodyOf, messagesRule, originOf, parametersOf, requestOf, verdictOfCore } from './message-readings.ts'
import { startMessageScene } from './message-scene.ts'

/* The documented rules of StartOutboundChatContact. Each is tested against the core, the proxy and the simulated Connect,
   so that the three cannot drift apart. */

const { askProxy, askConnect, starts, reset, close } = await startMessageScene()

beforeEach(reset)
afterAll(close)

const casesByGroup: Readonly<Record<string, MessageCases>> = {
  endpoints: endpointCases,
  contents: contentCases,
  chats: chatCases,
  callers: messageCallerCases,
}

testOperation(
  {
    name: 'StartOutboundChatContact',
    parametersOf,
    verdictOfCore: (rule) => {
      const verdict = verdictOfCore(rule)
      return verdict.ok
        ? { ok: true, parameters: startOutboundChat(verdict.message, originOf(requestOf(rule))) }
        : verdict
    },
    isWellShaped: (rule) => sendMessageSchema.safeParse(bodyOf(rule)).success,
    askProxy,
    askConnect: (rule) => askConnect(parametersOf(rule)),
    starts,
  },
  casesByGroup,
)
testCases('StartOutboundChatContact', casesByGroup)

it('The cases about messages are asked under rules that a policy may have.', () => {
  expect(messagesRuleSchema.safeParse(messagesRule).success).toBe(true)
})
