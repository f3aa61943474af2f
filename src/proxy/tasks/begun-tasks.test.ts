import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createdTaskSchema } from '../../contract/tasks/tasks.ts'
import type { Failure } from '../../simulators/connect/calls/failures.ts'
import { ana, ben } from '../../simulators/instance/instance.ts'
import { rememberedForMs } from '../begun/begun.ts'
import { createStandingClock } from '../harness/clock-harness.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { contact, plainTask, problemOf, startProxyScene } from '../harness/proxy-scene.ts'

const { connect, identity, token, newProxy, close } = await startProxyScene()
const bensToken = await identity.tokenFor(ben)
const call = contact('11111111-0000-4000-8000-000000000001')
let proxy: ProxyHarness

beforeEach(() => {
  connect.reset()
  connect.setContacts(ana.userId, [call])
  proxy = newProxy()
})

afterAll(close)

const starts = () => connect.received.filter(({ operation }) => operation === 'StartTaskContact')
const answered = async (response: Response) => createdTaskSchema.parse(await response.json())
const audited = () => proxy.logged().split('"audit":true').length - 1

const error = (status: number, type: string): Failure => ({ kind: 'error', status, type })
const quota = error(402, 'ServiceQuotaExceededException')

const refusals = [
  ['its quota', quota],
  ['the permission', error(403, 'AccessDeniedException')],
  ['an invalid parameter', error(400, 'InvalidParameterException')],
  ['the destination', error(404, 'ResourceNotFoundException')],
  ['too many calls', error(429, 'ThrottlingException')],
] as const

describe('a task that comes twice', () => {
  it.each(refusals)(
    'while it is being created is created once, although Connect would refuse the second for %s',
    async (_, refusal) => {
      connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 100 })
      connect.failNext('StartTaskContact', refusal)
      const answers = await Promise.all([proxy.post(plainTask, token), proxy.post(plainTask, token)])
      const [first, second] = await Promise.all(answers.map(answered))

      expect(answers.map(({ status }) => status)).toEqual([201, 201])
      expect(first).toEqual(second)
      expect(connect.tasks.map(({ contactId }) => contactId)).toEqual([first?.contactId])
      expect(starts()).toHaveLength(1)
      expect(audited()).toBe(1)
    },
  )

  it.each(refusals)(
    'after it was created has the first answer, although Connect would refuse it for %s',
    async (_, refusal) => {
      const first = await answered(await proxy.post(plainTask, token))
      connect.failNext('StartTaskContact', refusal)
      const second = await proxy.post(plainTask, token)

      expect(second.status).toBe(201)
      expect(await answered(second)).toEqual(first)
      expect(starts()).toHaveLength(1)
      expect(audited()).toBe(1)
    },
  )

  it('has the first answer although its contact is no longer the agent’s and its time has passed', async () => {
    const task = {
      ...plainTask,
      link: { type: 'related', contactId: call.contactId },
      scheduledTime: new Date(Date.now() + 60_000).toISOString(),
    }
    const first = await answered(await proxy.post(task, token))
    connect.reset()
    proxy.passTime(120_000)

    expect(await answered(await proxy.post(task, token))).toEqual(first)
    expect(connect.received).toEqual([])
  })

  it('may have its members in another order', async () => {
    const first = await answered(await proxy.post(plainTask, token))
    const turned = Object.fromEntries(Object.entries(plainTask).toReversed())

    expect(await answered(await proxy.post(turned, token))).toEqual(first)
  })

  it('is forgotten after ten minutes, and Connect decides', async () => {
    const clock = createStandingClock()
    proxy = newProxy({ connect: { clock } })
    const first = await answered(await proxy.post(plainTask, token))
    await clock.passTime(rememberedForMs - 1)
    expect(await answered(await proxy.post(plainTask, token))).toEqual(first)
    await clock.passTime(1)

    expect(await answered(await proxy.post(plainTask, token))).toEqual(first)
    expect(starts()).toHaveLength(2)
  })

  it.each([
    ['after it was refused', quota],
    ['after it was throttled', error(429, 'ThrottlingException')],
    ['after the connection to Connect broke', { kind: 'reset' } as const],
  ])('%s is tried again', async (_, failure) => {
    connect.failNext('StartTaskContact', failure)
    const first = await proxy.post(plainTask, token)
    const second = await proxy.post(plainTask, token)

    expect(first.status).toBeGreaterThanOrEqual(400)
    expect(second.status).toBe(201)
    expect(connect.tasks).toHaveLength(1)
  })
})

describe('a task whose answer from Connect was lost', () => {
  beforeEach(async () => {
    connect.failNext('StartTaskContact', { kind: 'response-lost' })
    expect(await problemOf(await proxy.post(plainTask, token))).toMatchObject({ outcome: 'unknown' })
  })

  it('is asked for again under the same token', async () => {
    const second = await answered(await proxy.post(plainTask, token))

    expect(connect.tasks.map(({ contactId }) => contactId)).toEqual([second.contactId])
  })

  it.each(refusals)(
    'is never called “not created” when Connect then refuses it for %s',
    async (_, refusal) => {
      connect.failNext('StartTaskContact', refusal)
      const problem = await problemOf(await proxy.post(plainTask, token))

      expect(problem.outcome).toBe('unknown')
      expect(problem.detail).toContain('An earlier request with this clientToken may have been carried out')
    },
  )

  it('is never called “not created” when the proxy then refuses it', async () => {
    connect.changeInstance({ flows: [] })
    proxy.passTime(3_600_000)
    const problem = await problemOf(await proxy.post(plainTask, token))

    expect(problem).toMatchObject({ code: 'destination-gone', outcome: 'unknown' })
  })

  it('stays in doubt after a refusal, and keeps the time after which to come back', async () => {
    connect.failNext('StartTaskContact', error(429, 'ThrottlingException'))
    expect(await problemOf(await proxy.post(plainTask, token))).toMatchObject({
      code: 'throttled',
      outcome: 'unknown',
      retryAfterSeconds: 2,
    })
    connect.failNext('StartTaskContact', quota)
    expect(await problemOf(await proxy.post(plainTask, token))).toMatchObject({
      code: 'quota-reached',
      outcome: 'unknown',
    })

    expect((await proxy.post(plainTask, token)).status).toBe(201)
  })
})

describe('a client token', () => {
  it('that created a task is refused for another one', async () => {
    await proxy.post(plainTask, token)
    const problem = await problemOf(await proxy.post({ ...plainTask, name: 'Another' }, token))

    expect(problem).toMatchObject({ status: 422, code: 'invalid', outcome: 'not-created' })
    expect(problem.detail).toContain('Send other content with a new clientToken.')
    expect(starts()).toHaveLength(1)
    expect(proxy.logged()).toContain('"reason":"token-reused"')
  })

  it('is refused for another task while the first is being created', async () => {
    connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 50 })
    const first = proxy.post(plainTask, token)
    const other = await proxy.post({ ...plainTask, name: 'Another' }, token)

    expect(new Set([other.status, (await first).status])).toEqual(new Set([201, 422]))
    expect(connect.tasks).toHaveLength(1)
  })

  it('of a refused task may be used for another one', async () => {
    connect.failNext('StartTaskContact', quota)
    await proxy.post(plainTask, token)

    expect((await proxy.post({ ...plainTask, name: 'Another' }, token)).status).toBe(201)
  })

  it('finds no task of another agent', async () => {
    const anas = await answered(await proxy.post(plainTask, token))
    const bens = await answered(await proxy.post({ ...plainTask, name: 'Another' }, bensToken))

    expect(bens.contactId).not.toBe(anas.contactId)
    expect(connect.tasks).toHaveLength(2)
  })
})

describe('a caller who leaves', () => {
  it('does not end the task for the caller who came second', async () => {
    const clock = createStandingClock()
    proxy = newProxy({ environment: { CONNECT_RATES: 'StartTaskContact=1/1' }, connect: { clock } })
    await proxy.post(plainTask, token)
    const task = { ...plainTask, clientToken: 'token-2' }
    const caller = new AbortController()
    const first = proxy.post(task, token, {}, caller.signal)
    const second = proxy.post(task, token)
    await clock.passTime(100)
    caller.abort()
    const answer = await clock.passTimeDuring(second)

    expect(answer.status).toBe(201)
    expect((await answered(answer)).contactId).toBe(connect.tasks[1]?.contactId)
    expect(connect.tasks).toHaveLength(2)
    await first
  })

  it('before anything was sent leaves nothing behind', async () => {
    const clock = createStandingClock()
    proxy = newProxy({ environment: { CONNECT_RATES: 'StartTaskContact=1/1' }, connect: { clock } })
    await proxy.post(plainTask, token)
    const task = { ...plainTask, clientToken: 'token-2' }
    const caller = new AbortController()
    const first = proxy.post(task, token, {}, caller.signal)
    await clock.passTime(100)
    caller.abort()
    expect(await problemOf(await first)).toMatchObject({ code: 'busy', outcome: 'not-created' })
    expect(starts()).toHaveLength(1)

    expect((await clock.passTimeDuring(proxy.post(task, token))).status).toBe(201)
  })
})

/** Accepted now, and not any more a moment later: the proxy tolerates a minute. */
const endingToken = () => identity.tokenFor(ana, { exp: Math.floor(Date.now() / 1_000) - 55 })

/** A browser says the length of each body. */
const withLength = { 'content-length': '2' }

describe('a task whose request a browser has sent twice, of which the second is refused', () => {
  it('may have been created, if its token has expired between the two', async () => {
    const ending = await endingToken()
    expect((await proxy.post(plainTask, ending, withLength)).status).toBe(201)
    proxy.passTime(10_000)
    const problem = await problemOf(await proxy.post(plainTask, ending, withLength))

    expect(problem).toMatchObject({ code: 'unauthenticated', outcome: 'unknown' })
    expect(connect.tasks).toHaveLength(1)
  })

  it('is known under a fresh token', async () => {
    const ending = await endingToken()
    const first = await answered(await proxy.post(plainTask, ending, withLength))
    proxy.passTime(10_000)

    expect(await answered(await proxy.post(plainTask, token))).toEqual(first)
    expect(connect.tasks).toHaveLength(1)
  })

  it('was not created, if the token had expired before the first', async () => {
    const ending = await endingToken()
    proxy.passTime(10_000)

    for (const _ of ['the first', 'the second'])
      expect(await problemOf(await proxy.post(plainTask, ending, withLength))).toMatchObject({
        outcome: 'not-created',
      })
  })

  it('may have been created, if the agent has too many requests under way for the second', async () => {
    await proxy.post(plainTask, token, withLength)
    const underWay = Array.from({ length: 100 }, () => proxy.post(new ReadableStream<Uint8Array>({}), token))
    // They have their places when the proxy begins to read their bodies.
    await expect
      .poll(async () => problemOf(await proxy.post(plainTask, token, withLength)).catch(() => undefined))
      .toMatchObject({ code: 'busy', outcome: 'unknown' })
    expect(underWay).toHaveLength(100)
  })

  it('may have been stopped, if the token has expired between the two', async () => {
    const ending = await endingToken()
    const { contactId } = await answered(await proxy.post(plainTask, ending, withLength))
    const stop = async () =>
      proxy.fetch(
        new Request(`http://localhost/api/v1/tasks/${contactId}/stop`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${ending}`, ...withLength },
          body: '{}',
        }),
      )
    expect((await stop()).status).toBe(200)
    proxy.passTime(10_000)

    expect(await problemOf(await stop())).toMatchObject({
      code: 'unauthenticated',
      outcome: 'unknown',
    })
  })
})
