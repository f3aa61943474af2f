import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { messagesRuleSchema } from '../../contract/messages/messages-rule.ts'
import { sendMessageSchema } from '../../contract/messages/message-request.ts'
import { startOutboundChat } from '../../core/message/start-outbound-chat.ts'
import { problemOf } from '../../proxy/harness/proxy-scene.ts'
import { chatCases } from './chat-cases.ts'
import { contentCases } from './content-cases.ts'
import { endpointCases } from './endpoint-cases.ts'
import { messageCallerCases } from './message-caller-cases.ts'
import { type MessageCase, type MessageCases, refusalsOf } from './message-case.ts'
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

    it('The proxy sends exactly these parameters to Connect.', async () => {
      await askConnect(parametersOf(rule))
      const response = await askProxy(rule)

      const [direct, throughProxy] = starts().map(({ body }): unknown => JSON.parse(body))
      expect(response.status).toBe(201)
      expect(throughProxy).toEqual(direct)
    })

    it('Connect accepts it.', async () => {
      expect(await askConnect(parametersOf(rule))).toBe(200)
    })
  })

  describe.each(byRule(refused))('%s', (_rule, rule) => {
    it('The core reports the issues by field.', () => {
      expect(verdictOfCore(rule)).toEqual({ ok: false, issues: rule.issues })
    })

    it('The proxy reports the same issues and does not call StartOutboundChatContact.', async () => {
      const problem = await problemOf(await askProxy(rule))

      expect(problem).toMatchObject({ status: 422, code: 'invalid', outcome: 'not-created' })
      expect(problem.issues).toEqual(rule.issues)
      expect(starts()).toEqual([])
    })
  })

  describe.each(byRule(malformed))('%s', (_rule, rule) => {
    it('The contract’s schema does not accept it.', () => {
      expect(sendMessageSchema.safeParse(bodyOf(rule)).success).toBe(false)
    })

    it('The proxy names the member and does not call StartOutboundChatContact.', async () => {
      const { detail } = rule
      const problem = await problemOf(await askProxy(rule))

      expect(problem).toMatchObject({ status: 400, code: 'malformed', outcome: 'not-created', detail })
      expect(starts()).toEqual([])
    })
  })

  describe.each(byRule(instance))('%s', (_rule, rule) => {
    it('The core accepts it.', () => {
      expect(verdictOfCore(rule).ok).toBe(true)
    })

    it('The proxy checks the instance’s data and does not call StartOutboundChatContact.', async () => {
      const { code } = rule
      const problem = await problemOf(await askProxy(rule))

      expect(problem).toMatchObject({ code, outcome: 'not-created' })
      expect(starts()).toEqual([])
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
