import { afterAll, describe, expect, it } from 'vitest'
import { contactPath, mePath } from '../contract/reads.ts'
import { ana } from '../simulators/instance/instance.ts'
import { contact, plainTask, startProxyScene } from './proxy-scene.ts'
import { errorFacts } from './request-log.ts'

const { connect, identity, token, newProxy, close } = await startProxyScene()
const proxy = newProxy()

const call = contact('11111111-0000-4000-8000-000000000001', {
  name: 'Marked customer',
  attributes: { marked: 'marked inherited' },
})
connect.setContacts(ana.userId, [call])

afterAll(close)

const markedTask = {
  clientToken: 'marked-token',
  name: 'Marked name',
  description: 'Marked description',
  destination: plainTask.destination,
  link: { type: 'related', contactId: call.contactId },
  references: [{ name: 'Marked reference', type: 'STRING', value: 'marked value' }],
  attributes: [{ key: 'markedKey', value: 'marked attribute' }],
}

const linesSince = (before: number): unknown[] =>
  proxy
    .logged()
    .slice(before)
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

describe('the log', () => {
  it('has a line for each created task that says who made it from what, beside that of the request', async () => {
    const before = proxy.logged().length
    const response = await proxy.post(markedTask, token)

    const [audit] = linesSince(before)
    expect(audit).toEqual({
      level: 30,
      time: expect.any(Number),
      audit: true,
      requestId: response.headers.get('x-request-id'),
      agentId: ana.userId,
      createdContactId: connect.tasks[0]?.contactId,
      linkedContactId: call.contactId,
      link: 'related',
      destination: plainTask.destination,
      scheduled: false,
    })
  })

  it('has that line however little else shall be logged, and none for a task that was not created', async () => {
    const quiet = newProxy({ environment: { LOG_LEVEL: 'silent' } })
    await quiet.post({ ...plainTask, scheduledTime: '2020-01-01T00:00:00Z' }, token)
    await quiet.post(plainTask, token)

    expect(quiet.logged().trim().split('\n')).toEqual([expect.stringContaining('"audit":true')])
  })

  it('has one line for a request, which says who asked and what came of it', async () => {
    const before = proxy.logged().length
    const response = await proxy.post(markedTask, token)

    expect(linesSince(before)).toEqual([
      expect.objectContaining({ audit: true }),
      expect.objectContaining({
        requestId: response.headers.get('x-request-id'),
        method: 'POST',
        route: '/api/v1/tasks',
        status: 201,
        agentId: ana.userId,
        linkedContactId: call.contactId,
        createdContactId: connect.tasks[0]?.contactId,
        connectRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        durationMs: expect.any(Number),
      }),
    ])
  })

  it('holds nothing that anybody typed, said or proved themselves with, whatever comes of it', async () => {
    await proxy.post(markedTask, token)
    await proxy.post({ ...markedTask, marked: 'marked' }, token)
    await proxy.post({ ...markedTask, scheduledTime: '2020-01-01T00:00:00Z' }, token)
    await proxy.post('{"marked', token)
    await proxy.post(markedTask, 'marked.token.text')
    await proxy.get('/api/v1/marked?marked=marked', token)
    await proxy.get(contactPath('marked-contact'), token)
    await proxy.get(mePath, await identity.tokenFor(ana, { connect_username: 'marked-user' }))
    connect.failNext('StartTaskContact', { kind: 'error', status: 400, message: 'marked by Connect' })
    await proxy.post(markedTask, token)
    for (const kind of ['reset', 'response-lost', 'empty'] as const) {
      connect.failNext('StartTaskContact', { kind })
      // oxlint-disable-next-line no-await-in-loop -- Each failure is the next call's.
      await proxy.post(markedTask, token)
    }
    await proxy.post({ ...markedTask, destination: { type: 'flow', flowId: 'marked-flow' } }, token)
    await proxy.post({ ...markedTask, link: { type: 'related', contactId: 'marked-link' } }, token)
    await proxy.post({ ...markedTask, scheduledTime: new Date(Date.now() + 3_600_000).toISOString() }, token)

    expect(await proxy.metrics()).not.toMatch(/marked/i)
    expect(proxy.logged()).not.toMatch(/marked/i)
    expect(proxy.logged()).not.toContain(token)
    expect(proxy.logged()).not.toContain(token.split('.')[1])
  })
})

describe('errorFacts()', () => {
  it('tells an error by its class and its place, not by its message', () => {
    const facts = errorFacts(new RangeError('marked\n    at marked value'))

    expect(facts.name).toBe('RangeError')
    expect(facts.frames[0]).toContain('log.test.ts')
    expect(JSON.stringify(facts)).not.toContain('marked')
  })
})
