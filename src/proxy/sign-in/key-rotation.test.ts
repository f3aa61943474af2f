import { generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { mePath } from '../../contract/reads/reads.ts'
import { ana } from '../../simulators/instance/instance.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { problemOf, startProxyScene } from '../harness/proxy-scene.ts'

const startedAtMs = Date.now()
const { identity, newProxy, close } = await startProxyScene(() => startedAtMs)
let proxy: ProxyHarness

beforeEach(() => {
  identity.reset()
  proxy = newProxy()
})

afterAll(close)

/** Valid while a test lets minutes pass. */
const exp = Math.floor(startedAtMs / 1_000) + 86_400
const newToken = (claims = {}) => identity.tokenFor(ana, { exp, ...claims })
const statusWith = async (token: string) => (await proxy.get(mePath, token)).status

const stranger = await generateKeyPair('RS256')
const withForeignKid = (kid: string) =>
  new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid }).sign(stranger.privateKey)

const outage = { status: 500, body: 'down' } as const

describe('a provider that changes its keys', () => {
  it('has tokens of the new key accepted without a restart, and tokens of the old key too', async () => {
    const old = await newToken()
    await statusWith(old)
    proxy.passTime(10_000)
    await identity.rotateKeys()

    expect(await statusWith(await newToken())).toBe(200)
    expect(await statusWith(old)).toBe(200)
  })

  it('has tokens of a withdrawn key refused within a minute, also those just checked', async () => {
    const [known, other] = await Promise.all([newToken(), newToken({ jti: 'other' })])
    await statusWith(other)
    await identity.rotateKeys()
    identity.withdrawOlderKeys()
    proxy.passTime(29_999)
    // The keys have their maximum age when this token is checked.
    expect(await statusWith(known)).toBe(200)
    proxy.passTime(30_000)

    expect(await statusWith(known)).toBe(401)
    expect(await statusWith(await newToken())).toBe(200)
  })

  it('is asked for its keys twice a minute, for any number of tokens', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, (_, index) => newToken({ jti: index })))
    await Promise.all(tokens.map(statusWith))

    expect(identity.timesAskedFor('keys')).toBe(1)
    proxy.passTime(30_000)
    await Promise.all(tokens.map(statusWith))
    expect(identity.timesAskedFor('keys')).toBe(2)
    expect(identity.timesAskedFor('discovery')).toBe(1)
  })

  it('is asked at most six times a minute, even if many tokens name unknown keys', async () => {
    await statusWith(await newToken())
    for (let second = 0; second < 60; second += 1) {
      const tokens = await Promise.all([1, 2, 3].map((index) => withForeignKid(`${second}-${index}`)))
      expect(await Promise.all(tokens.map(statusWith))).toEqual([401, 401, 401])
      proxy.passTime(1_000)
    }

    expect(identity.timesAskedFor('keys')).toBe(6)
    expect(identity.timesAskedFor('discovery')).toBe(1)
  })
})

describe('a provider that cannot be reached', () => {
  it('is not the fault of the token, and is not asked again before callers retry', async () => {
    identity.behave({ keys: outage })
    const token = await newToken()

    const first = await proxy.get(mePath, token)
    const [second, foreign] = await Promise.all([
      proxy.get(mePath, token),
      proxy.get(mePath, await withForeignKid('x')),
    ])

    expect([first.status, second.status, foreign.status]).toEqual([503, 503, 503])
    expect(await problemOf(first)).toMatchObject({
      code: 'sign-in-unavailable',
      outcome: 'not-created',
      retryAfterSeconds: 5,
    })
    expect(first.headers.get('www-authenticate')).toBeNull()
    expect(identity.timesAskedFor('keys')).toBe(1)
    identity.behave({ keys: 'usual' })
    proxy.passTime(5_000)
    expect(await statusWith(token)).toBe(200)
  })

  it.each([
    ['its discovery document is not to be had', { discovery: outage }],
    ['it hangs up', { discovery: 'broken' }],
    ['it hangs up when it is asked for its keys', { keys: 'broken' }],
    [
      'its discovery document is of another issuer',
      {
        discovery: {
          status: 200,
          body: '{"issuer":"https://other.example","jwks_uri":"https://other.example/jwks"}',
        },
      },
    ],
    [
      'its keys are on an address without TLS',
      {
        discovery: {
          status: 200,
          body: `{"issuer":"${identity.issuer}","jwks_uri":"http://login.example.com/jwks"}`,
        },
      },
    ],
    ['its discovery document is moved', { discovery: { status: 302, body: '' } }],
    ['its keys are no JSON', { keys: { status: 200, body: 'marked' } }],
    ['its keys are no set', { keys: { status: 200, body: '{"keys":{}}' } }],
  ] as const)('is reported as unavailable: %s', async (_, behaviour) => {
    identity.behave(behaviour)

    const response = await proxy.get(mePath, await newToken())

    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'sign-in-unavailable' })
    expect(proxy.logged()).not.toMatch(/marked|other\.example/)
  })

  it('lets agents with a known key work for ten minutes, and none after that', async () => {
    await statusWith(await newToken())
    identity.behave({ discovery: 'broken', keys: 'broken' })
    proxy.passTime(9 * 60_000)

    expect(await statusWith(await newToken({ jti: 'later' }))).toBe(200)
    expect(await statusWith(await withForeignKid('unknown'))).toBe(503)
    proxy.passTime(60_000)
    expect(await statusWith(await newToken({ jti: 'too late' }))).toBe(503)
  })

  it('is found again after it has moved its keys', async () => {
    await statusWith(await newToken())
    identity.behave({ keys: { status: 404, body: '' } })
    proxy.passTime(30_000)
    await statusWith(await newToken({ jti: 'meanwhile' }))
    identity.behave({ keys: 'usual' })
    proxy.passTime(30_000)
    await statusWith(await newToken({ jti: 'afterwards' }))

    // The agent does not wait, because their key was known.
    await expect.poll(() => identity.timesAskedFor('discovery')).toBe(2)
  })
})
