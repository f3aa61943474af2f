import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { storeAway } from '../../../begun/shared-begun.ts'
import { readRates } from '../../../connect/connect-rates.ts'
import { createRedisHarness, hasRedis, needsRedis } from '../../../harness/redis-harness.ts'
import type { Reservation } from '../../../messages/intervals/interval-store.ts'
import type { SharedStore } from '../../../shared-store.ts'
import { readRedisAddress } from './redis-address.ts'
import { createRedisStore } from './redis-store.ts'

const redis = await createRedisHarness()
const opened: SharedStore[] = []
const everyMs = 60_000

function join(instanceId: string) {
  const reading = readRedisAddress(redis.url)
  if (!reading.ok) throw new Error(reading.mistake)
  const shared = createRedisStore(
    {
      redis: reading.address,
      accountId: '1',
      region: 'eu-central-1',
      instanceId,
      connectRates: readRates([]).rates,
    },
    () => {},
  )
  opened.push(shared)
  return shared.intervals
}

const reservation = (holder: string, differs: Partial<Reservation> = {}): Reservation => ({
  key: 'abc',
  holder,
  everyMs,
  keptForMs: everyMs,
  ...differs,
})

describe.skipIf(!hasRedis)(`intervals that proxies share${needsRedis}`, () => {
  beforeAll(redis.start)
  afterEach(() => {
    for (const { close } of opened.splice(0)) close()
  })
  afterAll(redis.kill)

  it('let one of two messages through that two proxies send at once', async () => {
    const [one, other] = [join('at-once'), join('at-once')]
    const places = await Promise.all([one.reserve(reservation('aa')), other.reserve(reservation('bb'))])
    const states = places.map((place) => (place === storeAway ? place : place.state))

    expect(states.toSorted()).toEqual(['new', 'taken'])
    expect(places.find((place) => place !== storeAway && place.state === 'taken')).toEqual({
      state: 'taken',
      waitMs: expect.toSatisfy((waitMs: number) => waitMs > 50_000 && waitMs <= everyMs),
    })
    expect(await one.waitMs(reservation('aa'))).toBeGreaterThan(50_000)
  })

  it('let the same message in again at another proxy, and do not give it back there', async () => {
    const [one, other] = [join('again'), join('again')]
    await one.reserve(reservation('aa'))

    expect(await other.reserve(reservation('aa'))).toEqual({ state: 'own' })
    expect(await one.reserve(reservation('bb'))).toMatchObject({ state: 'taken' })
  })

  it('are free after a message that was not sent, and the message before counts again', async () => {
    const [one, other] = [join('back'), join('back')]
    await one.reserve(reservation('aa'))
    const place = await other.reserve(reservation('bb', { everyMs: 0 }))
    expect(place).toMatchObject({ state: 'new' })
    if (place !== storeAway && place.state === 'new') await place.giveBack()

    expect(await one.reserve(reservation('aa'))).toEqual({ state: 'own' })
  })

  it('are free at once if there was no message before', async () => {
    const store = join('free')
    const place = await store.reserve(reservation('aa'))
    if (place !== storeAway && place.state === 'new') await place.giveBack()

    expect(await store.waitMs(reservation('bb'))).toBe(0)
    expect(await store.reserve(reservation('bb'))).toMatchObject({ state: 'new' })
  })

  it('are kept apart by instance', async () => {
    await join('one').reserve(reservation('aa'))

    expect(await join('other').reserve(reservation('bb'))).toMatchObject({ state: 'new' })
  })

  it('have one proof of the secret for each instance, until it has expired', async () => {
    const [one, other] = [join('proof'), join('proof')]

    expect(await one.agree({ proof: 'aa', keptForMs: 300 })).toBe(true)
    expect(await other.agree({ proof: 'bb', keptForMs: 60_000 })).toBe(false)
    expect(await join('proof-of-another').agree({ proof: 'bb', keptForMs: 60_000 })).toBe(true)
    await expect.poll(() => other.agree({ proof: 'bb', keptForMs: 60_000 })).toBe(true)
    // A shorter time does not shorten it.
    expect(await other.agree({ proof: 'bb', keptForMs: 1 })).toBe(true)
    expect(await one.agree({ proof: 'aa', keptForMs: 1 })).toBe(false)
  })

  it('are not known while Redis is away', async () => {
    const store = join('away')
    await store.reserve(reservation('aa'))
    await redis.kill()

    expect(await store.reserve(reservation('bb'))).toBe(storeAway)
    expect(await store.waitMs(reservation('bb'))).toBe(storeAway)
    await redis.start()
  })
})
