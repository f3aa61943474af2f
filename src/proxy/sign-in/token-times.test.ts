import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { mePath } from '../../contract/reads/reads.ts'
import { ana } from '../../simulators/instance/instance.ts'
import { startProxyScene } from '../harness/proxy-scene.ts'

/** Stands still, so that a second is exact. */
const nowSeconds = Math.floor(Date.now() / 1_000)
const { connect, identity, newProxy, close } = await startProxyScene(() => nowSeconds * 1_000)
const proxy = newProxy()

beforeEach(() => connect.reset())
afterAll(close)

const statusWith = async (claims: Readonly<Record<string, unknown>>) =>
  (await proxy.get(mePath, await identity.tokenFor(ana, claims))).status

describe('a clock that is wrong by', () => {
  it.each([
    [59, 200],
    [60, 401],
    [61, 401],
  ])('%d seconds: a token that expired that long ago is answered %d', async (agoSeconds, status) => {
    expect(await statusWith({ exp: nowSeconds - agoSeconds })).toBe(status)
  })

  it.each([
    [59, 200],
    [60, 200],
    [61, 401],
  ])('%d seconds: a token that becomes valid that late is answered %d', async (inSeconds, status) => {
    expect(await statusWith({ nbf: nowSeconds + inSeconds })).toBe(status)
  })

  it.each([
    [59, 200],
    [60, 200],
    [61, 401],
  ])('%d seconds: a token issued that far ahead is answered %d', async (inSeconds, status) => {
    expect(await statusWith({ iat: nowSeconds + inSeconds })).toBe(status)
  })
})

describe('a token that was valid a moment ago', () => {
  it.each([
    [59_000, 200],
    [60_000, 401],
  ])('%d ms after its expiry is answered %d, cached or not', async (afterMs, status) => {
    const remembering = newProxy()
    const token = await identity.tokenFor(ana, { exp: nowSeconds + 10 })
    await remembering.get(mePath, token)

    remembering.passTime(10_000 + afterMs)

    expect((await remembering.get(mePath, token)).status).toBe(status)
  })
})
