import { describe, expect, it } from 'vitest'
import { createStandingClock } from '../harness/clock-harness.ts'
import { readRates } from '../connect/connect-rates.ts'
import { longestWaitMs } from './gate.ts'
import { createRateLimiter } from './rate-limiter.ts'

/** A limiter whose permissions come after these milliseconds, in this order. */
function createDesk(waitsMs: readonly number[], burst = 5) {
  const clock = createStandingClock()
  const rates = { ...readRates([]).rates, StartTaskContact: { perSecond: 2, burst } }
  const waits = waitsMs.values()
  let asked = 0
  const limiter = createRateLimiter(rates, {
    clock,
    askOthers: () => {
      asked += 1
      return Promise.resolve(waits.next().value ?? 0)
    },
  })
  const begun: string[] = []
  function ask(agentId: string) {
    const left = new AbortController()
    const caller = { agentId, signal: left.signal }
    const answer = limiter.inTurn('StartTaskContact', caller, async () => void begun.push(agentId))
    return { fate: answer.then(() => 'answered').catch(() => 'refused'), leave: () => left.abort() }
  }
  return { ask, begun: () => begun.join(''), asked: () => asked, passTime: clock.passTime }
}

describe('calls at rates that several proxies share', () => {
  it('begin when their permission comes, one permission each', async () => {
    const { ask, begun, asked, passTime } = createDesk([0, 300, 400])
    for (const agentId of ['a', 'a', 'a']) void ask(agentId)
    await passTime(299)
    const first = begun()
    await passTime(1)
    const second = begun()
    await passTime(400)

    expect([first, second, begun()]).toEqual(['a', 'aa', 'aaa'])
    expect(asked()).toBe(3)
  })

  it('take turns: a permission is used by the agent whose turn it is when it comes', async () => {
    const { ask, begun, passTime } = createDesk([0, 300, 300, 300])
    void ask('a')
    await passTime(100)
    for (const agentId of ['a', 'a', 'b']) void ask(agentId)
    await passTime(1_000)

    expect(begun()).toBe('aaba')
  })

  it('lose a permission that comes when no call waits, so that two are never used at once', async () => {
    const { ask, begun, asked, passTime } = createDesk([300, 200])
    const { fate, leave } = ask('a')
    await passTime(100)
    leave()
    await passTime(1_000)
    void ask('b')
    await passTime(199)
    const before = begun()
    await passTime(1)

    expect(await fate).toBe('refused')
    expect([before, begun(), asked()]).toEqual(['', 'b', 2])
  })

  it('use a permission that is on the way for a call that comes in the meantime', async () => {
    const { ask, begun, asked, passTime } = createDesk([300])
    const { leave } = ask('a')
    leave()
    await passTime(100)
    void ask('b')
    await passTime(200)

    expect([begun(), asked()]).toEqual(['b', 1])
  })

  it('are refused in time if no permission comes', async () => {
    const { ask, begun, passTime } = createDesk([longestWaitMs * 2])
    const { fate } = ask('a')
    await passTime(longestWaitMs)

    expect(await fate).toBe('refused')
    expect(begun()).toBe('')
  })

  it('stay within this proxy’s own rate, even if more is permitted', async () => {
    const { ask, begun, passTime } = createDesk([], 2)
    for (const agentId of ['a', 'a', 'a']) void ask(agentId)
    await passTime(499)
    const before = begun()
    await passTime(1)

    expect([before, begun()]).toEqual(['aa', 'aaa'])
  })
})
