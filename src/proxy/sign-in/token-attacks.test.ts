import { createServer } from 'node:http'
import * as fc from 'fast-check'
import { CompactEncrypt, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ana } from '../../simulators/instance/instance.ts'
import { listen, stopListening } from '../../simulators/listen.ts'
import { plainTask, problemOf, startProxyScene } from '../harness/proxy-scene.ts'

const { connect, identity, newProxy, close } = await startProxyScene()
const proxy = newProxy()

/** The addresses at which a token may claim that its key is. */
const visits: string[] = []
const elsewhere = createServer((request, response) => {
  visits.push(request.url ?? '')
  response.end()
})
const elsewhereUrl = await listen(elsewhere, 0)

beforeEach(() => connect.reset())
afterAll(async () => {
  await Promise.all([close(), stopListening(elsewhere)])
})

const seconds = () => Math.floor(Date.now() / 1_000)

const claims = () => ({
  iss: identity.issuer,
  aud: identity.environment['OIDC_AUDIENCE'] ?? '',
  exp: seconds() + 60,
  connect_username: ana.username,
})

const encoded = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

const rsa = await generateKeyPair('RS256')
const elliptic = await generateKeyPair('ES256')

const strangers = (header: object) =>
  new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid: 'simulator', ...header }).sign(rsa.privateKey)

/** Signed by the provider, with a header that claims more than a signature. */
const providers = (header: object) => identity.sign(header, JSON.stringify(claims()))

const withSignatureOf = (header: object, signature: string) =>
  `${encoded(header)}.${encoded(claims())}.${signature}`

async function inParts(change: (parts: readonly string[]) => readonly string[]) {
  return change((await identity.tokenFor(ana)).split('.')).join('.')
}

const half = (part = '') => part.slice(0, part.length / 2)

const encrypted = async () =>
  new CompactEncrypt(Buffer.from(await identity.tokenFor(ana)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', cty: 'JWT', kid: 'simulator' })
    .encrypt((await generateKeyPair('ECDH-ES')).publicKey)

const attacks: readonly (readonly [string, () => string | Promise<string>])[] = [
  ...['none', 'None', 'NONE', 'nOnE', '', ' none', 'RS256 ', 'rs256'].map(
    (alg) =>
      [
        `unsigned, or signed by no algorithm that there is: “${alg}”`,
        () => withSignatureOf({ alg, kid: 'simulator' }, ''),
      ] as const,
  ),
  ['unsigned under an algorithm that signs', () => withSignatureOf({ alg: 'RS256', kid: 'simulator' }, '')],
  ['without an algorithm', () => withSignatureOf({ kid: 'simulator' }, 'AAAA')],
  ['with an algorithm that is no text', () => withSignatureOf({ alg: ['RS256'], kid: 'simulator' }, 'AAAA')],
  [
    'of another kind of key than it says',
    () =>
      new SignJWT(claims()).setProtectedHeader({ alg: 'ES256', kid: 'simulator' }).sign(elliptic.privateKey),
  ],
  ['of another algorithm than the key is for', () => providers({ alg: 'RS512' })],
  ['with a key id that is no text', () => providers({ kid: { $ne: '' } })],
  ['with a key id that is a path', () => strangers({ kid: '../../dev/null' })],
  ['that brings its key along', async () => strangers({ jwk: await exportJWK(rsa.publicKey) })],
  ['that brings its certificate along', () => strangers({ x5c: ['bWFya2Vk'], x5t: 'bWFya2Vk' })],
  ['that says where its key is', () => strangers({ kid: 'other', jku: `${elsewhereUrl}/jwks` })],
  ['that says where its certificate is', () => strangers({ kid: 'other', x5u: `${elsewhereUrl}/cert` })],
  ['that requires an unknown extension', () => providers({ crit: ['marked'], marked: true })],
  ['that demands nothing, in a list', () => providers({ crit: [] })],
  ['with a payload that is not encoded', () => providers({ crit: ['b64'], b64: false })],
  ['encrypted', encrypted],
  ['with its first dot doubled', () => inParts(([first = '', ...rest]) => [first, '', ...rest])],
  ['with its last dot doubled', () => inParts(([one = '', two = '', last = '']) => [one, two, '', last])],
  ['with a dot before it', () => inParts((parts) => ['', ...parts])],
  ['with a dot after it', () => inParts((parts) => [...parts, ''])],
  ['without its signature and its dot', () => inParts((parts) => parts.slice(0, 2))],
  ['with an empty signature', () => inParts(([one = '', two = '']) => [one, two, ''])],
  ['with half a header', () => inParts(([one, two = '', last = '']) => [half(one), two, last])],
  ['with half a payload', () => inParts(([one = '', two, last = '']) => [one, half(two), last])],
  ['with half a signature', () => inParts(([one = '', two = '', last]) => [one, two, half(last)])],
  [
    'with the signature of another',
    async () =>
      `${await inParts((parts) => parts.slice(0, 2))}.${(await identity.tokenFor(ana, { jti: 'other' })).split('.')[2]}`,
  ],
  ['with padding', async () => `${await identity.tokenFor(ana)}==`],
  [
    'in another alphabet',
    () => inParts(([one = '', two = '', last = '']) => [one, two, `${last.slice(0, -4)}+/+/`]),
  ],
  ['whose payload is no object', () => identity.sign({}, '"marked"')],
  ['whose payload is a list', () => identity.sign({}, JSON.stringify([claims()]))],
  ['whose payload is null', () => identity.sign({}, 'null')],
  ['whose payload is no JSON', () => identity.sign({}, 'marked')],
  ['whose payload is empty', () => identity.sign({}, '')],
  ['for several audiences, none of them this one', () => identity.tokenFor(ana, { aud: ['one', 'two'] })],
  ['for an audience that is an object', () => identity.tokenFor(ana, { aud: { 0: claims().aud } })],
  [
    'for an audience that only begins like this one',
    () => identity.tokenFor(ana, { aud: `${claims().aud}.evil` }),
  ],
  ['of the issuer with a slash', () => identity.tokenFor(ana, { iss: `${identity.issuer}/` })],
  ['of several issuers', () => identity.tokenFor(ana, { iss: [identity.issuer] })],
  ['of no issuer', () => identity.tokenFor(ana, { iss: undefined })],
  ['that ends as a text', () => identity.tokenFor(ana, { exp: String(seconds() + 60) })],
  ['that ends at no number', () => identity.tokenFor(ana, { exp: NaN })],
  ['that ends before time began', () => identity.tokenFor(ana, { exp: -1 })],
  ['that ends at 0', () => identity.tokenFor(ana, { exp: 0 })],
  ['that never ends', () => identity.tokenFor(ana, { exp: 1e20 })],
  ['whose end is in milliseconds', () => identity.tokenFor(ana, { exp: Date.now() + 60_000 })],
  ['that begins as a text', () => identity.tokenFor(ana, { nbf: '0' })],
  ['issued tomorrow', () => identity.tokenFor(ana, { iat: seconds() + 86_400 })],
  ['issued as a text', () => identity.tokenFor(ana, { iat: 'now' })],
  ['of 100 KB, well signed', () => identity.tokenFor(ana, { groups: 'g'.repeat(75_000) })],
  ['of 100 KB of nothing', () => 'a'.repeat(100_000)],
  ['of 100 KB of dots', () => '.'.repeat(100_000)],
]

describe('a token', () => {
  it('is refused if any character is changed', async () => {
    const token = await identity.tokenFor(ana)
    // Only two bits of the last character belong to the signature.
    const at = fc.integer({ min: 0, max: token.length - 2 })
    const character = fc.constantFrom(...Array.from('abcXYZ019-_.~+/= ,"\u00e9'))
    const changed = fc
      .tuple(at, character)
      .map(([index, other]) => `${token.slice(0, index)}${other}${token.slice(index + 1)}`)
      .filter((text) => text !== token)

    await fc.assert(
      fc.asyncProperty(changed, async (text) => {
        expect((await proxy.post(plainTask, text)).status).toBe(401)
      }),
      { numRuns: 300 },
    )
    expect(connect.received).toEqual([])
  })

  it('is refused if it is cut anywhere', async () => {
    const token = await identity.tokenFor(ana)
    const statuses = new Set<number>()
    for (let length = 1; length < token.length; length += 1) {
      statuses.add((await proxy.post(plainTask, token.slice(0, length))).status)
    }

    expect([...statuses]).toEqual([401])
    expect(connect.received).toEqual([])
  })

  it.each(attacks)('is refused with 401 and a challenge, and Connect is not called: %s', async (_, make) => {
    const token = await make()

    const response = await proxy.post(plainTask, token)

    expect(response.status).toBe(401)
    expect(await problemOf(response)).toMatchObject({ code: 'unauthenticated', outcome: 'not-created' })
    expect(response.headers.get('www-authenticate')).toMatch(
      /^Bearer realm="tasklink", error="invalid_token", error_description="[^"]+"$/,
    )
    expect(connect.received).toEqual([])
    expect(visits).toEqual([])
  })

  it.each([
    ['with spaces within', 'Bearer a b.c'],
    ['with a tab before it', 'Bearer\tmarked.marked.marked'],
    ['twice', 'Bearer marked.marked.marked, Bearer marked.marked.marked'],
    ['with a comma', 'Bearer marked,marked'],
    ['under two names', 'Bearer Bearer marked.marked.marked'],
    ['without one', 'Bearer '],
    ['as a password', `Basic ${encoded('ana:marked')}`],
  ])('is refused if the header has another form: %s', async (_, authorization) => {
    const response = await proxy.post(plainTask, undefined, { authorization })

    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
    expect(connect.received).toEqual([])
  })

  it.each([
    [
      'for several audiences, one of them this one',
      () => identity.tokenFor(ana, { aud: ['one', claims().aud] }),
    ],
    ['that promises an extension it does not demand', () => providers({ marked: true })],
    ['that names keys elsewhere beside the issuer’s own', () => providers({ jku: `${elsewhereUrl}/jwks` })],
  ])('is accepted, and no other server is asked about it: %s', async (_, make) => {
    const response = await proxy.post(plainTask, await make())

    expect(response.status).toBe(201)
    expect(visits).toEqual([])
  })
})
