import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storeAway } from '../../begun/shared-begun.ts'
import type { IntervalStore } from './interval-store.ts'
import { createIntervalsInMemory } from './intervals-in-memory.ts'
import { createIntervals } from './intervals.ts'
import { createNumberKey } from './number-key.ts'

const minute = 60_000
const customer = '+15555550100'
const everyMs = 10 * minute

function createClock() {
  let ms = 0
  return { nowMs: () => ms, pass: (more: number) => (ms += more) }
}

function start(shared?: IntervalStore, clock = createClock()) {
  const intervals = createIntervals({
    keyOf: createNumberKey('a secret of this test', 'instance'),
    own: createIntervalsInMemory(clock.nowMs),
    shared,
    longestMs: 60 * minute,
    now: () => new Date(clock.nowMs()),
  })
  const reserve = (holder: string, differs: { readonly number?: string; readonly everyMs?: number } = {}) =>
    intervals.reserve({ number: customer, holder, everyMs, ...differs })
  return { ...intervals, reserve, clock }
}

const away: IntervalStore = {
  reserve: async () => storeAway,
  waitMs: async () => storeAway,
  agree: async () => storeAway,
}

/** The store of several proxies that have one secret. */
const createStore = (clock: ReturnType<typeof createClock>): IntervalStore => ({
  ...createIntervalsInMemory(clock.nowMs),
  agree: async () => true,
})

describe('the interval of a customer', () => {
  it('lets one of two messages through that two agents send at once', async () => {
    const { reserve } = start()
    const places = await Promise.all([reserve('a'), reserve('b')])

    // Either may be the first.
    expect(places.toSorted((one, other) => one.state.localeCompare(other.state))).toMatchObject([
      { state: 'new' },
      { state: 'taken', waitMs: everyMs },
    ])
  })

  it('begins with the message and ends to the millisecond', async () => {
    const { reserve, nextAt, clock } = start()
    await reserve('a')
    clock.pass(everyMs - 1)

    expect(await reserve('b')).toEqual({ state: 'taken', waitMs: 1 })
    expect(await nextAt({ number: customer, everyMs })).toEqual(new Date(everyMs))
    clock.pass(1)
    expect(await nextAt({ number: customer, everyMs })).toBeUndefined()
    expect(await reserve('b')).toMatchObject({ state: 'new' })
  })

  it('is another for each number', async () => {
    const { reserve } = start()
    await reserve('a')

    expect(await reserve('b', { number: '+15555550101' })).toMatchObject({ state: 'new' })
  })

  it('is open to the same message again, and then starts again', async () => {
    const { reserve, clock } = start()
    await reserve('a')
    clock.pass(9 * minute)

    expect(await reserve('a')).toEqual({ state: 'own' })
    clock.pass(9 * minute)
    expect(await reserve('b')).toMatchObject({ state: 'taken' })
  })

  it('is free after a message that was not sent, and the message before counts again', async () => {
    const { reserve, clock } = start()
    await reserve('a')
    clock.pass(20 * minute)
    const place = await reserve('b')
    if (place.state === 'new') await place.giveBack()

    expect(await reserve('c', { everyMs: 30 * minute })).toEqual({ state: 'taken', waitMs: 10 * minute })
    expect(await reserve('c')).toMatchObject({ state: 'new' })
  })

  it('is judged by the sender’s own policy, not by that of the message before', async () => {
    const { reserve, clock } = start()
    await reserve('a', { everyMs: minute })
    clock.pass(2 * minute)

    expect(await reserve('b', { everyMs: 60 * minute })).toMatchObject({ state: 'taken' })
    expect(await reserve('c', { everyMs: minute })).toMatchObject({ state: 'new' })
  })

  it('is not given back by a message whose interval another one has reserved since', async () => {
    const { reserve, clock } = start()
    const place = await reserve('a')
    clock.pass(everyMs)
    await reserve('b')
    if (place.state === 'new') await place.giveBack()

    expect(await reserve('c')).toMatchObject({ state: 'taken' })
  })

  it('never lets two messages through within it, in any order of events', async () => {
    const step = fc.record({
      passMinutes: fc.integer({ min: 0, max: 12 }),
      holder: fc.constantFrom('a', 'b', 'c'),
      ends: fc.constantFrom('sent', 'lost', 'refused'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { reserve, clock } = start()
        const sent: { readonly holder: string; readonly atMs: number }[] = []
        for (const { passMinutes, holder, ends } of steps) {
          clock.pass(passMinutes * minute)
          // The order matters here.
          const place = await reserve(holder)
          if (place.state === 'taken') continue
          if (place.state === 'new' && ends === 'refused') await place.giveBack()
          else sent.push({ holder, atMs: clock.nowMs() })
        }
        for (const [index, { holder, atMs }] of sent.entries()) {
          const before = sent[index - 1]
          if (before && before.holder !== holder) expect(atMs - before.atMs).toBeGreaterThanOrEqual(everyMs)
        }
      }),
    )
  })
})

describe('proxies that share a store', () => {
  it('know of each other’s messages', async () => {
    const clock = createClock()
    const store = createStore(clock)
    const [one, other] = [start(store, clock), start(store, clock)]
    const place = await one.reserve('a')

    expect(await other.reserve('b')).toMatchObject({ state: 'taken' })
    expect(await other.nextAt({ number: customer, everyMs })).toEqual(new Date(everyMs))
    expect(await other.reserve('a')).toEqual({ state: 'own' })
    if (place.state === 'new') await place.giveBack()
  })

  it('take a refused message back in the store, too', async () => {
    const clock = createClock()
    const store = createStore(clock)
    const [one, other] = [start(store, clock), start(store, clock)]
    const place = await one.reserve('a')
    if (place.state === 'new') await place.giveBack()

    expect(await other.reserve('b')).toMatchObject({ state: 'new' })
    expect(await one.reserve('c')).toMatchObject({ state: 'taken' })
  })

  it('send nothing while the store is away, and reserve nothing', async () => {
    const { reserve, nextAt } = start(away)

    await expect(reserve('a')).rejects.toMatchObject({ facts: { code: 'busy', retryAfterSeconds: 2 } })
    expect(await nextAt({ number: customer, everyMs })).toBeUndefined()
  })

  it('still know their own messages after the store has lost its entries', async () => {
    const clock = createClock()
    let store = createStore(clock)
    const shared: IntervalStore = {
      reserve: (reservation) => store.reserve(reservation),
      waitMs: (asked) => store.waitMs(asked),
      agree: (secret) => store.agree(secret),
    }
    const { reserve } = start(shared, clock)
    await reserve('a')
    store = createStore(clock)

    expect(await reserve('b')).toMatchObject({ state: 'taken' })
  })

  it('send nothing while the store does not say whether they have one secret, and reserve nothing', async () => {
    const clock = createClock()
    let agreed: true | typeof storeAway = storeAway
    const { reserve } = start({ ...createStore(clock), agree: async () => agreed }, clock)

    await expect(reserve('a')).rejects.toMatchObject({ facts: { reason: 'interval-unknown' } })
    agreed = true
    expect(await reserve('b')).toMatchObject({ state: 'new' })
  })

  it('send nothing under another secret than the others, and reserve nothing', async () => {
    const clock = createClock()
    let isSame = false
    const { reserve, requireOneSecret } = start({ ...createStore(clock), agree: async () => isSame }, clock)
    const differs = { facts: { reason: 'number-secret-differs', logged: { why: expect.any(String) } } }

    await expect(reserve('a')).rejects.toMatchObject(differs)
    await expect(requireOneSecret()).rejects.toMatchObject(differs)
    isSame = true
    expect(await requireOneSecret()).toBe(true)
    expect(await start(away).requireOneSecret()).toBe(false)
    expect(await reserve('b')).toMatchObject({ state: 'new' })
  })
})

describe('the hash of a number', () => {
  it('depends on the secret and the instance, and does not contain the number', async () => {
    const keys = await Promise.all([
      createNumberKey('one secret', 'instance')(customer),
      createNumberKey('other secret', 'instance')(customer),
      createNumberKey('one secret', 'other')(customer),
    ])

    expect(new Set(keys).size).toBe(3)
    for (const key of keys) expect(key).toMatch(/^[\da-f]{64}$/)
  })
})

it('forgets messages that no policy asks about any more', async () => {
  const clock = createClock()
  const store = createIntervalsInMemory(clock.nowMs)
  const reservation = { holder: 'a', everyMs, keptForMs: 60 * minute }
  for (let index = 0; index < 1_000; index += 1) {
    // One after the other, as requests come.
    await store.reserve({ ...reservation, key: `old-${index}` })
  }
  clock.pass(60 * minute)
  await store.reserve({ ...reservation, key: 'new' })

  expect(store.size()).toBe(1)
})
