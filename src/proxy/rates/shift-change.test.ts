import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crowdAt } from '../../bench/crowd.ts'
import { changeShift, scattered, shiftFigures, type Comer } from '../../bench/shift-change.ts'
import { TaskClientError } from '../../client/task-client-error.ts'
import { describeContact } from '../../simulators/connect/operations/describe-contact.ts'
import { createRateLimits } from '../../simulators/connect/calls/rates.ts'
import { startTaskContact } from '../../simulators/connect/operations/start-task-contact.ts'
import { createStandingClock } from '../harness/clock-harness.ts'
import { wireIssue } from '../../contract/problems/wire-issue.ts'
import { readRates } from '../connect/connect-rates.ts'
import { ProblemError } from '../problem-error.ts'
import { startProxyScene } from '../harness/proxy-scene.ts'
import { createRateLimiter } from './rate-limiter.ts'

const agents = 200
const minuteMs = 60_000

/** The error that a panel would get for a problem of the proxy. */
function tell(error: unknown): never {
  if (!(error instanceof ProblemError)) throw error
  const { code, outcome = 'not-created', issues = [], retryAfterSeconds = NaN } = error.facts
  throw new TaskClientError({ code, outcome, issues: issues.map(wireIssue), retryAfterSeconds })
}

/** The rate limiter and panels that retry, with no network between them. */
async function changeShiftAtOnce(comings: readonly number[]) {
  const clock = createStandingClock()
  const limiter = createRateLimiter(readRates([]).rates, { clock })
  const connect = createRateLimits(clock.nowMs)
  const comers = comings.map((comesAfterMs, index): Comer => {
    const caller = { agentId: String(index), signal: new AbortController().signal }
    const describeTheirs = () =>
      limiter.inTurn('DescribeContact', caller, async () => connect.take(describeContact))
    const create = async () => {
      limiter.expect('StartTaskContact', caller)
      await describeTheirs()
      await limiter.inTurn('StartTaskContact', caller, async () => connect.take(startTaskContact))
      return { contactId: String(index), scheduledTime: null }
    }
    return {
      comesAfterMs,
      openPanel: () => describeTheirs().catch(tell),
      createTask: () => create().catch(tell),
      request: { name: 'Call back', references: [], attributes: [] },
    }
  })
  const wait = (ms: number) => new Promise<void>((resolve) => clock.wakeIn(ms, resolve))
  const shift = changeShift(comers, { nowMs: clock.nowMs, wait })
  await clock.passTime(10 * minuteMs)
  return shift
}

describe('two hundred agents whose shift begins within a minute', () => {
  it('have all their tasks in hardly more time than the rates allow, in any order of arrival', async () => {
    const comings = fc.array(fc.integer({ min: 0, max: minuteMs }), { minLength: agents, maxLength: agents })
    await fc.assert(
      fc.asyncProperty(comings, async (some) => {
        const fates = await changeShiftAtOnce(some)
        const { tookMs, allowedMs } = shiftFigures(fates, startTaskContact.rate)

        expect(fates.filter(({ task }) => task === undefined)).toEqual([])
        expect(new Set(fates.flatMap(({ problems }) => problems))).toEqual(new Set(['busy']))
        expect(tookMs).toBeLessThanOrEqual(1.1 * allowedMs)
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('are refused at most once, and get their turns in the order in which they came', async () => {
    const fates = await changeShiftAtOnce(scattered(agents, minuteMs))
    const inOrder = fates.toSorted((one, other) => one.askedMs - other.askedMs)
    const overtaken = inOrder.map(
      ({ endedMs }, place) => inOrder.slice(place + 1).filter((later) => later.endedMs < endedMs).length,
    )

    expect(Math.max(...fates.map(({ problems }) => problems.length))).toBe(1)
    expect(Math.max(...overtaken)).toBeLessThanOrEqual(2)
  })

  it('get one task each from the real proxy, which gives Connect no reason to throttle', async () => {
    const clock = createStandingClock()
    const startedAtMs = Date.now()
    const scene = await startProxyScene(() => startedAtMs + clock.nowMs())
    const { connect, identity } = scene
    identity.behave({ tokenLifetimeSeconds: 3_600 })
    const proxy = scene.newProxy({ environment: { CONNECT_RATES: '' }, connect: { clock } })
    const crowd = await crowdAt(
      {
        connect,
        identity,
        origin: 'http://localhost',
        fetch: async (input, init) => proxy.fetch(new Request(input, init)),
      },
      agents,
      minuteMs,
    )
    const wait = (ms: number) => new Promise<void>((resolve) => clock.wakeIn(ms, resolve))

    const fates = await clock.passTimeDuring(changeShift(crowd, { nowMs: clock.nowMs, wait }))

    const linksOf = connect.tasks.map(({ createdByUser, relatedContactId }) => [
      createdByUser,
      relatedContactId,
    ])
    expect(new Set(fates.flatMap(({ problems }) => problems))).toEqual(new Set(['busy']))
    expect(connect.tasks).toHaveLength(agents)
    // Each agent has a task, and no two have the same.
    expect(new Set(fates.map(({ task }) => task?.contactId))).toEqual(
      new Set(connect.tasks.map(({ contactId }) => contactId)),
    )
    expect(new Set(linksOf.map(String)).size).toBe(agents)
    expect(linksOf.every(([user = '', call]) => call === `call-of-${user.split('/').at(-1)}`)).toBe(true)
    expect(connect.received.filter(({ status }) => status !== 200)).toEqual([])
    await scene.close()
  }, 60_000)
})
