import { messageOptionsPath, messagesPath } from '../../contract/messages/message-paths.ts'
import { messageOptionsSchema } from '../../contract/messages/message-options.ts'
import type { MessageOptions } from '../../core/message/message-options.ts'
import type { MessagesRule } from '../../core/message/rule/messages-rule.ts'
import { demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import { ana, ben } from '../../simulators/instance/instance.ts'
import { instancePhoneNumbers } from '../../simulators/instance/phone-numbers.ts'
import type { ProxyHarness } from './proxy-harness.ts'
import { contact, problemOf, startProxyScene, type ProxyScene } from './proxy-scene.ts'

export const minute = 60_000

/** A Sunday, 12:00 in London and 04:00 in Seattle. */
export const noon = Date.UTC(2026, 10, 29, 12)

export const numberHashSecret = 'a secret that only the proxies of this test know'

/** Numbers that are reserved for examples. */
export const seattleNumber = '+12065550142'
export const londonNumber = '+442079460142'

const numbered = (contactId: string, address: string, differs = {}) =>
  contact(contactId, { customerEndpoint: { type: 'TELEPHONE_NUMBER', address }, ...differs })

/** The call that Ana has with a customer in London. */
export const londonCall = numbered('11111111-0000-4000-8000-000000000011', londonNumber)

export const bensCall = numbered('11111111-0000-4000-8000-000000000012', londonNumber)

/** A message to the customer in London, as sent to the proxy; `differs` overrides. */
export const messageBody = (differs: object = {}) => ({
  clientToken: 'token-1',
  channel: 'sms',
  from: instancePhoneNumbers.service.phoneNumberId,
  to: londonNumber,
  message: { text: 'marked-text: your order is ready' },
  flowId: demoFlows.callbackRequests.flowId,
  link: { type: 'related', contactId: londonCall.contactId },
  consent: true,
  ...differs,
})

/** The facts of a refusal: its status, code and outcome, and the field and code of each issue. */
export const issuesOf = async (response: Response) => {
  const { status, code, outcome, issues = [] } = await problemOf(response)
  return [status, code, outcome, ...issues.map((issue) => `${issue.field} ${issue.code}`)]
}

/** Ana and Ben with a call each, and what they do with messages through proxies. All have one clock, which stands at noon. */
export interface MessageScene extends ProxyScene {
  readonly bensToken: string
  readonly proxy: () => ProxyHarness
  /** Another proxy, to which the following requests go. */
  readonly startProxy: (rule?: MessagesRule, differs?: Parameters<ProxyScene['newProxy']>[0]) => ProxyHarness
  readonly reset: () => void
  readonly passTime: (milliseconds: number) => void
  /** Ana sends unless another token or proxy is given. */
  readonly send: (differs?: object, agentToken?: string, proxy?: ProxyHarness) => Promise<Response>
  readonly options: (contactId?: string, agentToken?: string) => Promise<Response>
  readonly optionsOf: (contactId?: string) => Promise<MessageOptions>
  /** The bodies of the messages that Connect has received. */
  readonly sentToConnect: () => readonly unknown[]
}

export async function startMessageScene(): Promise<MessageScene> {
  let nowMs = noon
  let proxy: ProxyHarness
  const scene = await startProxyScene(() => nowMs)
  const { connect, token, newProxy } = scene
  const bensToken = await scene.identity.tokenFor(ben, { exp: Date.UTC(2100, 0) / 1_000 })

  const startProxy: MessageScene['startProxy'] = (rule = {}, { environment, ...differs } = {}) =>
    (proxy = newProxy({
      environment: { NUMBER_HASH_SECRET: numberHashSecret, ...environment },
      policyFile: { policies: [{ name: 'All', messages: rule }] },
      ...differs,
    }))
  startProxy()
  const options: MessageScene['options'] = async (contactId, agentToken = token) =>
    proxy.get(messageOptionsPath(contactId), agentToken)
  const started: MessageScene = {
    ...scene,
    bensToken,
    proxy: () => proxy,
    startProxy,
    reset() {
      nowMs = noon
      connect.reset()
      connect.setContacts(ana.userId, [londonCall])
      connect.setContacts(ben.userId, [bensCall])
      startProxy()
    },
    passTime(milliseconds) {
      nowMs += milliseconds
    },
    send: (differs, agentToken = token, through = proxy) =>
      through.postTo(messagesPath, messageBody(differs), agentToken),
    options,
    optionsOf: async (contactId) => messageOptionsSchema.parse(await (await options(contactId)).json()),
    sentToConnect: () =>
      connect.received
        .filter(({ operation }) => operation === 'StartOutboundChatContact')
        .map(({ body }): unknown => JSON.parse(body)),
  }
  // The first message loads parts of the SDK, which takes seconds on a busy machine.
  started.reset()
  await started.send()
  return started
}
