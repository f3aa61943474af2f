import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRateLimits } from '../../simulators/connect/calls/rates.ts'
import { startTaskContact } from '../../simulators/connect/operations/start-task-contact.ts'
import { createStandingClock } from '../harness/clock-harness.ts'
import { readRates } from '../connect/connect-rates.ts'
import { CallerLeft, ProblemError } from '../problem-error.ts'
import { longestLineOfAgent, longestWaitMs, type Caller } from './gate.ts'
import { createRateLimiter } from './rate-limiter.ts'
import type { Rate } from './token-bucket.ts'

interface Ask {
  readonly agentId: string
  /** How long the call is on its way to Connect, and then back. */
  readonly thereMs?: number
  readonly backMs?: number
}

interface Start {
  readonly agentId: string
  readonly atMs: number
}

type Fate = 'answered' | 'busy' | 'abandoned'

async function fateOf(call: Promise<unknown>): Promise<Fate> {
  try {
    await call
    return 'answered'
  } catch (error) {
    if (error instanceof CallerLeft) return 'abandoned'
    if (error instanceof ProblemError && error.facts.code === 'busy') return 'busy'
    throw error
  }
}

/** A limiter, and a Connect behind it that refuses calls above the rate. */
function createDesk(rate: Rate) {
  const clock = createStandingClock()
  const limiter = createRateLimiter({ ...readRates([]).rates, StartTaskContact: rate }, { clock })
  const connect = createRateLimits(clock.nowMs)
  const starts: Start[] = []
  const after = (ms: number) => new Promise<void>((resolve) => clock.wakeIn(ms, resolve))

  function ask({ agentId, thereMs = 0, backMs = 0 }: Ask) {
    const left = new AbortController()
    const caller: Caller = { agentId, signal: left.signal }
    const answer = limiter.inTurn('StartTaskContact', caller, async () => {
      starts.push({ agentId, atMs: clock.nowMs() })
      await after(thereMs)
      connect.take({ ...startTaskContact, rate })
      await after(backMs)
    })
    return { answer, fate: fateOf(answer), leave: () => left.abort() }
  }
  return { ask, starts, limiter, passTime: clock.passTime }
}

const documented: Rate = { perSecond: 2, burst: 5 }
const times = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index))
const agentsOf = (starts: readonly Start[]) => starts.map(({ agentId }) => agentId).join('')

const agentId = fc.constantFrom('a', 'b', 'c', 'd')
const rate = fc.record({
  perSecond: fc.constantFrom(0.5, 1, 2, 3, 10),
  burst: fc.integer({ min: 1, max: 8 }),
})

const timesOf = (starts: readonly Start[]) => starts.map(({ atMs }) => atMs)

interface Comer {
  readonly agentId: string
  readonly leaves: boolean
}

/** The times at which calls start if all of these ask at once, and those who leave do so at once. */
async function startsOf(callers: readonly Comer[]) {
  const { ask, starts, passTime } = createDesk(documented)
  times(5, () => ask({ agentId: 'before' }))
  const asked = callers.map((caller) => ({ ...caller, ...ask(caller) }))
  const leavers = asked.filter(({ leaves }) => leaves)
  for (const { leave } of leavers) leave()
  await passTime(10_000)
  return { starts, fates: await Promise.all(leavers.map(({ fate }) => fate)) }
}

describe('the turns of calls to Connect', () => {
  it('lets a burst through at once and the rest at the rate', async () => {
    const { ask, starts, passTime } = createDesk(documented)
    const asked = times(8, () => ask({ agentId: 'a' }))
    await passTime(1_499)
    const before = starts.length
    await passTime(1)

    expect([before, starts.length]).toEqual([7, 8])
    expect(await Promise.all(asked.map(({ fate }) => fate))).toEqual(times(8, () => 'answered'))
  })

  it('never exceeds the rate in any period, and Connect never refuses, however late calls arrive', async () => {
    const coming = fc.record({
      agentId,
      gapMs: fc.integer({ min: 0, max: 1_500 }),
      thereMs: fc.integer({ min: 0, max: 2_000 }),
      backMs: fc.integer({ min: 0, max: 2_000 }),
      leavesAfterMs: fc.option(fc.integer({ min: 0, max: 1_500 })),
    })
    await fc.assert(
      fc.asyncProperty(rate, fc.array(coming, { maxLength: 40 }), async (allowed, callers) => {
        const { ask, starts, passTime } = createDesk(allowed)
        const fates: Promise<Fate>[] = []
        for (const { gapMs, leavesAfterMs, ...asked } of callers) {
          const { fate, leave } = ask(asked)
          fates.push(fate)
          // They come one after another.
          await passTime(leavesAfterMs ?? 0)
          if (leavesAfterMs !== null) leave()
          await passTime(gapMs)
        }
        await passTime(60_000)

        // Every call ended, and Connect refused none: a refusal would be thrown here.
        const answered = (await Promise.all(fates)).filter((fate) => fate === 'answered')
        expect(answered).toHaveLength(starts.length)
        for (const [first, { atMs: from }] of starts.entries()) {
          for (const [last, { atMs: to }] of starts.entries()) {
            const most = allowed.burst + ((to - from) / 1_000) * allowed.perSecond
            expect(last - first + 1).toBeLessThanOrEqual(Math.max(most, 1) + 1e-6)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('gives each of k waiting agents every k-th turn, in any order of arrival and for any number of calls', async () => {
    const counts = fc.array(fc.integer({ min: 3, max: 12 }), { minLength: 2, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(counts, async (waiting) => {
        const { ask, starts, passTime } = createDesk({ perSecond: 20, burst: 1 })
        void ask({ agentId: 'first' })
        for (const [agent, count] of waiting.entries()) times(count, () => ask({ agentId: String(agent) }))
        await passTime(10_000)

        const turns = starts.slice(1).map((start) => start.agentId)
        expect(turns).toHaveLength(waiting.reduce((sum, count) => sum + count, 0))
        const rounds = Math.min(...waiting)
        const everyAgent = times(waiting.length, String)
        expect(turns.slice(0, rounds * waiting.length)).toEqual(times(rounds, () => everyAgent).flat())
      }),
      { numRuns: 60 },
    )
  })

  it('does not make one agent wait for the burst of another', async () => {
    const { ask, starts, passTime } = createDesk(documented)
    times(12, () => ask({ agentId: 'a' }))
    void ask({ agentId: 'b' })
    await passTime(1_000)

    expect(agentsOf(starts)).toBe('aaaaaab')
  })

  it('spends no turn on callers who leave while they wait', async () => {
    const coming = fc.array(fc.record({ agentId, leaves: fc.boolean() }), { maxLength: 14 })
    await fc.assert(
      fc.asyncProperty(coming, async (callers) => {
        // Few enough for all to wait.
        const some = callers.slice(0, 10)
        const [withLeavers, without] = [
          await startsOf(some),
          await startsOf(some.filter(({ leaves }) => !leaves)),
        ]
        expect(timesOf(withLeavers.starts)).toEqual(timesOf(without.starts))
        expect(withLeavers.fates.every((fate) => fate === 'abandoned')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('makes no call for a caller who has left already', async () => {
    const { limiter, starts } = createDesk(documented)
    const gone: Caller = { agentId: 'a', signal: AbortSignal.abort() }

    const fate = await fateOf(limiter.inTurn('StartTaskContact', gone, () => Promise.resolve()))

    expect(fate).toBe('abandoned')
    expect(starts).toEqual([])
  })

  it('refuses at once a call that would wait too long, with a wait that ends before its turn', async () => {
    const { ask } = createDesk(documented)
    times(15, () => ask({ agentId: 'a' }))

    await expect(ask({ agentId: 'a' }).answer).rejects.toMatchObject({
      facts: { code: 'busy', retryAfterSeconds: 2 },
    })
  })

  it('refuses in time a call that waits too long because others took turns', async () => {
    const { ask, starts, passTime } = createDesk(documented)
    const last = times(15, () => ask({ agentId: 'a' })).at(-1)
    void ask({ agentId: 'b' })
    await passTime(longestWaitMs)

    expect(await last?.fate).toBe('busy')
    expect(agentsOf(starts)).toHaveLength(15)
  })

  it('refuses in time while Connect does not answer', async () => {
    const { ask, starts, passTime } = createDesk({ perSecond: 2, burst: 1 })
    void ask({ agentId: 'a', backMs: 60_000 })
    const waiting = ask({ agentId: 'b' })
    await passTime(longestWaitMs)

    expect(await waiting.fate).toBe('busy')
    expect(agentsOf(starts)).toBe('a')
  })

  it('bounds the line of one agent, and still lets others in', async () => {
    const { ask, starts, passTime } = createDesk({ perSecond: 100, burst: 1 })
    times(longestLineOfAgent + 1, () => ask({ agentId: 'a' }))
    const [oneMore, another] = [ask({ agentId: 'a' }), ask({ agentId: 'b' })]
    await passTime(10_000)

    expect([await oneMore.fate, await another.fate]).toEqual(['busy', 'answered'])
    expect(agentsOf(starts).indexOf('b')).toBeLessThan(3)
  })

  it('keeps operations apart, and gives the proxy itself turns like an agent', async () => {
    const { ask, limiter, starts, passTime } = createDesk(documented)
    times(8, () => ask({ agentId: 'a' }))
    const own: string[] = []
    const asItself = () =>
      fateOf(limiter.inTurn('StartTaskContact', undefined, async () => void own.push('x')))
    const other = fateOf(limiter.inTurn('SearchUsers', undefined, async () => void own.push('users')))
    void asItself()
    await passTime(1_000)

    expect(await other).toBe('answered')
    expect(own).toEqual(['users', 'x'])
    expect(agentsOf(starts)).toBe('aaaaaa')
  })
})

it('a call that becomes wrong while it waits takes no turn, and does not count as busy', async () => {
  const clock = createStandingClock()
  const ends: string[] = []
  const limiter = createRateLimiter(
    { StartTaskContact: { perSecond: 1, burst: 1 } },
    { clock, noteWaiting: () => (result) => void ends.push(result) },
  )
  let isWrong = false
  const refuse = () => {
    if (isWrong) throw new Error('It is night by now.')
  }
  const ask = (agent: string, check?: () => void) =>
    limiter.inTurn(
      'StartTaskContact',
      { agentId: agent, signal: new AbortController().signal },
      async () => {},
      check,
    )
  await ask('ana')
  const [wrong, next] = [ask('ben', refuse), ask('cleo')]
  isWrong = true

  await Promise.all([expect(wrong).rejects.toThrow('It is night by now.'), clock.passTime(1_000)])
  await next
  expect(ends.toSorted()).toEqual(['begun', 'begun', 'refused'])
})
