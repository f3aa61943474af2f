import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStandingClock } from '../harness/clock-harness.ts'
import { readRates } from '../connect/connect-rates.ts'
import { ProblemError } from '../problem-error.ts'
import type { Caller } from './gate.ts'
import { createRateLimiter } from './rate-limiter.ts'
import type { Rate } from './token-bucket.ts'

interface Call {
  readonly agentId: string
  readonly comesAtMs?: number
  /** How much later than `retryAfterSeconds` the agent comes back. */
  readonly lateMs?: number
}

interface Served {
  readonly agentId: string
  readonly atMs: number
  readonly timesSentAway: number
}

const documented: Rate = { perSecond: 2, burst: 5 }
const times = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index))
const callerOf = (agentId: string): Caller => ({ agentId, signal: new AbortController().signal })

function createCounter(rate = documented) {
  const clock = createStandingClock()
  const limiter = createRateLimiter({ ...readRates([]).rates, StartTaskContact: rate }, { clock })
  const served: Served[] = []
  const after = (ms: number) => new Promise<void>((resolve) => clock.wakeIn(ms, resolve))

  /** Asks once; resolves to `retryAfterSeconds` if refused. */
  async function ask(agentId: string, timesSentAway = 0): Promise<number | undefined> {
    try {
      await limiter.inTurn('StartTaskContact', callerOf(agentId), async () => {
        served.push({ agentId, atMs: clock.nowMs(), timesSentAway })
      })
      return undefined
    } catch (error) {
      if (error instanceof ProblemError && error.facts.code === 'busy') return error.facts.retryAfterSeconds
      throw error
    }
  }

  /** This many agents at once. */
  const askedBy = (count: number) => Promise.all(times(count, (index) => ask(`agent ${index}`)))

  async function askPatiently({ agentId, comesAtMs = 0, lateMs = 0 }: Call): Promise<void> {
    await after(comesAtMs)
    for (let timesSentAway = 0; ; timesSentAway += 1) {
      // An agent asks again only after the answer to the last time.
      const seconds = await ask(agentId, timesSentAway)
      if (seconds === undefined) return
      await after(seconds * 1_000 + lateMs)
    }
  }
  return { ask, askedBy, askPatiently, limiter, served, passTime: clock.passTime }
}

async function servedInTime(rate: Rate, calls: readonly Call[]) {
  const { askPatiently, served, passTime } = createCounter(rate)
  const all = Promise.all(calls.map(askPatiently))
  await passTime(600_000)
  await all
  return served
}

const rates = fc.record({
  perSecond: fc.constantFrom(0.5, 1, 2, 3, 10),
  burst: fc.integer({ min: 1, max: 8 }),
})

describe('agents who are refused because the line is long', () => {
  it('are not refused again when they come back in time or a little late', async () => {
    const calls = fc.array(
      fc.record({
        comesAtMs: fc.integer({ min: 0, max: 30_000 }),
        lateMs: fc.integer({ min: 0, max: 500 }),
      }),
      { minLength: 1, maxLength: 80, size: 'max' },
    )
    await fc.assert(
      fc.asyncProperty(rates, calls, async (rate, comers) => {
        const served = await servedInTime(
          rate,
          comers.map((comer, index) => ({ ...comer, agentId: String(index) })),
        )

        expect(served).toHaveLength(comers.length)
        expect(Math.max(...served.map(({ timesSentAway }) => timesSentAway))).toBeLessThanOrEqual(1)
      }),
      { numRuns: 60 },
    )
  })

  it('have their turns in the order in which they came', async () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 80, size: 'max' })
    await fc.assert(
      fc.asyncProperty(rates, gaps, async (rate, gapsMs) => {
        let comesAtMs = 0
        const calls = gapsMs.map((gapMs, index) => ({
          agentId: String(index),
          comesAtMs: (comesAtMs += gapMs),
        }))
        const served = await servedInTime(rate, calls)

        expect(served.map(({ agentId }) => agentId)).toEqual(calls.map(({ agentId }) => agentId))
      }),
      { numRuns: 60 },
    )
  })

  it('come back early enough that no turn is lost', async () => {
    const served = await servedInTime(
      documented,
      times(60, (index) => ({ agentId: String(index), lateMs: 500 })),
    )

    expect(served.map(({ atMs }) => atMs)).toEqual(times(60, (index) => Math.max(0, index - 4) * 500))
  })

  it('do not delay others if they never come back', async () => {
    const { ask, askedBy, served, passTime } = createCounter()
    const gone = askedBy(60)
    await passTime(8_000)
    void ask('another')
    await passTime(0)

    expect(await gone).toContain(24)
    expect(served.at(-1)).toMatchObject({ agentId: 'another', atMs: 8_000 })
  })

  it('do not delay others if all refused calls were of one agent', async () => {
    const served = await servedInTime(documented, [
      ...times(60, () => ({ agentId: 'a' })),
      ...times(5, (index) => ({ agentId: `b${index}`, comesAtMs: 3_100 + index * 3_000 })),
    ])
    const others = served.filter(({ agentId }) => agentId !== 'a')

    expect(served).toHaveLength(65)
    expect(others.map(({ atMs, timesSentAway }) => [atMs, timesSentAway])).toEqual(
      times(5, (index) => [4_000 + index * 3_000, 0]),
    )
  })

  it('get the same time again if they come too early', async () => {
    const { ask, askedBy, passTime } = createCounter()
    void askedBy(40)
    const told = await ask('a')
    await passTime(4_000)

    expect([told, await ask('a')]).toEqual([15, 11])
  })
})

describe('a call that follows other calls', () => {
  it('keeps its turn while the other calls are made', async () => {
    const { ask, askedBy, limiter, served, passTime } = createCounter()
    void askedBy(5)
    limiter.expect('StartTaskContact', callerOf('a'))
    void Promise.all(['b', 'c', 'd'].map((agentId) => ask(agentId)))
    await passTime(100)
    void ask('a')
    await passTime(2_000)

    expect(served.slice(5).map(({ agentId }) => agentId)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('gives its turn to the next agent if it is not made after all', async () => {
    const { ask, askedBy, limiter, passTime } = createCounter()
    void askedBy(5)
    for (const index of times(10, (each) => each)) limiter.expect('StartTaskContact', callerOf(`x${index}`))()
    const told = ask('b')
    await passTime(1_000)

    expect(await told).toBeUndefined()
  })

  it('is refused before the other calls are made if it would wait too long', () => {
    const { askedBy, limiter } = createCounter()
    void askedBy(20)

    expect(() => limiter.expect('StartTaskContact', callerOf('a'))).toThrow(ProblemError)
  })
})
