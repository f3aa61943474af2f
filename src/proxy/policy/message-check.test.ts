import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { MessagesRule } from '../../core/message/rule/messages-rule.ts'
import { demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import { instanceId, region } from '../../simulators/instance/instance.ts'
import { instancePhoneNumbers } from '../../simulators/instance/phone-numbers.ts'
import { readRates } from '../connect/connect-rates.ts'
import { createConnect } from '../connect/connect.ts'
import { startProxyScene } from '../harness/proxy-scene.ts'
import { checkPolicyFile } from './policy-check.ts'
import { readPolicyFile } from './policy-file.ts'

const { connect: simulator, close } = await startProxyScene()
const connect = createConnect({
  region,
  instanceId,
  rates: readRates([]).rates,
  endpoint: simulator.url,
  credentials: simulator.credentials,
})

beforeEach(() => simulator.reset())
afterAll(close)

const check = (messages: MessagesRule) =>
  checkPolicyFile({ policies: [{ name: 'Agents', messages }] }, connect)

const lastLine = ([summary = '']: readonly string[]) => summary.split('\n').at(-1)

const { service, delivery, whatsApp } = instancePhoneNumbers

const template = { templateId: 't', knowledgeBaseId: 'k', name: 'Order', channel: 'whatsapp' } as const

/** A policy with templates of both channels and one sender. */
const checkChannels = (
  { phoneNumberId }: { readonly phoneNumberId: string },
  ...channels: readonly ('sms' | 'whatsapp')[]
) =>
  check({
    senders: [{ phoneNumberId, channels }],
    templates: [template, { ...template, templateId: 's', channel: 'sms' }],
  })

describe('checking the messages of a policy against the instance', () => {
  it('shows numbers and names behind ids', async () => {
    const { mistakes, summaries } = await check({
      senders: [{ phoneNumberId: service.phoneNumberId }],
      flows: [demoFlows.callbackRequests.flowId],
      recipients: { countries: ['DE'], prefixes: ['+4179'] },
      quietHours: { from: '21:00', to: '08:00', timeZone: 'Europe/Berlin' },
      everyMinutes: 60,
      texts: [{ textId: 'a', name: 'A', text: 'A' }],
      freeText: false,
    })

    expect(mistakes).toEqual([])
    expect(lastLine(summaries)).toBe(
      `  messages: from ${service.number}; to the linked contact’s own number and to DE, +4179; not from 21:00 to 08:00 (Europe/Berlin, and in the number’s country, where the contact says no zone); one in 60 minutes; 1 texts, 0 templates; flows: Callback requests`,
    )
  })

  it('shows that customers are taken to be in the zone of the policy', async () => {
    const { summaries } = await check({
      quietHours: { from: '21:00', to: '08:00', timeZone: 'Europe/Berlin', assumeTimeZone: true },
    })

    expect(lastLine(summaries)).toContain(
      'not from 21:00 to 08:00 (Europe/Berlin where the contact says no zone)',
    )
  })

  it('shows what holds where the policy says nothing', async () => {
    const { mistakes, summaries } = await check({})

    expect(mistakes).toEqual([])
    expect(lastLine(summaries)).toBe(
      `  messages: from ${service.number}, ${delivery.number}, ${whatsApp.number}; only to the linked contact’s own number; at any time; one in 10 minutes; free text, 0 texts, 0 templates; flows: those of tasks`,
    )
  })

  it.each([
    ['a flow that is not there', { flows: ['not-there'] }, 'policies[0].messages.flows[0] is not a flow'],
    [
      'a number for calls',
      { senders: [{ phoneNumberId: instancePhoneNumbers.hotline.phoneNumberId }] },
      'policies[0].messages.senders[0].phoneNumberId is a number for calls',
    ],
    [
      'a number of another instance',
      { senders: [{ phoneNumberId: instancePhoneNumbers.otherInstance.phoneNumberId }] },
      'policies[0].messages.senders[0].phoneNumberId is not the id of a phone number of this instance.',
    ],
  ])('finds %s', async (_, rule, mistake) => {
    expect((await check(rule)).mistakes).toEqual([expect.stringContaining(mistake)])
  })

  it('finds a template for WhatsApp where no number of the instance is of WhatsApp', async () => {
    expect((await check({ templates: [template] })).mistakes).toEqual([])
    simulator.changeInstance({ phoneNumbers: [service] })

    expect((await check({ templates: [template] })).mistakes).toEqual([
      expect.stringContaining('policies[0].messages.templates[0] leaves no number to send it from'),
    ])
    expect((await check({ templates: [{ ...template, channel: 'sms' }] })).mistakes).toEqual([])
  })

  it('finds a sender for a channel that its number does not have', async () => {
    expect((await checkChannels(service, 'sms', 'whatsapp')).mistakes).toEqual([
      'policies[0].messages.senders[0].channels names a channel that this number does not have: it was imported from AWS End User Messaging for SMS.',
    ])
    expect((await checkChannels(whatsApp, 'whatsapp', 'sms')).mistakes).toEqual([
      expect.stringMatching(/^policies\[0\]\.messages\.senders\[0\]\.channels .* for WhatsApp\.$/),
    ])
    const { phoneNumberId } = whatsApp
    expect((await check({ senders: [{ phoneNumberId }] })).mistakes).toEqual([
      expect.stringMatching(/^policies\[0\]\.messages\.senders\[0\] has no channels, so it is for SMS/),
    ])
  })

  it('finds that no number is left to send from', async () => {
    simulator.changeInstance({ phoneNumbers: [instancePhoneNumbers.hotline] })

    expect((await check({})).mistakes).toEqual([
      expect.stringContaining('policies[0].messages leaves no number to send from'),
    ])
  })

  it('needs no permission to list numbers where each policy names its senders', async () => {
    simulator.failNext('ListPhoneNumbersV2', { kind: 'error', status: 403, type: 'AccessDeniedException' }, 9)

    expect((await check({ senders: [{ phoneNumberId: service.phoneNumberId }] })).mistakes).toEqual([])
    await expect(check({})).rejects.toMatchObject({ facts: { code: 'connect-denied' } })
  })

  it('asks for no numbers if no policy has messages', async () => {
    await checkPolicyFile({ policies: [{ name: 'Agents' }] }, connect)

    expect(simulator.received.map(({ operation }) => operation)).not.toContain('ListPhoneNumbersV2')
  })
})

describe('a policy file with messages', () => {
  const text = JSON.stringify({ policies: [{ name: 'Agents', messages: {} }] })
  const deployment = { ceilingDays: 6, takesFiles: true, hashesNumbers: true }
  const reading = (policy: object) => readPolicyFile(JSON.stringify({ policies: [policy] }), deployment)

  it('is right for a proxy with a secret for numbers', () => {
    expect(readPolicyFile(text, deployment)).toMatchObject({ ok: true })
  })

  it('is refused without one, by the name of the variable', () => {
    expect(readPolicyFile(text, { ...deployment, hashesNumbers: false })).toEqual({
      ok: false,
      mistakes: [expect.stringMatching(/^policies\[0\]\.messages needs NUMBER_HASH_SECRET/)],
    })
  })

  it.each([
    [{ everyMinutes: 0 }, 'policies[0].messages.everyMinutes'],
    [{ recipients: 'nobody' }, 'policies[0].messages.recipients'],
    [{ quietHours: { from: '21:00' } }, 'policies[0].messages.quietHours.to'],
    [{ senders: [{ phoneNumberId: 'arn:aws:connect:x' }] }, 'policies[0].messages.senders[0].phoneNumberId'],
    [{ marked: true }, 'policies[0].messages'],
  ])('is refused with %j, by the path of the member', (messages, path) => {
    expect(reading({ name: 'Agents', messages })).toEqual({
      ok: false,
      mistakes: [expect.stringContaining(path)],
    })
  })

  it('is refused where the policy leaves no flow for the answers', () => {
    const policy = { name: 'Agents', flows: [] }

    expect(reading({ ...policy, messages: {} })).toEqual({
      ok: false,
      mistakes: [
        'policies[0].messages leaves no flow for the answers, because policies[0].flows is empty. Name flows in policies[0].messages.flows.',
      ],
    })
    expect(reading({ ...policy, messages: { flows: ['f'] } })).toMatchObject({ ok: true })
  })
})
