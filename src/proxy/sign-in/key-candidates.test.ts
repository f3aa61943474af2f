import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTHeaderParameters } from 'jose'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { mePath } from '../../contract/reads/reads.ts'
import { ana } from '../../simulators/instance/instance.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { startProxyScene } from '../harness/proxy-scene.ts'
import { candidatesLimit, createKeyCandidates } from './key-candidates.ts'

/* Providers publish more than the one key that signed a token. */

const { identity, newProxy, close } = await startProxyScene()
let proxy: ProxyHarness

beforeEach(() => {
  identity.reset()
  proxy = newProxy()
})
afterAll(close)

const pairs = {
  rsa: await generateKeyPair('RS256', { extractable: true }),
  otherRsa: await generateKeyPair('RS256', { extractable: true }),
  ec: await generateKeyPair('ES256', { extractable: true }),
  ed: await generateKeyPair('EdDSA', { extractable: true }),
}

const rsa = await exportJWK(pairs.rsa.publicKey)
const otherRsa = await exportJWK(pairs.otherRsa.publicKey)
const ec = await exportJWK(pairs.ec.publicKey)
const ed = await exportJWK(pairs.ed.publicKey)

const publish = (...keys: readonly unknown[]) =>
  identity.behave({ keys: { status: 200, body: JSON.stringify({ keys }) } })

const seconds = () => Math.floor(Date.now() / 1_000)

const tokenOf = (pair: keyof typeof pairs, header: JWTHeaderParameters) =>
  new SignJWT({
    iss: identity.issuer,
    aud: identity.environment['OIDC_AUDIENCE'] ?? '',
    sub: ana.userId,
    exp: seconds() + 60,
    connect_username: ana.username,
  })
    .setProtectedHeader(header)
    .sign(pairs[pair].privateKey)

const statusOf = async (token: string) => (await proxy.get(mePath, token)).status

const rs256 = (kid?: string): JWTHeaderParameters => ({ alg: 'RS256', ...(kid === undefined ? {} : { kid }) })

describe('a published key that fits is found', () => {
  it.each<[string, readonly unknown[]]>([
    [
      'beside another with its name',
      [
        { ...otherRsa, kid: 'one' },
        { ...rsa, kid: 'one' },
      ],
    ],
    [
      'published twice',
      [
        { ...rsa, kid: 'one' },
        { ...rsa, kid: 'one' },
      ],
    ],
    [
      'published with and without its use and algorithm',
      [
        { ...rsa, kid: 'one' },
        { ...rsa, kid: 'one', use: 'sig', alg: 'RS256' },
      ],
    ],
    [
      'beside one for encryption',
      [
        { ...otherRsa, kid: 'one', use: 'enc' },
        { ...rsa, kid: 'one' },
      ],
    ],
    [
      'beside one for another algorithm',
      [
        { ...otherRsa, kid: 'one', alg: 'RSA-OAEP' },
        { ...rsa, kid: 'one' },
      ],
    ],
    [
      'beside keys of other types',
      [
        { ...ec, kid: 'one' },
        { ...ed, kid: 'one' },
        { kty: 'oct', k: 'AAAA', kid: 'one' },
        { kty: 'future', kid: 'one' },
        { ...rsa, kid: 'one' },
      ],
    ],
    [
      'beside members that are no keys',
      [null, 7, 'key', {}, { kty: 7 }, { kty: 'RSA', kid: 'one', n: 7 }, { ...rsa, kid: 'one' }],
    ],
    [
      'beside keys that cannot be used',
      [
        { kty: 'RSA', kid: 'one' },
        { kty: 'RSA', kid: 'one', n: 'AQAB', e: 'AQAB' },
        { ...rsa, kid: 'one' },
      ],
    ],
    ['without a name, beside named ones', [{ ...otherRsa, kid: 'other' }, rsa]],
    ['without a name, beside another', [otherRsa, rsa]],
  ])('%s', async (_, keys) => {
    publish(...keys)

    expect(await statusOf(await tokenOf('rsa', rs256('one')))).toBe(200)
  })

  it('if the token names none', async () => {
    publish({ ...otherRsa, kid: 'two' }, { ...ec, kid: 'three' }, { ...rsa, kid: 'one' })

    expect(await statusOf(await tokenOf('rsa', rs256()))).toBe(200)
    expect(await statusOf(await tokenOf('ec', { alg: 'ES256' }))).toBe(200)
  })

  it('if the provider gives a new key the name of an earlier one', async () => {
    publish({ ...otherRsa, kid: 'one' })
    expect(await statusOf(await tokenOf('otherRsa', rs256('one')))).toBe(200)

    publish({ ...rsa, kid: 'one' })
    proxy.passTime(10_000)

    expect(await statusOf(await tokenOf('rsa', rs256('one')))).toBe(200)
  })
})

describe('a token is refused', () => {
  it.each<[string, readonly JWK[]]>([
    ['only for encryption', [{ ...rsa, kid: 'one', use: 'enc' }]],
    ['only for another algorithm', [{ ...rsa, kid: 'one', alg: 'RS512' }]],
    ['only under another name', [{ ...rsa, kid: 'two' }]],
    ['of another type', [{ ...ec, kid: 'one' }]],
  ])('if its key is published %s', async (_, keys) => {
    publish(...keys)

    expect(await statusOf(await tokenOf('rsa', rs256('one')))).toBe(401)
    expect(proxy.logged()).toContain('"reason":"key"')
  })

  it('if a private key is published, because others could sign with it', async () => {
    publish({ ...(await exportJWK(pairs.rsa.privateKey)), kid: 'one' })

    expect(await statusOf(await tokenOf('rsa', rs256('one')))).toBe(401)
  })
})

describe('the keys that are tried for one token', () => {
  it('are bounded, and each is tried once', async () => {
    const many = await Promise.all(
      Array.from({ length: candidatesLimit + 4 }, async () => {
        const { publicKey } = await generateKeyPair('ES256')
        return exportJWK(publicKey)
      }),
    )
    const candidates = createKeyCandidates({ keys: [...many, ...many] })
    const few = createKeyCandidates({ keys: [ec, { ...ec }, ec] })

    expect(await candidates({ alg: 'ES256' })).toHaveLength(candidatesLimit)
    expect(await few({ alg: 'ES256', kid: 'one' })).toHaveLength(1)
  })
})

describe('a document of the provider is refused', () => {
  it.each([
    ['more keys than a provider has', JSON.stringify({ keys: Array.from({ length: 201 }, () => rsa) })],
    ['more bytes than a provider sends', JSON.stringify({ keys: [], more: 'x'.repeat(256 * 1_024) })],
  ])('if it has %s', async (_, body) => {
    identity.behave({ keys: { status: 200, body } })

    expect(await statusOf(await tokenOf('rsa', rs256('one')))).toBe(503)
    expect(proxy.logged()).toContain('"reason":"too-large"')
  })
})
