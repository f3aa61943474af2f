import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { messagesRuleSchema } from '../../contract/messages/messages-rule.ts'
import { sendMessageSchema } from '../../contract/messages/message-request.ts'
import { startOutboundChat } from '../../core/message/start-outbound-chat.ts'
import { chatCases } from './chat-cases.ts'
import { contentCases } from './content-cases.ts'
import { endpointCases } from './endpoint-cases.ts'
import { messageCallerCases } from './message-caller-cases.ts'
import { type MessageCase, type MessageCases, refusalsOf } from './message-case.ts'
import { bodyOf, messagesRule, originOf, parametersOf, requestOf, verdictOfCore } from './message-readings.ts'
import { startMessageScene } from './message-scene.ts'

/* The documented rules of StartOutboundChatContact. Each is tested against the core, the proxy and the simulated Connect,
   so that the three cannot drift apart. */

const { askConnect, reset, close } = await startMessageScene()

beforeEach(reset)
afterAll(close)

const casesByGroup: Readonly<Record<string, MessageCases>> = {
  endpoints: endpointCases,
  contents: contentCases,
  chats: chatCases,
  callers: messageCallerCases,
}

const groups = Object.entries(casesByGroup)

const byRule = <Case extends MessageCase>(cases: readonly Case[] = []) =>
  cases.map((rule) => [rule.rule, rule] as const)

describe.each(groups)('%s', (_group, cases) => {
  const { accepted, refused, malformed, instance } = cases

  describe.each(byRule(accepted))('%s', (_rule, rule) => {
    it('The core builds the expected parameters for Connect.', () => {
      const verdict = verdictOfCore(rule)

      expect(verdict.ok && startOutboundChat(verdict.message, originOf(requestOf(rule)))).toEqual(
        parametersOf(rule),
      )
    })

    it('Connect accepts it.', async () => {
      expect(await askConnect(parametersOf(rule))).toBe(200)
    })
  })

  describe.each(byRule(refused))('%s', (_rule, rule) => {
    it('The core reports the issues by field.', () => {
      expect(verdictOfCore(rule)).toEqual({ ok: false, issues: rule.issues })
    })
  })

  describe.each(byRule(malformed))('%s', (_rule, rule) => {
    it('The contract’s schema does not accept it.', () => {
      expect(sendMessageSchema.safeParse(bodyOf(rule)).success).toBe(false)
    })
  })

  describe.each(byRule(instance))('%s', (_rule, rule) => {
    it('The core accepts it.', () => {
      expect(verdictOfCore(rule).ok).toBe(true)
    })
  })

  describe.each(byRule(refusalsOf(cases)))('%s', (_rule, rule) => {
    it(`Connect answers ${rule.connect}. ${rule.because ?? ''}`.trim(), async () => {
      expect(await askConnect(parametersOf(rule))).toBe(rule.connect)
    })
  })
})

describe('the cases about messages', () => {
  const rules = groups.flatMap(([group, cases]) =>
    [...(cases.accepted ?? []), ...refusalsOf(cases)].map(({ rule }) => `${group}: ${rule}`),
  )

  it('are asked under rules that a policy may have', () => {
    expect(messagesRuleSchema.safeParse(messagesRule).success).toBe(true)
  })

  it('have a rule each', () => {
    expect(rules).toHaveLength(new Set(rules).size)
  })

  it('give a reason exactly where Tasklink is stricter than Connect', () => {
    const wrong = groups
      .flatMap(([, cases]) => refusalsOf(cases))
      .filter(({ connect, because }) => (connect === 200) !== (because !== undefined))

    expect(wrong).toEqual([])
  })
})
