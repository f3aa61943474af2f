import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { problemSchema, type ProblemCode } from '../../contract/problems/problem.ts'
import { createDelivered, sentAgainWithinMs } from '../begun/delivered.ts'
import { createStoreInMemory } from '../begun/shared-begun-harness.ts'
import { nodeSha256Hex } from '../hosts/node/node-sha256.ts'
import type { RequestEnvironment } from '../logs/request-log.ts'
import { ProblemError, type CodeAndReason } from '../problem-error.ts'
import { problemResponse } from './problem-response.ts'
import { noteDelivered, refusedHere } from './sent-again.ts'

const refusals = [
  { code: 'unauthenticated', reason: 'expired' },
  { code: 'sign-in-unavailable', reason: 'status' },
  { code: 'unknown-agent', reason: 'no-user' },
  { code: 'forbidden', reason: 'no-policy' },
  { code: 'busy', reason: 'requests-at-once' },
  { code: 'busy', reason: 'requests-of-agent' },
  { code: 'malformed', reason: 'body-cut-off' },
  { code: 'too-large', reason: 'body' },
  { code: 'unsupported-type', reason: 'content-type' },
] as const satisfies readonly CodeAndReason[]

type Refusal = { readonly code: ProblemCode } & (typeof refusals)[number]

const refusedFor = (refusal: CodeAndReason) => new ProblemError({ ...refusal, detail: 'Refused.' })

/** The way in which one request ends. */
type Fate =
  /** Refused before its agent is known. */
  | { readonly refusal: CodeAndReason }
  /** Delivered, and then this. */
  | { readonly delivered: 'done' | CodeAndReason; readonly isKnownCommand?: true }

/** A proxy that meets one fate after the other. */
function proxyWith(fates: readonly Fate[], parts: Partial<Parameters<typeof createDelivered>[0]> = {}) {
  const left = [...fates]
  const delivered = createDelivered({ sha256Hex: nodeSha256Hex, now: () => new Date(), ...parts })
  const app = new Hono<RequestEnvironment>()
  app.post('*', async (context) => {
    context.set('requestId', 'r')
    const fate = left.shift()
    if (!fate) throw new Error('More requests than fates.')
    if ('refusal' in fate) throw refusedFor(fate.refusal)
    await noteDelivered(delivered, context, 'ana')
    if (fate.isKnownCommand) context.set('isKnownCommand', true)
    if (fate.delivered === 'done') return context.json({}, 201)
    throw refusedFor(fate.delivered)
  })
  app.onError(async (error, context) => {
    const judged = await refusedHere(delivered, context, error)
    if (judged instanceof ProblemError) return problemResponse(context, judged.facts)
    throw judged
  })
  return {
    /** How the next request ends: `done`, or the outcome of its refusal. */
    post: async ({ path = '/api/v1/tasks', token = 'anas-token', length = '120' } = {}) => {
      const headers = { authorization: `Bearer ${token}`, 'content-length': length }
      const response = await app.request(path, { method: 'POST', headers })
      return response.ok ? 'done' : problemSchema.parse(await response.json()).outcome
    },
  }
}

describe.each<Refusal>(refusals)('a request that is refused for $code ($reason)', (refusal) => {
  it('has done nothing if it is the first of its kind', async () => {
    expect(await proxyWith([{ refusal }]).post()).toBe('not-created')
  })

  it('may have been carried out if the browser has sent it twice and the first was delivered', async () => {
    const proxy = proxyWith([{ delivered: 'done' }, { refusal }, { refusal }])
    await proxy.post()

    expect(await proxy.post()).toBe('unknown')
    expect(await proxy.post()).toBe('unknown')
  })

  it('may have been carried out if the first was delivered to another proxy', async () => {
    const store = createStoreInMemory({ nowMs: Date.now, wakeIn: () => () => {} })
    const one = proxyWith([{ delivered: 'done' }], { shared: store.open() })
    const other = proxyWith([{ refusal }], { shared: store.open() })
    await one.post()

    expect(await other.post()).toBe('unknown')
  })

  it('has done nothing if the first was refused too', async () => {
    const proxy = proxyWith([{ delivered: { code: 'quota-reached', reason: 'quota' } }, { refusal }])
    await proxy.post()

    expect(await proxy.post()).toBe('not-created')
  })

  it('has done nothing if only another agent, or another request, was delivered', async () => {
    const proxy = proxyWith([{ delivered: 'done' }, { refusal }, { refusal }, { refusal }])
    await proxy.post()

    expect(await proxy.post({ token: 'bens-token' })).toBe('not-created')
    expect(await proxy.post({ length: '121' })).toBe('not-created')
    expect(await proxy.post({ path: '/api/v1/tasks/a-task/stop' })).toBe('not-created')
  })

  it('has done nothing if the delivered one is older than a browser would send again', async () => {
    let nowMs = 1_000
    const proxy = proxyWith([{ delivered: 'done' }, { refusal }], { now: () => new Date(nowMs) })
    await proxy.post()
    nowMs += sentAgainWithinMs

    expect(await proxy.post()).toBe('not-created')
  })
})

describe('a request that comes again and is delivered again', () => {
  it('has the outcome that the memory of begun tasks knows', async () => {
    const refused = { code: 'quota-reached', reason: 'quota' } as const
    const proxy = proxyWith([{ delivered: 'done' }, { delivered: refused, isKnownCommand: true }])
    await proxy.post()

    expect(await proxy.post()).toBe('not-created')
  })

  it('may have stopped a task, if Connect refuses the second one', async () => {
    const denied = { code: 'connect-denied', reason: 'denied' } as const
    const stop = { path: '/api/v1/tasks/a-task/stop' }
    const proxy = proxyWith([{ delivered: 'done' }, { delivered: denied }])
    await proxy.post(stop)

    expect(await proxy.post(stop)).toBe('unknown')
  })

  it('may have sent a message, if its sign-in has expired meanwhile', async () => {
    const expired = { code: 'unauthenticated', reason: 'expired' } as const
    const message = { path: '/api/v1/messages' }
    const proxy = proxyWith([{ delivered: 'done' }, { refusal: expired }])
    await proxy.post(message)

    expect(await proxy.post(message)).toBe('unknown')
  })

  it('finds the task ended, which is no doubt', async () => {
    const ended = { code: 'already-ended', reason: 'ended' } as const
    const stop = { path: '/api/v1/tasks/a-task/stop' }
    const proxy = proxyWith([{ delivered: 'done' }, { delivered: ended }])
    await proxy.post(stop)

    expect(await proxy.post(stop)).toBe('not-created')
  })
})
