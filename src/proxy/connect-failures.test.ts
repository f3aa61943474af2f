import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { problemSchema } from '../contract/problem.ts'
import { startConnectSimulator, type ConnectSimulator } from '../simulators/connect/connect-simulator.ts'
import { demoFlows } from '../simulators/connect/demo-seed.ts'
import { startIdentitySimulator, type IdentitySimulator } from '../simulators/identity/identity-simulator.ts'
import { ana, instanceArn } from '../simulators/instance/instance.ts'
import { createProxyHarness, type ProxyHarness } from './proxy-harness.ts'

let connect: ConnectSimulator
let identity: IdentitySimulator
let environment: Record<string, string>
let proxy: ProxyHarness
let token: string

beforeAll(async () => {
  connect = await startConnectSimulator()
  identity = await startIdentitySimulator({
    redirectUris: ['http://localhost:5173/signed-in'],
    audience: 'https://tasklink.example',
    clientId: 'tasklink-panel',
    user: ana,
  })
  token = await identity.tokenFor(ana)
  environment = {
    ...identity.environment,
    CONNECT_INSTANCE_ARN: instanceArn,
    CONNECT_CCP_URL: 'https://example.my.connect.aws/ccp-v2',
  }
})

beforeEach(() => {
  connect.reset()
  proxy = createProxyHarness(environment, {
    endpoint: connect.url,
    credentials: connect.credentials,
    writeTimeoutMs: 300,
  })
})

afterAll(async () => {
  await connect.close()
  await identity.close()
})

const task = {
  clientToken: 'token-1',
  name: 'Call back',
  destination: { type: 'flow', flowId: demoFlows.callbackRequests.flowId },
}

const secret = 'arn:aws:connect:us-east-1:111122223333:instance/secret-text'

const failing = (status: number, type?: string, headers?: Record<string, string>) => ({
  kind: 'error' as const,
  status,
  message: `User ${secret} is not welcome`,
  ...(type === undefined ? {} : { type }),
  ...(headers === undefined ? {} : { headers }),
})

const create = async () => {
  const response = await proxy.post(task, token)
  const text = await response.text()
  return { text, problem: problemSchema.parse(JSON.parse(text)) }
}

const attempts = () => connect.received.filter(({ operation }) => operation === 'StartTaskContact').length

describe('what StartTaskContact answers', () => {
  it.each([
    ['a throttle', failing(429, 'ThrottlingException'), 'throttled', 'not-created'],
    ['a throttle by its other name', failing(429, 'TooManyRequestsException'), 'throttled', 'not-created'],
    ['a throttle without a name', failing(429), 'throttled', 'not-created'],
    ['a throttle that is called a 400', failing(400, 'ThrottlingException'), 'throttled', 'not-created'],
    ['a quota as 402', failing(402, 'ServiceQuotaExceededException'), 'quota-reached', 'not-created'],
    ['a quota as 429', failing(429, 'LimitExceededException'), 'quota-reached', 'not-created'],
    ['a refusal', failing(400, 'InvalidRequestException'), 'invalid', 'not-created'],
    ['a lack of permission', failing(403, 'AccessDeniedException'), 'connect-denied', 'not-created'],
    ['expired credentials', failing(403, 'ExpiredTokenException'), 'connect-denied', 'not-created'],
    ['something gone', failing(404, 'ResourceNotFoundException'), 'destination-gone', 'not-created'],
    ['too much', failing(413, 'RequestEntityTooLargeException'), 'too-large', 'not-created'],
    ['a failure of its own', failing(500, 'InternalServiceException'), 'connect-failed', 'unknown'],
    ['an outage', failing(503, 'ServiceUnavailable'), 'connect-failed', 'unknown'],
    ['a page from a gateway', { kind: 'html', status: 502 } as const, 'connect-failed', 'unknown'],
    ['a page that says all is well', { kind: 'html', status: 200 } as const, 'connect-failed', 'unknown'],
    ['a broken connection', { kind: 'reset' } as const, 'connect-failed', 'unknown'],
    ['nothing after the work is done', { kind: 'response-lost' } as const, 'connect-failed', 'unknown'],
    ['an empty success', { kind: 'empty' } as const, 'connect-failed', 'unknown'],
    ['too late', { kind: 'slow', milliseconds: 2_000 } as const, 'connect-timeout', 'unknown'],
  ])('is told apart: %s', async (_name, failure, code, outcome) => {
    connect.failNext('StartTaskContact', failure)

    const { text, problem } = await create()

    expect(problem).toMatchObject({ code, outcome })
    expect(attempts()).toBe(1)
    expect(`${text}${proxy.logged()}`).not.toContain('secret-text')
    expect(`${text}${proxy.logged()}`).not.toContain('111122223333')
  })

  it('passes on how long Connect wants to be left alone', async () => {
    connect.failNext('StartTaskContact', failing(429, 'ThrottlingException', { 'retry-after': '7' }))

    const { problem } = await create()

    expect(problem.retryAfterSeconds).toBe(7)
  })

  it('leaves no doubt when Connect could not be reached at all', async () => {
    const { url } = await startConnectSimulator().then(async (gone) => {
      await gone.close()
      return gone
    })
    const lost = createProxyHarness(environment, { endpoint: url, credentials: connect.credentials })

    const problem = problemSchema.parse(await (await lost.post(task, token)).json())

    expect(problem).toMatchObject({ code: 'connect-failed', outcome: 'not-created' })
  })
})

describe('what the reads before a task answer', () => {
  const link = { type: 'related', contactId: '11111111-0000-4000-8000-000000000001' }

  it('is a failure in which nothing was created', async () => {
    connect.failNext('DescribeContact', failing(500, 'InternalServiceException'), 3)

    const response = await proxy.post({ ...task, link }, token)

    const problem = problemSchema.parse(await response.json())
    expect(problem).toMatchObject({ code: 'connect-failed', outcome: 'not-created' })
    expect(attempts()).toBe(0)
  })

  it('is asked again by the SDK when it is a passing one', async () => {
    connect.failNext('SearchUsers', failing(500, 'InternalServiceException'))

    const response = await proxy.post(task, token)

    expect(response.status).toBe(201)
  })

  it('says what to look at when the instance is not there', async () => {
    connect.failNext('ListContactFlows', failing(404, 'ResourceNotFoundException'))

    const { problem } = await create()

    expect(problem.code).toBe('connect-failed')
    expect(problem.detail).toContain('CONNECT_INSTANCE_ARN')
  })
})
