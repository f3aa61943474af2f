import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { issuesOf, londonCall, londonNumber, startMessageScene } from '../harness/message-scene.ts'
import { problemOf } from '../harness/proxy-scene.ts'

const scene = await startMessageScene()
const { connect, send, startProxy, sentToConnect } = scene

beforeEach(scene.reset)
afterAll(scene.close)

const failWith = (status: number, type: string, message?: string) =>
  connect.failNext('StartOutboundChatContact', {
    kind: 'error',
    status,
    type,
    ...(message === undefined ? {} : { message }),
  })

describe('an error that Connect documents for messages', () => {
  it.each([
    [400, 'InvalidRequestException', 422, 'invalid', 'not-created'],
    [403, 'AccessDeniedException', 502, 'connect-denied', 'not-created'],
    [404, 'ResourceNotFoundException', 422, 'destination-gone', 'not-created'],
    [409, 'ConflictException', 502, 'connect-failed', 'unknown'],
    // A quota, and no throttling: to wait a second does not help.
    [429, 'LimitExceededException', 409, 'quota-reached', 'not-created'],
    [429, 'ThrottlingException', 429, 'throttled', 'not-created'],
    [429, 'TooManyRequestsException', 429, 'throttled', 'not-created'],
    [500, 'InternalServiceException', 502, 'connect-failed', 'unknown'],
    [503, 'ServiceUnavailable', 502, 'connect-failed', 'unknown'],
    [413, 'RequestEntityTooLargeException', 413, 'too-large', 'not-created'],
  ] as const)('%i %s becomes %i %s, %s', async (status, type, ...[answered, code, outcome]) => {
    failWith(status, type, 'marked: +12065550142')
    const problem = await problemOf(await send())

    expect(problem).toMatchObject({ status: answered, code, outcome })
    expect(JSON.stringify(problem)).not.toContain('marked')
    // Nothing is sent again by the proxy or the SDK.
    expect(sentToConnect()).toHaveLength(1)
  })

  it('that comes from a quota says so, and names no time to wait', async () => {
    failWith(429, 'LimitExceededException')
    const problem = await problemOf(await send())

    expect(problem.detail).toContain('active chats')
    expect(problem).not.toHaveProperty('retryAfterSeconds')
  })

  it('that is a conflict leads to the message when the same request comes again', async () => {
    failWith(409, 'ConflictException')
    await send()

    expect((await send()).status).toBe(201)
    expect(connect.messages).toHaveLength(1)
  })
})

describe('an answer that is lost', () => {
  it.each(['response-lost', 'truncated', 'empty'] as const)('(%s) leads to one message', async (kind) => {
    connect.failNext('StartOutboundChatContact', { kind })

    expect((await problemOf(await send())).outcome).toBe('unknown')
    expect((await send()).status).toBe(201)
    expect(connect.messages).toHaveLength(1)
  })
})

const auditLines = () =>
  scene
    .proxy()
    .logged()
    .split('\n')
    .filter((line) => line.includes('"audit":true'))
    .map((line): unknown => JSON.parse(line))

describe('the audit', () => {
  const audited = { audit: true, agentId: expect.any(String), requestId: expect.any(String) }

  it('has ids, subtype, country and consent of a message that was accepted', async () => {
    startProxy({ texts: [{ textId: 'ready', name: 'Ready', text: 'marked-text: your order is ready' }] })
    await send()

    expect(auditLines()).toEqual([
      {
        ...audited,
        level: expect.anything(),
        time: expect.anything(),
        createdContactId: connect.messages[0]?.contactId,
        linkedContactId: londonCall.contactId,
        subtype: 'connect:SMS',
        country: 'GB',
        consent: true,
        textId: 'ready',
      },
    ])
  })

  it('has no line of a message that was refused', async () => {
    failWith(400, 'InvalidRequestException')
    await send()
    await send({ clientToken: 'token-2', consent: undefined })

    expect(auditLines()).toEqual([])
  })

  it('says of a message of which the answer was lost that it may have been sent', async () => {
    connect.failNext('StartOutboundChatContact', { kind: 'response-lost' })
    await send()

    expect(auditLines()).toMatchObject([
      { ...audited, outcome: 'unknown', subtype: 'connect:SMS', country: 'GB' },
    ])
    expect(auditLines()[0]).not.toHaveProperty('createdContactId')
  })

  it('is counted by subtype and result', async () => {
    connect.failNext('StartOutboundChatContact', { kind: 'response-lost' })
    await send()
    await send()
    const counts = (await scene.proxy().metrics())
      .split('\n')
      .filter((line) => line.startsWith('tasklink_messages'))

    expect(counts).toEqual([
      'tasklink_messages_total{subtype="connect:SMS",result="unknown"} 1',
      'tasklink_messages_total{subtype="connect:SMS",result="accepted"} 1',
    ])
  })

  it('has one line of a message that came twice', async () => {
    await Promise.all([send(), send()])

    expect(auditLines()).toHaveLength(1)
  })
})

/** Everything that a message says, and to whom. */
const secrets = ['marked', londonNumber.slice(1), '7946 0142', 'Dana', 'Desk']

async function expectNothingSaid(answer: string) {
  const output = [scene.proxy().logged(), await scene.proxy().metrics(), answer]
  for (const text of output) for (const secret of secrets) expect(text).not.toContain(secret)
}

describe('no log, metric or problem has the number, the text or a value', () => {
  const said = {
    message: { text: 'marked-text' },
    displayName: 'marked Desk',
    attributes: [{ key: 'name', value: 'marked Dana' }],
  }

  it.each([
    ['that is accepted', () => {}],
    ['that is refused by Connect', () => failWith(400, 'InvalidRequestException', 'marked +442079460142')],
    ['whose answer is lost', () => connect.failNext('StartOutboundChatContact', { kind: 'response-lost' })],
    [
      'that Connect answers with HTML',
      () => connect.failNext('StartOutboundChatContact', { kind: 'html', status: 502 }),
    ],
  ])('of a message %s', async (_, prepare) => {
    prepare()
    const response = await send(said)
    const answer = await response.text()

    await expectNothingSaid(answer)
  })

  it.each([
    ['to another number', { to: '+442079460199' }],
    ['to no number', { to: 'marked +44 20 7946 0142' }],
    ['without consent', { consent: undefined }],
    ['whose text is too long', { message: { text: 'marked'.repeat(1_000) } }],
    [
      'by a template that is not offered',
      { message: { templateId: 'marked', values: [{ name: 'marked', value: 'x' }] } },
    ],
    ['with a member that does not exist', { marked: 'marked' }],
    ['with a flow that is not offered', { flowId: 'marked' }],
    ['from a number that is not offered', { from: 'marked' }],
    ['about a contact of another agent', { link: { type: 'related', contactId: 'marked' } }],
    ['that comes too soon', { clientToken: 'token-2' }],
  ])('of a message %s', async (_, differs) => {
    await send()
    const response = await send({ ...said, clientToken: 'token-3', ...differs })

    expect(response.status).toBeGreaterThanOrEqual(400)
    await expectNothingSaid(await response.text())
  })

  it('of the options', async () => {
    await scene.options(londonCall.contactId)

    await expectNothingSaid('')
  })
})

it('names the permission that is missing', async () => {
  failWith(403, 'AccessDeniedException')

  expect(await issuesOf(await send())).toEqual([502, 'connect-denied', 'not-created'])
  expect(scene.proxy().logged()).toContain('connect:StartOutboundChatContact')
})
