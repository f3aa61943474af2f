import { afterAll, describe, expect, it } from 'vitest'
import { ana } from '../../../simulators/instance/instance.ts'
import { contact, plainTask, startProxyScene } from '../../harness/proxy-scene.ts'

const { connect, token, newProxy, close } = await startProxyScene()
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
  it('has an audit line for each created task, beside the line of its request', async () => {
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

  it('has that line at every level, and none for a task that was not created', async () => {
    const quiet = newProxy({ environment: { LOG_LEVEL: 'silent' } })
    await quiet.post({ ...plainTask, scheduledTime: '2020-01-01T00:00:00Z' }, token)
    await quiet.post(plainTask, token)

    expect(quiet.logged().trim().split('\n')).toEqual([expect.stringContaining('"audit":true')])
  })

  it('has one line for a request, with the agent and the result', async () => {
    const before = proxy.logged().length
    const response = await proxy.post({ ...markedTask, clientToken: 'marked-once' }, token)

    expect(linesSince(before)).toEqual([
      expect.objectContaining({ audit: true }),
      expect.objectContaining({
        requestId: response.headers.get('x-request-id'),
        method: 'POST',
        route: '/api/v1/tasks',
        status: 201,
        agentId: ana.userId,
        linkedContactId: call.contactId,
        createdContactId: connect.tasks.at(-1)?.contactId,
        connectRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        durationMs: expect.any(Number),
      }),
    ])
  })

  it.each([
    ['the connection broke', { kind: 'reset' }],
    ['the answer was lost', { kind: 'response-lost' }],
    ['the answer was empty', { kind: 'empty' }],
    ['Connect failed', { kind: 'error', status: 500 }],
  ] as const)('has an audit line for a task that may exist, because %s', async (_, failure) => {
    const quiet = newProxy({ environment: { LOG_LEVEL: 'silent' } })
    connect.failNext('StartTaskContact', failure)
    const response = await quiet.post(markedTask, token)
    const lines = quiet.logged().trim().split('\n')

    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        audit: true,
        requestId: response.headers.get('x-request-id'),
        agentId: ana.userId,
        outcome: 'unknown',
        linkedContactId: call.contactId,
        link: 'related',
        destination: plainTask.destination,
        scheduled: false,
        ...(failure.kind === 'empty' || failure.kind === 'error'
          ? { connectRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) }
          : {}),
      },
    ])
  })

  it('has a second audit line when the same task is asked for again and is created', async () => {
    const quiet = newProxy({ environment: { LOG_LEVEL: 'silent' } })
    const again = { ...markedTask, clientToken: 'marked-again' }
    connect.failNext('StartTaskContact', { kind: 'response-lost' })
    await quiet.post(again, token)
    await quiet.post(again, token)

    const [possible, created, ...more] = quiet.logged().trim().split('\n')
    expect(possible).toContain('"outcome":"unknown"')
    expect(created).toContain(`"createdContactId":"${connect.tasks.at(-1)?.contactId}"`)
    expect(more).toEqual([])
  })
})
