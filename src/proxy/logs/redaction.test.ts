import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { contactPath, destinationsPath, mePath } from '../../contract/reads/reads.ts'
import { changeSchedulePath, stopTaskPath } from '../../contract/tasks/task-changes.ts'
import { taskPath, tasksOfPath, tasksPath } from '../../contract/tasks/task-paths.ts'
import { demoSeed } from '../../simulators/connect/state/demo-seed.ts'
import type { Failure } from '../../simulators/connect/calls/failures.ts'
import { ana } from '../../simulators/instance/instance.ts'
import { parseEnvironment } from '../hosts/node/environment/node-environment.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { contact, plainTask, startProxyScene } from '../harness/proxy-scene.ts'
import { errorFacts } from './request-log.ts'

const { connect, identity, token, environment, newProxy, close } = await startProxyScene()
let proxy: ProxyHarness

const ringing = { state: 'CONNECTING', accepted: false } as const
const marked = { name: 'Marked customer', attributes: { markedKey: 'marked inherited' } }
const call = contact('11111111-0000-4000-8000-000000000001', marked)
const next = contact('11111111-0000-4000-8000-000000000002', { ...marked, ...ringing })

beforeEach(() => {
  connect.reset()
  identity.reset()
  proxy = newProxy({ connect: { writeTimeoutMs: 300 } })
  const [agent, ...others] = demoSeed.users
  connect.changeInstance({
    users: [...(agent ? [{ ...agent, firstName: 'Marked', lastName: 'Marked' }] : []), ...others],
    flows: demoSeed.flows.map((flow) => ({ ...flow, name: `Marked ${flow.name}` })),
    quickConnects: demoSeed.quickConnects.map((quickConnect) => ({ ...quickConnect, name: 'Marked' })),
    templates: demoSeed.templates.map((template) =>
      Object.assign({}, template, { name: `Marked ${template.name}` }),
    ),
  })
  connect.setContacts(ana.userId, [call, next])
})

afterAll(close)

const task = {
  clientToken: 'marked-token',
  name: 'Marked name',
  description: 'Marked description',
  destination: plainTask.destination,
  link: { type: 'related', contactId: call.contactId },
  references: [
    { name: 'Marked text', type: 'STRING', value: 'marked value' },
    { name: 'Marked link', type: 'URL', value: 'https://marked.example/marked' },
    { name: 'Marked address', type: 'EMAIL', value: 'marked@marked.example' },
  ],
  attributes: [{ key: 'markedKey', value: 'marked attribute' }],
}

/** Something was logged, but no typed text and no credential. */
async function expectNothingMarked() {
  expect(proxy.logged()).not.toBe('')
  expect(proxy.logged()).not.toMatch(/marked/i)
  expect(proxy.logged()).not.toContain(token)
  for (const part of token.split('.')) expect(proxy.logged()).not.toContain(part)
  expect(await proxy.metrics()).not.toMatch(/marked/i)
}

/** Like `POST /tasks`, to any address and with any method. */
const ask = (path: string, init: RequestInit = {}) =>
  proxy.fetch(new Request(`http://localhost${path}`, init))

const headerNames = [
  'accept',
  'accept-language',
  'access-control-request-headers',
  'baggage',
  'content-type',
  'cookie',
  'forwarded',
  'from',
  'if-none-match',
  'origin',
  'proxy-authorization',
  'range',
  'referer',
  'traceparent',
  'tracestate',
  'user-agent',
  'x-amz-security-token',
  'x-amzn-trace-id',
  'x-api-key',
  'x-correlation-id',
  'x-csrf-token',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-http-method-override',
  'x-marked',
  'x-real-ip',
  'x-request-id',
]

describe('nothing is logged or counted of', () => {
  it.each(headerNames)('the header %s', async (name) => {
    const headers = { [name]: 'marked' }
    await proxy.get(mePath, token, headers)
    await proxy.get('/nothing', undefined, headers)
    await proxy.post(task, token, headers)
    await proxy.post(task, undefined, headers)
    await ask(tasksPath, { method: 'OPTIONS', headers })

    await expectNothingMarked()
  })

  it.each([
    'Bearer marked.marked.marked',
    'Bearer marked',
    'Basic marked',
    'marked',
    `Bearer ${'marked'.repeat(4_000)}`,
  ])('the header authorization: %.30s', async (authorization) => {
    await proxy.post(task, undefined, { authorization })

    await expectNothingMarked()
  })

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['whom it is for', { aud: 'marked' }],
    ['who issued it', { iss: 'https://marked.example' }],
    ['what it says beside that', { email: 'marked@marked.example', groups: ['marked'], jti: 'marked' }],
    ['its subject', { sub: 'marked' }],
    ['an unknown agent', { connect_username: 'marked' }],
    ['an agent who is no text', { connect_username: ['marked'] }],
    ['an end that is no time', { exp: 'marked' }],
  ])('a token of the provider, by %s', async (_, claims) => {
    const markedToken = await identity.tokenFor(ana, claims)
    await proxy.post(task, markedToken)

    await expectNothingMarked()
    expect(proxy.logged()).not.toContain(markedToken.split('.')[1])
  })

  it('a token’s header', async () => {
    const header = { kid: 'marked', jku: 'https://marked.example', typ: 'marked' }
    await proxy.post(task, await identity.sign(header, '"marked"'))

    await expectNothingMarked()
  })

  it.each([
    '/marked',
    '/assets/marked.js',
    '/api/v1/marked',
    '/api/v1/contacts/marked',
    '/api/v1/contacts/marked/marked',
    '/api/v1/contacts/%6darked%00',
    '/api/v1/contacts/11111111-0000-4000-8000-00000000ffff?marked=marked',
    `${contactPath(call.contactId)}?marked=marked`,
    tasksOfPath('marked'),
    `${tasksOfPath(call.contactId)}&marked=marked`,
    taskPath('marked'),
    stopTaskPath('marked'),
    changeSchedulePath('11111111-marked-4000-8000-00000000ffff'),
    `${mePath}?token=marked#marked`,
    '/openapi.json?marked',
    '/healthz?marked',
    '/readyz?marked',
    '/%',
    '//marked@marked/..',
  ])('the address %s', async (path) => {
    await ask(path, { headers: { authorization: `Bearer ${token}` } })
    await ask(path, { method: 'POST', body: 'marked' })
    await ask(path)

    await expectNothingMarked()
  })

  it('an unknown method', async () => {
    await ask(tasksPath, { method: 'MARKED' })

    await expectNothingMarked()
  })

  it.each<[string, unknown]>([
    ['that is no JSON', '{"marked'],
    ['that is another text', 'marked'],
    ['that is a list', ['marked']],
    ['with a member too many', { ...task, marked: 'marked' }],
    ['with a member too many in a reference', { ...task, references: [{ marked: 'marked' }] }],
    ['with a marked destination', { ...task, destination: { type: 'marked', flowId: 'marked' } }],
    ['with an unknown flow', { ...task, destination: { type: 'flow', flowId: 'marked-flow' } }],
    [
      'with an unknown quick connect',
      { ...task, destination: { type: 'quickConnect', quickConnectId: 'marked' } },
    ],
    ['with an unknown contact', { ...task, link: { type: 'related', contactId: 'marked-link' } }],
    ['with a contact that can be none', { ...task, link: { type: 'related', contactId: 'marked link' } }],
    ['with a link of another kind', { ...task, link: { type: 'marked', contactId: call.contactId } }],
    ['with a time that is none', { ...task, scheduledTime: 'marked' }],
    ['with a time long past', { ...task, scheduledTime: '2020-01-01T00:00:00Z' }],
    ['with an expiry that is none', { ...task, expiryMinutes: 'marked' }],
    ['with a name that is none', { ...task, name: { marked: 'marked' } }],
    ['with too long a name', { ...task, name: 'marked'.repeat(1_000) }],
    ['with too much', { ...task, description: 'marked'.repeat(120_000) }],
    [
      'that Connect would refuse',
      { ...task, references: [{ name: 'Marked', type: 'URL', value: 'marked' }] },
    ],
    ['that is in order', task],
    ['for later, in order', { ...task, scheduledTime: new Date(Date.now() + 3_600_000).toISOString() }],
  ])('a body %s', async (_, body) => {
    await proxy.post(body, token)

    await expectNothingMarked()
  })

  it('Connect’s data about users, destinations and contacts', async () => {
    const link = { type: 'related', contactId: call.contactId }
    await proxy.post({ ...task, link }, token)
    const answers = [
      await proxy.get(mePath, token),
      await proxy.get(destinationsPath, token),
      await proxy.get(contactPath(call.contactId), token),
      await proxy.get(tasksOfPath(call.contactId), token),
    ]
    const texts = await Promise.all(answers.map((answer) => answer.text()))

    expect(texts.map((text) => /marked/i.test(text))).toEqual([true, true, true, true])
    await expectNothingMarked()
  })
})

const markedError = (status: number, type = 'MarkedException'): Failure => ({
  kind: 'error',
  status,
  type,
  message: 'marked by Connect: arn:aws:connect:marked',
  headers: {
    'x-marked': 'marked',
    'retry-after': 'marked',
    'x-amzn-errormessage': 'marked',
    'x-amzn-requestid': 'marked by what stands between',
  },
})

const readFailures: readonly (readonly [string, Failure, number])[] = [
  ...[400, 402, 403, 404, 409, 413].map((status) => [`a ${status}`, markedError(status), 1] as const),
  ['a refusal', markedError(400, 'InvalidRequestException'), 1],
  ['a failure for good', markedError(500), 3],
  ['a page', { kind: 'html', status: 403 }, 1],
  ['a broken connection', { kind: 'reset' }, 3],
]

const writeFailures: readonly (readonly [string, Failure, number])[] = [
  ...readFailures,
  ['a throttle', markedError(429), 1],
  ['a lost answer', { kind: 'response-lost' }, 1],
  ['an empty answer', { kind: 'empty' }, 1],
  ['a late answer', { kind: 'slow', milliseconds: 1_000 }, 1],
]

const reads = {
  SearchUsers: () => proxy.get(mePath, token),
  ListContactFlows: () => proxy.get(destinationsPath, token),
  ListQuickConnects: () => proxy.get(destinationsPath, token),
  DescribeContact: () => proxy.get(contactPath(call.contactId), token),
  GetCurrentUserData: () => proxy.get(contactPath(next.contactId), token),
  ListAssociatedContacts: () => proxy.get(tasksOfPath(call.contactId), token),
} as const

const readOperations = [
  'SearchUsers',
  'ListContactFlows',
  'ListQuickConnects',
  'DescribeContact',
  'GetCurrentUserData',
  'ListAssociatedContacts',
] as const

const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

describe('nothing is logged or counted of the words of Connect when', () => {
  describe.each(readOperations)('%s fails', (operation) => {
    it.each(readFailures)('with %s', async (_, failure, times) => {
      connect.failNext(operation, failure, times)
      await reads[operation]()

      expect(connect.received.map((received) => received.operation)).toContain(operation)
      await expectNothingMarked()
    })
  })

  it.each(writeFailures)('StopContact and UpdateContactSchedule fail with %s', async (_, failure) => {
    await proxy.post({ ...task, scheduledTime: later(1) }, token)
    const { contactId = '' } = connect.tasks[0] ?? {}
    connect.failNext('UpdateContactSchedule', failure)
    connect.failNext('StopContact', failure)
    await proxy.postTo(changeSchedulePath(contactId), { scheduledTime: later(2) }, token)
    await proxy.postTo(stopTaskPath(contactId), {}, token)

    const called = connect.received.map(({ operation }) => operation)
    expect(called).toEqual(expect.arrayContaining(['StopContact', 'UpdateContactSchedule']))
    await expectNothingMarked()
  })

  it.each(writeFailures)('StartTaskContact fails with %s', async (_, failure) => {
    connect.failNext('StartTaskContact', failure)
    await proxy.post(task, token)

    expect(connect.received.map(({ operation }) => operation)).toContain('StartTaskContact')
    await expectNothingMarked()
  })
})

describe('nothing is logged or counted of the words of the identity provider when', () => {
  const answers = [
    { status: 500, body: 'marked' },
    { status: 200, body: 'marked' },
    { status: 200, body: '{"issuer":"https://marked.example","jwks_uri":"https://marked.example/"}' },
    {
      status: 200,
      body: '{"keys":[{"kty":"marked","kid":"simulator"},{"kty":"RSA","kid":"simulator","n":"marked","e":"marked"}]}',
    },
    { status: 302, body: 'marked' },
  ]

  it.each(answers)('its discovery document is $status $body', async (discovery) => {
    identity.behave({ discovery })
    await proxy.post(task, token)

    await expectNothingMarked()
  })

  it.each(answers)('its keys are $status $body', async (keys) => {
    identity.behave({ keys })
    await proxy.post(task, token)

    await expectNothingMarked()
  })
})

describe('no mistake in the environment', () => {
  const names = [
    ...Object.keys(environment).filter((name) => !name.startsWith('AWS_')),
    'ALLOWED_ORIGINS',
    'FRAME_ANCESTORS',
    'HOST',
    'PORT',
    'METRICS_PORT',
    'SCHEDULE_HORIZON_DAYS',
    'CONNECT_RATES',
    'LOG_LEVEL',
    'REDIS_URL',
    'AWS_REGION',
  ]

  it.each(names)('repeats the value of %s, which may be a secret in the wrong variable', (name) => {
    const reading = parseEnvironment({ ...environment, [name]: 'http://marked AKIAMARKED=marked' })

    expect(reading.ok ? '' : reading.mistakes.join('\n')).not.toMatch(/marked/i)
  })
})

describe('errorFacts()', () => {
  it('names the class of an error and its place', () => {
    const { name, frames } = errorFacts(new RangeError('marked'))

    expect(name).toBe('RangeError')
    expect(frames[0]).toContain('redaction.test.ts')
  })

  it.each<[string, () => Error]>([
    ['its message', () => new RangeError('marked\n    at marked value')],
    [
      'a message that was changed later',
      () => Object.assign(new Error('marked\n    at marked'), { message: 'other' }),
    ],
    ['its cause', () => new Error('outer', { cause: new Error('marked') })],
    ['the errors in it', () => new AggregateError([new Error('marked')], 'marked')],
    ['what it carries', () => Object.assign(new Error('outer'), { body: 'marked' })],
    ['its name', () => Object.assign(new Error('marked'), { name: 'Marked' })],
  ])('repeats no text of an error: %s', (_, make) => {
    expect(JSON.stringify(errorFacts(make()))).not.toMatch(/marked/i)
  })
})
