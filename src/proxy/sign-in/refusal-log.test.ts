import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { mePath } from '../../contract/reads/reads.ts'
import { ana, ben } from '../../simulators/instance/instance.ts'
import { problemOf, startProxyScene } from '../harness/proxy-scene.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import type { PolicyFile } from '../policy/policies.ts'

/* The line of a refused token says why, in words of a closed set. */

const { identity, newProxy, close } = await startProxyScene()
let proxy: ProxyHarness

beforeEach(() => {
  identity.reset()
  proxy = newProxy()
})
afterAll(close)

const seconds = () => Math.floor(Date.now() / 1_000)
const stranger = await generateKeyPair('RS256')

const lineSchema = z.object({ status: z.number(), code: z.string(), reason: z.string() })

async function refusal(authorization: string | undefined, on = proxy) {
  const before = on.logged().length
  const headers = authorization === undefined ? {} : { authorization }
  const problem = await problemOf(await on.get(mePath, undefined, headers))
  const lines = on.logged().slice(before).split('\n')
  const line = lines.find((text) => text.includes('"route"')) ?? ''
  const { status, code, reason } = lineSchema.parse(JSON.parse(line))
  expect({ status, code }).toEqual({ status: problem.status, code: problem.code })
  const parts = authorization?.split('.') ?? []
  for (const part of parts.filter(Boolean)) expect(on.logged()).not.toContain(part)
  return `${status} ${reason}`
}

/** An empty payload is `e30` in a token, which a random request id may contain. */
const payload = { marked: 'marked' }

const signed = (header: object) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', ...header }).sign(stranger.privateKey)

describe('a refused token is logged as', () => {
  it.each<[string, () => Promise<string> | string]>([
    ['audience', () => identity.tokenFor(ana, { aud: 'https://other.example' })],
    ['audience', () => identity.tokenFor(ana, { aud: undefined })],
    ['issuer', () => identity.tokenFor(ana, { iss: 'https://other.example' })],
    ['expired', () => identity.tokenFor(ana, { exp: seconds() - 61 })],
    ['expiry-missing', () => identity.tokenFor(ana, { exp: undefined })],
    ['expiry-missing', () => identity.tokenFor(ana, { exp: seconds() * 1_000 })],
    ['not-yet-valid', () => identity.tokenFor(ana, { nbf: seconds() + 120 })],
    ['not-yet-valid', () => identity.tokenFor(ana, { iat: seconds() + 120 })],
    ['key', () => signed({ kid: 'foreign' })],
    ['signature', () => signed({ kid: 'simulator' })],
    ['format', () => new UnsecuredJWT(payload).encode()],
    ['algorithm', () => new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32))],
    ['format', () => 'opaque-and-marked'],
    ['format', () => 'marked-header.marked-payload.marked-signature'],
    ['too-long', () => 'x'.repeat(17 * 1_024)],
  ])('%s', async (reason, make) => {
    expect(await refusal(`Bearer ${await make()}`)).toBe(`401 ${reason}`)
  })

  it('no-token or not-bearer if there is none', async () => {
    expect(await refusal(undefined)).toBe('401 no-token')
    expect(await refusal('Basic bWFya2VkOm1hcmtlZA==')).toBe('401 not-bearer')
  })
})

describe('a token that stands for no user is logged as', () => {
  it.each<[string, unknown]>([
    ['claim-missing', undefined],
    ['claim-missing', null],
    ['claim-missing', ''],
    ['claim-shape', 7],
    ['claim-shape', ['ana', 'ben']],
    ['claim-shape', { name: 'ana' }],
    ['claim-shape', [7]],
    ['case-differs', 'Ana'],
    ['case-differs', ['ANA']],
    ['no-user', 'zoe'],
    ['no-user', ' ana'],
  ])('%s with %j in its claim', async (reason, claim) => {
    const token = await identity.tokenFor(ana, { connect_username: claim })

    expect(await refusal(`Bearer ${token}`)).toBe(`403 ${reason}`)
  })
})

describe('the agent claim', () => {
  it.each([
    ['a list of one name counts as the name', 'connect_username', { connect_username: [ben.username] }],
    [
      'its name may be a URL with dots',
      'https://example.com/user.name',
      { 'https://example.com/user.name': ben.username },
    ],
    ['its name may be a JSON Pointer', '/ext/connect~1user', { ext: { 'connect/user': ben.username } }],
    [
      'a claim with exactly the name comes before the pointer',
      '/ext/user',
      { '/ext/user': ben.username, ext: { user: ana.username } },
    ],
  ])('%s', async (_, name, claims) => {
    const named = newProxy({ environment: { AGENT_CLAIM: name } })

    const me = await named.get(mePath, await identity.tokenFor(ana, claims))

    expect(await me.json()).toMatchObject({ username: ben.username })
  })
})

describe('an agent without a policy is logged as', () => {
  const policyFile: PolicyFile = {
    groupsClaim: 'groups',
    policies: [{ name: 'Strict', for: { groups: ['desk'] } }],
  }

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['no-policy', { groups: ['other'] }],
    ['no-policy', {}],
    ['groups-shape', { groups: { marked: true } }],
    ['groups-elsewhere', { _claim_names: { groups: 'src1' } }],
  ])('%s: %j', async (reason, claims) => {
    const strict = newProxy({ policyFile })

    const token = await identity.tokenFor(ana, claims)

    expect(await refusal(`Bearer ${token}`, strict)).toBe(`403 ${reason}`)
    expect(strict.logged()).not.toContain('marked')
  })

  it('groups-elsewhere even if a later policy is for every agent', async () => {
    const lax = newProxy({
      policyFile: { ...policyFile, policies: [...policyFile.policies, { name: 'Lax' }] },
    })
    const token = await identity.tokenFor(ana, { hasgroups: true })

    expect(await refusal(`Bearer ${token}`, lax)).toBe('403 groups-elsewhere')
    expect(lax.logged()).toContain('"warning":"groups-elsewhere"')
  })
})
