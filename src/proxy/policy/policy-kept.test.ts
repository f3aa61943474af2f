import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { meSchema } from '../../contract/reads/me.ts'
import { destinationsSchema, linkedContactSchema } from '../../contract/reads/read-answers.ts'
import { contactPath, destinationsPath, mePath } from '../../contract/reads/reads.ts'
import {
  agentSecurityProfileId,
  demoFlows,
  demoQuickConnects,
} from '../../simulators/connect/state/demo-seed.ts'
import { ana } from '../../simulators/instance/instance.ts'
import type { Policy, PolicyFile } from './policies.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { contact, plainTask, problemOf, startProxyScene } from '../harness/proxy-scene.ts'

const { connect, identity, token, newProxy, close } = await startProxyScene()

const { callbackRequests, refundApprovals } = demoFlows

const call = contact('11111111-0000-4000-8000-000000000001', {
  attributes: { tier: 'gold', secret: 'é', tenant: 'a' },
})

beforeEach(() => {
  connect.reset()
  connect.setContacts(ana.userId, [call])
})
afterAll(close)

const strict: Policy = {
  name: 'Refund desk',
  flows: [callbackRequests.flowId],
  quickConnects: [],
  scheduleHorizonDays: 2,
  fields: {
    link: { types: ['related'], isRequired: true },
    references: { types: ['URL'], urlHosts: ['crm.example.com'] },
    attributes: {
      isLocked: true,
      byKey: {
        reason: { isRequired: true },
        source: { default: 'crm', isLocked: true },
        secret: { isHidden: true },
      },
    },
  },
}

const only = (policy: Policy): PolicyFile => ({ policies: [policy] })

const permitted = {
  ...plainTask,
  link: { type: 'related', contactId: call.contactId },
  attributes: [{ key: 'reason', value: 'refund' }],
  references: [{ name: 'Case', type: 'URL', value: 'https://crm.example.com/1' }],
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

describe('a policy', () => {
  let proxy: ProxyHarness

  beforeEach(() => {
    proxy = newProxy({ policyFile: only(strict) })
  })

  it('lets an allowed task through, with its fixed values', async () => {
    const response = await proxy.post({ ...permitted, scheduledTime: inDays(1.9) }, token)

    expect(response.status).toBe(201)
    expect(connect.tasks[0]?.attributes).toEqual({
      reason: 'refund',
      source: 'crm',
    })
  })

  it.each<[string, object, string]>([
    [
      'a link of another type',
      { link: { type: 'previous', contactId: call.contactId } },
      'link link-not-allowed',
    ],
    ['no link', { link: undefined }, 'link field-required'],
    [
      'a reference of another type',
      { references: [{ name: 'A', type: 'STRING', value: 'x' }] },
      'references.0.value reference-type-not-allowed',
    ],
    [
      'a URL that leads elsewhere',
      { references: [{ name: 'A', type: 'URL', value: 'https://crm.example.com@evil.example' }] },
      'references.0.value reference-host-not-allowed',
    ],
    [
      'an attribute that it does not name',
      { attributes: [...permitted.attributes, { key: 'vip', value: '1' }] },
      'attributes.1.key attribute-not-allowed',
    ],
    [
      'another value than it fixes',
      { attributes: [...permitted.attributes, { key: 'source', value: 'me' }] },
      'attributes.1.value field-locked',
    ],
    [
      'a value for what it hides',
      { attributes: [...permitted.attributes, { key: 'secret', value: '1' }] },
      'attributes.1.key attribute-not-allowed',
    ],
    ['nothing where it asks for something', { attributes: [] }, 'attributes attribute-required'],
    ['a schedule beyond its days', { scheduledTime: inDays(2.1) }, 'scheduledTime schedule-too-far'],
  ])('refuses %s from a caller who calls the proxy directly', async (_, differs, issue) => {
    const problem = await problemOf(await proxy.post({ ...permitted, ...differs }, token))

    expect(problem).toMatchObject({ status: 422, code: 'invalid', outcome: 'not-created' })
    expect(problem.issues?.map(({ field, code }) => `${field} ${code}`)).toEqual([issue])
    expect(connect.tasks).toEqual([])
  })

  it.each([
    ['flow', { type: 'flow', flowId: refundApprovals.flowId }],
    [
      'quick connect',
      { type: 'quickConnect', quickConnectId: Object.values(demoQuickConnects)[0]?.quickConnectId },
    ],
  ])('refuses a %s that it does not name like one that is not there', async (_, destination) => {
    const refused = await problemOf(await proxy.post({ ...permitted, destination }, token))
    const missing = await problemOf(
      await proxy.post({ ...permitted, destination: { type: 'flow', flowId: 'not-there' } }, token),
    )

    expect(refused).toEqual({ ...missing, requestId: expect.any(String) })
    expect(refused.code).toBe('destination-gone')
  })

  it('sends the panel its rules and only the destinations that it allows', async () => {
    const me = meSchema.parse(await (await proxy.get(mePath, token)).json())
    const destinations = destinationsSchema.parse(await (await proxy.get(destinationsPath, token)).json())

    expect(me).toMatchObject({ scheduleHorizonDays: 2, fields: strict.fields })
    expect(destinations).toEqual({
      flows: [{ flowId: callbackRequests.flowId, name: callbackRequests.name }],
      quickConnects: [],
    })
  })

  it('keeps hidden attributes of a contact on the server, and counts their bytes', async () => {
    const read = await proxy.get(contactPath(call.contactId), token)
    const known = linkedContactSchema.parse(await read.json())

    expect(known.attributes.map(({ key }) => key)).toEqual(['tier', 'tenant'])
    expect(known.hiddenBytes).toBe(8)
  })
})

describe('a link that a policy fixes and an email cannot carry', () => {
  const fixed = only({ name: 'Chain', fields: { link: { default: 'previous', isLocked: true } } })
  const email = contact('11111111-0000-4000-8000-000000000002', { channel: 'EMAIL' })
  const linkedAs = (type: string) => ({ ...plainTask, link: { type, contactId: email.contactId } })

  it('may be the nearest kind of link: another is refused, and the log has the link that Connect got', async () => {
    connect.setContacts(ana.userId, [email])
    const proxy = newProxy({ policyFile: fixed })
    const refused = await problemOf(await proxy.post(linkedAs('previous'), token))
    const created = await proxy.post(linkedAs('related'), token)

    expect(refused.issues).toEqual([{ field: 'link', code: 'link-previous-not-for-email' }])
    expect(created.status).toBe(201)
    expect(proxy.logged()).toContain('"link":"related"')
    expect(proxy.logged()).not.toContain('"link":"previous"')
  })
})

describe('the shape of a policy file', () => {
  it('is published for editors, without a token', async () => {
    const response = await newProxy().get('/policy.schema.json')

    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toMatchObject({ required: ['policies'] })
  })
})

describe('the policy of a group', () => {
  const leads: Policy = { name: 'Leads', for: { groups: ['leads'] } }
  const proxy = newProxy({ policyFile: { groupsClaim: 'groups', policies: [leads, strict] } })
  const horizonWith = async (groups: unknown) => {
    const response = await proxy.get(mePath, await identity.tokenFor(ana, { groups }))
    return meSchema.parse(await response.json()).scheduleHorizonDays
  }

  it('is for agents with the group in the claim, as a text or in a list', async () => {
    expect(await horizonWith(['agents', 'leads'])).toBe(6)
    expect(await horizonWith('leads')).toBe(6)
  })

  it.each([[['agents']], [undefined], ['leads agents'], [['Leads']], [[]]])(
    'is not for an agent with %j in the claim',
    async (groups) => {
      expect(await horizonWith(groups)).toBe(2)
    },
  )

  it.each([[{ leads: true }], [[['leads']]], [['leads', 7]], [0], [true], [null]])(
    'and every later one are refused to an agent with %j in the claim, which is not a list of texts',
    async (groups) => {
      const answer = await proxy.get(mePath, await identity.tokenFor(ana, { groups }))

      expect(await problemOf(answer)).toMatchObject({ status: 403, code: 'forbidden' })
    },
  )

  it('is for the agents whose security profile it names', async () => {
    const agents: Policy = { name: 'Agents', for: { securityProfiles: [agentSecurityProfileId] } }
    const byProfile = newProxy({ policyFile: { policies: [agents, strict] } })

    const me = meSchema.parse(await (await byProfile.get(mePath, token)).json())

    expect(me.scheduleHorizonDays).toBe(6)
  })

  it('that is only for other agents allows an agent nothing, and Connect is not called', async () => {
    const others = newProxy({ policyFile: { groupsClaim: 'groups', policies: [leads] } })
    await others.prepare()
    const before = connect.received.length

    for (const answer of [
      await others.post(permitted, token),
      await others.get(mePath, token),
      await others.get(destinationsPath, token),
      await others.get(contactPath(call.contactId), token),
    ]) {
      expect(await problemOf(answer)).toMatchObject({
        status: 403,
        code: 'forbidden',
        outcome: 'not-created',
      })
    }
    expect(connect.received).toHaveLength(before)
  })
})
