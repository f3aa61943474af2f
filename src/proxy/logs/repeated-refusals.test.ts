import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { statusByCode, type ProblemCode } from '../../contract/problems/problem.ts'
import { createStandingClock } from '../harness/clock-harness.ts'
import { createAuditLog, createLogger, createRefusalCountLog, createRequestLog } from '../hosts/node/log.ts'
import { countRepeatedRefusals, countingWindowMs, followedKinds } from './repeated-refusals.ts'
import type { RequestLine } from './request-log.ts'

const lineSchema = z.looseObject({
  level: z.number(),
  requestId: z.optional(z.string()),
  agentId: z.optional(z.string()),
  code: z.optional(z.string()),
  count: z.optional(z.number()),
})

function createScene() {
  let log = ''
  const clock = createStandingClock()
  const logger = createLogger('info', { write: (line) => (log += line) })
  const counting = countRepeatedRefusals({
    write: createRequestLog(logger),
    writeCount: createRefusalCountLog(logger),
    clock,
  })
  const lines = () =>
    log
      .split('\n')
      .filter(Boolean)
      .map((line) => lineSchema.parse(JSON.parse(line)))
  return {
    ...counting,
    clock,
    logger,
    lines,
    counts: () => lines().filter(({ count }) => count !== undefined),
    /** The number of logged requests plus the number of counted ones. */
    total: () => lines().reduce((sum, { count = 1 }) => sum + count, 0),
  }
}

let scene: ReturnType<typeof createScene>
let requests = 0

beforeEach(() => {
  scene = createScene()
})

function refuse(code: ProblemCode, agentId?: string, differs: Partial<RequestLine> = {}) {
  requests += 1
  scene.logRequest({
    requestId: `request-${requests}`,
    method: 'POST',
    route: '/api/v1/tasks',
    status: statusByCode[code],
    durationMs: 1,
    code,
    outcome: 'not-created',
    ...(agentId === undefined ? {} : { agentId }),
    ...differs,
  })
}

const times = (count: number, act: () => void) => {
  for (let at = 0; at < count; at += 1) act()
}

describe('refusals that one caller repeats', () => {
  it.each([
    ['an agent', 'agent-a'],
    ['an unknown caller', undefined],
  ])('have one line and one count in a window: 2,000 × busy for %s', async (_, agentId) => {
    for (let at = 0; at < 2_000; at += 1) {
      refuse('busy', agentId)
      if (at % 100 === 99) await scene.clock.passTime(50)
    }
    expect(scene.lines()).toHaveLength(1)
    await scene.clock.passTime(countingWindowMs)

    expect(scene.lines()).toEqual([
      expect.objectContaining({ requestId: expect.any(String), status: 429, code: 'busy' }),
      {
        level: 30,
        time: expect.any(Number),
        ...(agentId === undefined ? {} : { agentId }),
        code: 'busy',
        count: 1_999,
        withinMs: countingWindowMs,
        msg: expect.any(String),
      },
    ])
  })

  it('are counted for each agent and code', async () => {
    times(5, () => refuse('busy', 'agent-a'))
    times(4, () => refuse('throttled', 'agent-a'))
    times(3, () => refuse('busy', 'agent-b'))
    await scene.clock.passTime(countingWindowMs)

    expect(scene.counts()).toEqual([
      expect.objectContaining({ agentId: 'agent-a', code: 'busy', count: 4 }),
      expect.objectContaining({ agentId: 'agent-a', code: 'throttled', count: 3 }),
      expect.objectContaining({ agentId: 'agent-b', code: 'busy', count: 2 }),
    ])
  })

  it('have a line and a count again in the next window', async () => {
    times(3, () => refuse('busy', 'agent-a'))
    await scene.clock.passTime(countingWindowMs)
    times(3, () => refuse('busy', 'agent-a'))
    await scene.clock.passTime(countingWindowMs)

    expect(scene.lines().map(({ count }) => count)).toEqual([undefined, 2, undefined, 2])
  })

  it.each<ProblemCode>([
    'unauthenticated',
    'sign-in-unavailable',
    'malformed',
    'too-large',
    'unsupported-type',
    'not-found',
    'invalid',
    'forbidden',
    'not-your-contact',
    'unexpected',
  ])(
    'have a line each while there are few, so that a request id can be found, and are counted then: %s',
    async (code) => {
      times(10, () => refuse(code))
      expect(scene.lines()).toHaveLength(10)
      times(1_990, () => refuse(code))
      await scene.clock.passTime(countingWindowMs)

      expect(scene.lines()).toHaveLength(11)
      expect(scene.total()).toBe(2_000)
    },
  )

  it('have no count if each was logged', async () => {
    refuse('busy', 'agent-a')
    times(10, () => refuse('invalid', 'agent-a'))
    await scene.clock.passTime(countingWindowMs)

    expect(scene.counts()).toEqual([])
  })

  it('are counted at the level at which they were logged', async () => {
    times(20, () => refuse('sign-in-unavailable'))
    await scene.clock.passTime(countingWindowMs)

    expect(new Set(scene.lines().map(({ level }) => level))).toEqual(new Set([50]))
  })

  it('are counted when the proxy ends within the window, and once', async () => {
    times(7, () => refuse('busy', 'agent-a'))
    await scene.clock.passTime(1_000)
    scene.writeCounts()
    await scene.clock.passTime(countingWindowMs)

    expect(scene.counts()).toEqual([expect.objectContaining({ count: 6, withinMs: 1_000 })])
  })

  it('of agents beyond the limit are counted together', async () => {
    const agents = followedKinds + 500
    for (let at = 0; at < agents; at += 1) times(10, () => refuse('busy', `agent-${at}`))
    await scene.clock.passTime(countingWindowMs)

    // A line and a count for each agent up to the limit, and for all others together.
    expect(scene.lines()).toHaveLength(2 * (followedKinds + 1))
    expect(scene.total()).toBe(10 * agents)
    expect(scene.counts().filter(({ agentId }) => agentId === undefined)).toEqual([
      expect.objectContaining({ agents: 'others', code: 'busy', count: 4_999 }),
    ])
  })
})

describe('a line of its own is kept for', () => {
  it('each request that was answered as asked', () => {
    times(100, () =>
      scene.logRequest({
        requestId: 'request',
        method: 'GET',
        route: '/api/v1/me',
        status: 200,
        durationMs: 1,
        agentId: 'agent-a',
      }),
    )

    expect(scene.lines()).toHaveLength(100)
  })

  it.each<ProblemCode>(['connect-denied', 'connect-failed', 'connect-timeout'])(
    'each failed call of Connect: %s',
    (code) => {
      times(100, () => refuse(code, 'agent-a'))

      expect(scene.lines()).toHaveLength(100)
    },
  )

  it('each request that may have created a task', () => {
    times(100, () => refuse('unexpected', 'agent-a', { outcome: 'unknown' }))

    expect(scene.lines()).toHaveLength(100)
  })

  it('each created task in the audit', () => {
    const audit = createAuditLog(scene.logger)
    times(100, () =>
      audit({
        requestId: 'request',
        agentId: 'agent-a',
        createdContactId: 'task',
        destination: { type: 'flow', flowId: 'flow' },
        scheduled: false,
      }),
    )

    expect(scene.lines()).toHaveLength(100)
  })
})
