import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  startIdentitySimulator,
  type IdentitySimulator,
} from '../../simulators/identity/identity-simulator.ts'
import { ana } from '../../simulators/instance/instance.ts'
import { createAuthenticate } from './authenticate.ts'
import { createSignInProvider } from './sign-in-provider.ts'

const audience = 'https://tasklink.example'

let identity: IdentitySimulator

beforeAll(async () => {
  identity = await startIdentitySimulator({
    redirectUris: ['http://localhost:5173/signed-in'],
    audience,
    clientId: 'tasklink-panel',
    user: ana,
  })
})

afterAll(() => identity.close())

function authenticateWith(ask: typeof fetch = fetch, now = () => new Date()) {
  const { issuer } = identity
  const provider = createSignInProvider({ issuer, fetch: ask, now })
  return createAuthenticate({
    provider,
    issuer,
    audience,
    agentClaim: 'connect_username',
    now,
  })
}

const addressOf = (asked: string | URL | Request) => (asked instanceof Request ? asked.url : asked.toString())

const fetchWithoutKeys: typeof fetch = async (address, init) =>
  addressOf(address).endsWith('/jwks') ? new Response('', { status: 500 }) : fetch(address, init)

const seconds = () => Math.floor(Date.now() / 1_000)

describe('authenticate()', () => {
  it('reads the agent from a token of the issuer', async () => {
    const authentication = await authenticateWith()(`Bearer ${await identity.tokenFor(ana)}`)

    expect(authentication).toEqual({
      status: 'authenticated',
      agent: 'ana',
      groups: [],
      account: { issuer: identity.issuer, subject: ana.userId },
    })
  })

  it('accepts clocks that differ by less than a minute', async () => {
    const token = await identity.tokenFor(ana, { exp: seconds() - 30 })

    expect(await authenticateWith()(`Bearer ${token}`)).toMatchObject({ status: 'authenticated' })
  })

  it('finds no agent if the claim is missing', async () => {
    const token = await identity.tokenFor(ana, { connect_username: undefined })

    expect(await authenticateWith()(`Bearer ${token}`)).toMatchObject({
      problem: { facts: { code: 'unknown-agent' } },
    })
  })

  it('does not refuse the token while the provider is out of reach, and asks again after the wait', async () => {
    let reachable = false
    let aheadMs = 0
    const ask: typeof fetch = async (...call) => {
      if (!reachable) throw new TypeError('fetch failed')
      return fetch(...call)
    }
    const authenticate = authenticateWith(ask, () => new Date(Date.now() + aheadMs))
    const authorization = `Bearer ${await identity.tokenFor(ana)}`

    const during = await authenticate(authorization)
    reachable = true
    aheadMs = 5_000
    const after = await authenticate(authorization)

    expect(during).toMatchObject({
      problem: { facts: { code: 'sign-in-unavailable', retryAfterSeconds: 5 } },
    })
    expect(after).toMatchObject({ status: 'authenticated' })
  })

  it('does not refuse the token if the keys cannot be read', async () => {
    const authentication = await authenticateWith(fetchWithoutKeys)(`Bearer ${await identity.tokenFor(ana)}`)

    expect(authentication).toMatchObject({ problem: { facts: { code: 'sign-in-unavailable' } } })
  })

  it('does not trust a discovery document that names another issuer', async () => {
    const ask: typeof fetch = async () =>
      Response.json({ issuer: 'https://other.example', jwks_uri: `${identity.issuer}/jwks` })

    const authentication = await authenticateWith(ask)(`Bearer ${await identity.tokenFor(ana)}`)

    expect(authentication).toMatchObject({ problem: { facts: { code: 'sign-in-unavailable' } } })
  })

  it('reads the discovery document once for a hundred requests', async () => {
    let readings = 0
    const ask: typeof fetch = async (address, init) => {
      readings += addressOf(address).endsWith('openid-configuration') ? 1 : 0
      return fetch(address, init)
    }
    const authenticate = authenticateWith(ask)
    const authorization = `Bearer ${await identity.tokenFor(ana)}`

    await Promise.all(Array.from({ length: 100 }, () => authenticate(authorization)))

    expect(readings).toBe(1)
  })
})
