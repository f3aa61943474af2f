import { createPublicKey } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import * as z from 'zod/mini'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { problemSchema } from '../../contract/problems/problem.ts'
import { ana } from '../../simulators/instance/instance.ts'
import { plainTask, startProxyScene } from '../harness/proxy-scene.ts'

const { connect, identity, newProxy, close } = await startProxyScene()
const proxy = newProxy()

beforeEach(() => connect.reset())
afterAll(close)

const seconds = () => Math.floor(Date.now() / 1_000)

const claims = () => ({
  iss: identity.issuer,
  aud: identity.environment['OIDC_AUDIENCE'] ?? '',
  exp: seconds() + 60,
  connect_username: ana.username,
})

const keySetSchema = z.object({ keys: z.array(z.record(z.string(), z.string())) })

async function issuersPublicKey(): Promise<string> {
  const keySet = keySetSchema.parse(await (await fetch(`${identity.issuer}/jwks`)).json())
  const key = createPublicKey({ key: keySet.keys[0] ?? {}, format: 'jwk' })
  return key.export({ type: 'spki', format: 'pem' }).toString()
}

const stranger = await generateKeyPair('RS256')

const signedByStranger = (header: object) =>
  new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', ...header }).sign(stranger.privateKey)

const signedWithPublicKey = async () =>
  new SignJWT(claims())
    .setProtectedHeader({ alg: 'HS256', kid: 'simulator' })
    .sign(new TextEncoder().encode(await issuersPublicKey()))

async function tamperedWith() {
  const [header, , signature] = (await identity.tokenFor(ana)).split('.')
  const payload = Buffer.from(JSON.stringify({ ...claims(), connect_username: 'ben' })).toString('base64url')
  return `${header}.${payload}.${signature}`
}

const invalid = (reason: string) =>
  `Bearer realm="tasklink", error="invalid_token", error_description="${reason}"`

const noKeyFits = 'No key of the issuer fits the signature of the token.'
const otherAlgorithm = 'The token is not a JWT signed with RS, PS, ES or EdDSA.'
const notYet = 'The token lacks an expiry, or is not valid yet.'

/** No part of the token is sent back or logged, and Connect is not called. */
async function refusalOf(authorization: string, token: string) {
  const response = await proxy.post(plainTask, undefined, { authorization })
  const text = await response.text()
  const parts = token.split('.').filter((part) => part.length > 9)
  const said = `${text}${proxy.logged()}${response.headers.get('www-authenticate')}`
  expect(parts.filter((part) => said.includes(part))).toEqual([])
  expect(connect.received).toEqual([])
  return {
    problem: problemSchema.parse(JSON.parse(text)),
    challenge: response.headers.get('www-authenticate'),
  }
}

describe('a token', () => {
  it.each<[string, () => Promise<string> | string, string]>([
    [
      'expired',
      () => identity.tokenFor(ana, { exp: seconds() - 61 }),
      'The token has expired. Send a fresh one.',
    ],
    ['without an end', () => identity.tokenFor(ana, { exp: undefined }), notYet],
    ['not valid yet', () => identity.tokenFor(ana, { nbf: seconds() + 120 }), notYet],
    [
      'for another audience',
      () => identity.tokenFor(ana, { aud: 'https://other.example' }),
      'The token is for another audience than OIDC_AUDIENCE.',
    ],
    [
      'for no audience',
      () => identity.tokenFor(ana, { aud: undefined }),
      'The token is for another audience than OIDC_AUDIENCE.',
    ],
    [
      'of another issuer',
      () => identity.tokenFor(ana, { iss: 'https://other.example' }),
      'The token is from another issuer than OIDC_ISSUER.',
    ],
    ['unsigned', () => new UnsecuredJWT(claims()).encode(), otherAlgorithm],
    ['under a secret that is the public key', signedWithPublicKey, otherAlgorithm],
    ['under another key', () => signedByStranger({ kid: 'simulator' }), noKeyFits],
    ['under a key that the issuer does not name', () => signedByStranger({ kid: 'foreign' }), noKeyFits],
    [
      'that brings its own key along',
      async () => signedByStranger({ kid: 'simulator', jwk: await exportJWK(stranger.publicKey) }),
      noKeyFits,
    ],
    [
      'that says where its key is',
      () => signedByStranger({ kid: 'simulator', jku: 'https://other.example/jwks' }),
      noKeyFits,
    ],
    ['changed on the way', tamperedWith, noKeyFits],
    ['that is no JWT', () => 'marked-opaque-token', otherAlgorithm],
  ])('is refused with a reason and a challenge: %s', async (_, make, reason) => {
    const token = await make()
    const { problem, challenge } = await refusalOf(`Bearer ${token}`, token)

    expect(problem).toMatchObject({
      status: 401,
      code: 'unauthenticated',
      outcome: 'not-created',
      detail: reason,
    })
    expect(challenge).toBe(invalid(reason))
  })

  it.each([
    ['Basic YW5hOmFuYQ=='],
    ['Bearer'],
    ['Bearer one two-marked'],
    ['marked-token'],
    ['Bearer "marked"\u00e9'],
  ])('is refused if it is not a bearer token: %s', async (authorization) => {
    const reason = 'The Authorization header is not a bearer token.'
    const { problem, challenge } = await refusalOf(authorization, authorization)

    expect(problem).toMatchObject({ status: 401, code: 'unauthenticated', detail: reason })
    expect(challenge).toBe(invalid(reason))
  })
})

describe('a token that was valid a moment ago', () => {
  it('is refused once it has expired', async () => {
    const clock = newProxy()
    const token = await identity.tokenFor(ana, { exp: seconds() + 30 })

    const before = await clock.post(plainTask, token)
    clock.passTime(30_000 + 61_000)
    const after = await clock.post({ ...plainTask, clientToken: 'token-2' }, token)

    expect([before.status, after.status]).toEqual([201, 401])
    expect(connect.tasks).toHaveLength(1)
  })

  it('does not make a token with another signature valid', async () => {
    const token = await identity.tokenFor(ana)
    const at = token.lastIndexOf('.') + 10
    const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`

    const good = await proxy.post(plainTask, token)
    const bad = await proxy.post({ ...plainTask, clientToken: 'token-2' }, changed)

    expect([good.status, bad.status]).toEqual([201, 401])
  })

  it('is still valid after a changed copy was refused', async () => {
    const token = await identity.tokenFor(ana)

    const bad = await proxy.post(plainTask, `${token.slice(0, -20)}${'A'.repeat(20)}`)
    const good = await proxy.post(plainTask, token)

    expect([bad.status, good.status]).toEqual([401, 201])
  })
})
