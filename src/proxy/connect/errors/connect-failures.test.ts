import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { problemSchema, type Problem } from '../../../contract/problems/problem.ts'
import { destinationsPath } from '../../../contract/reads/reads.ts'
import { createdTaskSchema } from '../../../contract/tasks/tasks.ts'
import { startConnectSimulator } from '../../../simulators/connect/connect-simulator.ts'
import type { Failure } from '../../../simulators/connect/calls/failures.ts'
import type { ProxyHarness } from '../../harness/proxy-harness.ts'
import { plainTask, problemOf, startProxyScene } from '../../harness/proxy-scene.ts'

const { connect, token, newProxy, close } = await startProxyScene()
let proxy: ProxyHarness

beforeEach(() => {
  connect.reset()
  proxy = newProxy({ connect: { writeTimeoutMs: 300 } })
})

afterAll(close)

const secret = 'arn:aws:connect:us-east-1:111122223333:instance/secret-text'
const message = `User ${secret} is not welcome`

const failing = (status: number, type?: string, headers?: Record<string, string>) => ({
  kind: 'error' as const,
  status,
  message,
  ...(type === undefined ? {} : { type }),
  ...(headers === undefined ? {} : { headers }),
})

const attempts = () => connect.received.filter(({ operation }) => operation === 'StartTaskContact').length

type Answer = Pick<Problem, 'code' | 'status' | 'outcome' | 'retryAfterSeconds'>

const throttled = { code: 'throttled', status: 429, outcome: 'not-created', retryAfterSeconds: 2 } as const
const quotaReached = { code: 'quota-reached', status: 409, outcome: 'not-created' } as const
const invalid = { code: 'invalid', status: 422, outcome: 'not-created' } as const
const denied = { code: 'connect-denied', status: 502, outcome: 'not-created' } as const
const gone = { code: 'destination-gone', status: 422, outcome: 'not-created' } as const
const tooLarge = { code: 'too-large', status: 413, outcome: 'not-created' } as const
const unforeseen = { code: 'connect-failed', status: 502, outcome: 'not-created' } as const
const failed = { code: 'connect-failed', status: 502, outcome: 'unknown' } as const
const timedOut = { code: 'connect-timeout', status: 504, outcome: 'unknown' } as const

const answers: readonly (readonly [string, Failure, Answer])[] = [
  ['a throttle', failing(429, 'ThrottlingException'), throttled],
  ['a throttle by its other name', failing(429, 'TooManyRequestsException'), throttled],
  ['a throttle without a name', failing(429), throttled],
  ['a throttle that is called a 400', failing(400, 'ThrottlingException'), throttled],
  ['a throttle on a page', { kind: 'html', status: 429 }, throttled],
  [
    'a throttle that says how long to wait',
    failing(429, 'ThrottlingException', { 'retry-after': '7' }),
    { ...throttled, retryAfterSeconds: 7 },
  ],
  [
    'a throttle that wants to wait for ever',
    failing(429, 'ThrottlingException', { 'retry-after': '86400' }),
    { ...throttled, retryAfterSeconds: 60 },
  ],
  [
    'a throttle that names a day',
    failing(429, 'ThrottlingException', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }),
    throttled,
  ],
  ['a quota as 402', failing(402, 'ServiceQuotaExceededException'), quotaReached],
  ['a quota as 402 without a name', failing(402), quotaReached],
  ['a quota as 429', failing(429, 'LimitExceededException'), quotaReached],
  ['a refusal with Message', failing(400, 'InvalidRequestException'), invalid],
  [
    'a refusal with message',
    { ...failing(400, 'InvalidParameterException'), messageMember: 'message' },
    invalid,
  ],
  ['a refusal without a text', { kind: 'error', status: 400, type: 'InvalidRequestException' }, invalid],
  ['a refusal without anything', { kind: 'error', status: 400 }, invalid],
  ['a lack of permission', failing(403, 'AccessDeniedException'), denied],
  ['a lack of permission without a name', failing(403), denied],
  ['a firewall’s page', { kind: 'html', status: 403 }, denied],
  ['expired credentials', failing(403, 'ExpiredTokenException'), denied],
  ['unknown credentials as a 400', failing(400, 'UnrecognizedClientException'), denied],
  ['something gone', failing(404, 'ResourceNotFoundException'), gone],
  ['too much', failing(413, 'RequestEntityTooLargeException'), tooLarge],
  ['a refusal of another kind', failing(409, 'ConflictException'), unforeseen],
  ['a failure of its own', failing(500, 'InternalServiceException'), failed],
  ['a failure without a name', failing(500), failed],
  ['an outage', failing(503, 'ServiceUnavailable'), failed],
  ['a page from a gateway', { kind: 'html', status: 502 }, failed],
  ['a page that says all is well', { kind: 'html', status: 200 }, failed],
  ['a broken connection', { kind: 'reset' }, failed],
  ['nothing after the work is done', { kind: 'response-lost' }, failed],
  ['an empty success', { kind: 'empty' }, failed],
  ['a gateway that lost its patience', { kind: 'html', status: 504 }, timedOut],
  ['a request that took too long to arrive', failing(408, 'RequestTimeoutException'), timedOut],
  ['too late', { kind: 'slow', milliseconds: 2_000 }, timedOut],
]

describe('an answer of StartTaskContact', () => {
  it.each(answers)('becomes its own problem: %s', async (_name, failure, expected) => {
    connect.failNext('StartTaskContact', failure)

    const response = await proxy.post(plainTask, token)
    const text = await response.text()
    const { code, status, outcome, retryAfterSeconds } = problemSchema.parse(JSON.parse(text))

    expect({ code, status, outcome, retryAfterSeconds }).toEqual(expected)
    expect(response.status).toBe(expected.status)
    expect(response.headers.get('retry-after')).toBe(expected.retryAfterSeconds?.toString() ?? null)
    expect(attempts()).toBe(1)
    expect(`${text}${proxy.logged()}`).not.toMatch(/secret-text|111122223333|not welcome|undefined/)
  })

  it.each(answers)('leaves one task when the same request is sent again: %s', async (_name, failure) => {
    connect.failNext('StartTaskContact', failure)
    await proxy.post(plainTask, token)

    const again = await proxy.post(plainTask, token)

    expect(again.status).toBe(201)
    expect(connect.tasks).toHaveLength(1)
    expect(createdTaskSchema.parse(await again.json()).contactId).toBe(connect.tasks[0]?.contactId)
  })

  it('makes the proxy read the destinations again if one is gone', async () => {
    connect.failNext('StartTaskContact', failing(404, 'ResourceNotFoundException'))
    await proxy.post(plainTask, token)
    connect.failNext('ListContactFlows', failing(500, 'InternalServiceException'), 3)
    const whileConnectFails = await proxy.get(destinationsPath, token)
    const lists = () => connect.received.filter(({ operation }) => operation === 'ListContactFlows').length
    const before = lists()
    await proxy.get(destinationsPath, token)
    await proxy.get(destinationsPath, token)

    expect(whileConnectFails.status).toBe(200)
    expect(lists()).toBe(before + 1)
  })

  it('is unknown for as long as answers are lost, and there is one task in the end', async () => {
    connect.failNext('StartTaskContact', { kind: 'response-lost' }, 3)
    const lost = [await proxy.post(plainTask, token), await proxy.post(plainTask, token)]
    const third = await problemOf(await proxy.post(plainTask, token))
    const fourth = await proxy.post(plainTask, token)

    expect(lost.map(({ status }) => status)).toEqual([502, 502])
    expect(third.outcome).toBe('unknown')
    expect(fourth.status).toBe(201)
    expect(connect.tasks).toHaveLength(1)
  })

  it('is certain if Connect could not be reached at all', async () => {
    const { url } = await startConnectSimulator().then(async (away) => {
      await away.close()
      return away
    })

    const response = await newProxy({ connect: { endpoint: url } }).post(plainTask, token)

    expect(await problemOf(response)).toMatchObject({ code: 'connect-failed', outcome: 'not-created' })
  })
})

describe('a failed read before a task', () => {
  const link = { type: 'related', contactId: '11111111-0000-4000-8000-000000000001' }

  it('is a problem in which nothing was created', async () => {
    connect.failNext('DescribeContact', failing(500, 'InternalServiceException'), 3)

    const response = await proxy.post({ ...plainTask, link }, token)

    expect(await problemOf(response)).toMatchObject({ code: 'connect-failed', outcome: 'not-created' })
    expect(attempts()).toBe(0)
  })

  it('is retried by the SDK if it may pass', async () => {
    connect.failNext('SearchUsers', failing(500, 'InternalServiceException'))

    const response = await proxy.post(plainTask, token)

    expect(response.status).toBe(201)
  })

  it('names the variable to check if the instance does not exist', async () => {
    connect.failNext('ListContactFlows', failing(404, 'ResourceNotFoundException'))

    const problem = await problemOf(await proxy.post(plainTask, token))

    expect(problem.code).toBe('connect-failed')
    expect(problem.detail).toContain('CONNECT_INSTANCE_ARN')
  })
})
