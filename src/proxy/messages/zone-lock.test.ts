import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { issuesOf, londonCall, startMessageScene } from '../harness/message-scene.ts'
import { plainTask } from '../harness/proxy-scene.ts'

/* An agent who writes the customer's zone would choose the quiet hours of the next message. */

const scene = await startMessageScene()
const { connect, token, send, startProxy, sentToConnect } = scene

const night = { from: '21:00', to: '08:00' }

beforeEach(scene.reset)
afterAll(scene.close)

describe('quiet hours', () => {
  it.each([
    ['the key of the policy', { ...night, timeZoneAttribute: 'crmZone' }, 'crmZone'],
    ['a usual key', night, 'Customer-Time-Zone'],
  ])('are not chosen by an agent who gives the chat a zone, in %s', async (_, quietHours, key) => {
    startProxy({ quietHours })
    const attributes = [{ key, value: 'Pacific/Auckland' }]

    expect(await issuesOf(await send({ attributes }))).toEqual([
      422,
      'invalid',
      'not-created',
      'attributes.0.key attribute-not-allowed',
    ])
    startProxy()
    expect((await send({ attributes })).status).toBe(201)
  })

  it('leave the zone that the policy itself fixes to the chat', async () => {
    const fields = { attributes: { byKey: { tz: { default: 'Europe/London', isHidden: true } } } } as const
    startProxy({}, { policyFile: { policies: [{ name: 'All', messages: { quietHours: night }, fields }] } })

    expect((await send()).status).toBe(201)
    expect(sentToConnect()).toMatchObject([{ Attributes: { tz: 'Europe/London' } }])
  })

  it.each([
    ['a task that continues the contact', { type: 'previous', contactId: londonCall.contactId }],
    ['a task that is related to the contact', { type: 'related', contactId: londonCall.contactId }],
    ['a task of its own', undefined],
  ])('are not chosen by an agent who gives %s a zone', async (_, link) => {
    const task = { ...plainTask, link, attributes: [{ key: 'crmZone', value: 'Pacific/Auckland' }] }
    const proxy = startProxy({ quietHours: { ...night, timeZoneAttribute: 'crmZone' } })

    expect(await issuesOf(await proxy.post(task, token))).toEqual([
      422,
      'invalid',
      'not-created',
      'attributes.0.key attribute-not-allowed',
    ])
    expect(connect.tasks).toEqual([])
    expect((await proxy.post({ ...task, attributes: [{ key: 'order', value: '1' }] }, token)).status).toBe(
      201,
    )
  })

  it('are not chosen by an agent of another policy, who may send nothing', async () => {
    const others = [
      { name: 'Others', for: { securityProfiles: ['nobody'] }, messages: { quietHours: night } },
    ]
    const proxy = startProxy({}, { policyFile: { policies: [...others, { name: 'All' }] } })
    const task = { ...plainTask, attributes: [{ key: 'customerTimeZone', value: 'Pacific/Auckland' }] }

    expect((await issuesOf(await proxy.post(task, token)))[1]).toBe('invalid')
  })

  it('leave attributes alone where no policy has them', async () => {
    const task = { ...plainTask, attributes: [{ key: 'customerTimeZone', value: 'Pacific/Auckland' }] }

    expect((await startProxy().post(task, token)).status).toBe(201)
  })
})
