import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { ana, ben } from '../instance/instance.ts'
import { challengeOf, createBrowser as createBrowserOf } from './browser-harness.ts'
import { startIdentitySimulator, type IdentitySimulator } from './identity-simulator.ts'

const panelOrigin = 'http://localhost:5173'
const redirectUri = `${panelOrigin}/signed-in`
const audience = 'https://tasklink.example'
const clientId = 'tasklink-panel'
const verifier = 'v'.repeat(43)

const createBrowser = (...forms: Readonly<Record<string, string>>[]) => createBrowserOf(panelOrigin, ...forms)

let identity: IdentitySimulator

beforeAll(async () => {
  identity = await startIdentitySimulator({ redirectUris: [redirectUri], audience, clientId, user: ana })
})

afterAll(() => identity.close())

async function authorizationUrl(parameters: Record<string, string> = {}, { issuer } = identity) {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile',
    state: 'state',
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
    ...parameters,
  })
  return `${issuer}/auth?${query}`
}

const tokensSchema = z.object({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z.optional(z.string()),
})

function requestTokens(code: string, codeVerifier: string, { issuer } = identity) {
  return fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { origin: panelOrigin },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      client_id: clientId,
      code_verifier: codeVerifier,
    }),
  })
}

const verify = (token: string, expectedAudience: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${identity.issuer}/jwks`)), {
    issuer: identity.issuer,
    audience: expectedAudience,
  })

describe('the identity simulator with a login form', () => {
  let asking: IdentitySimulator

  beforeAll(async () => {
    asking = await startIdentitySimulator({
      redirectUris: [redirectUri],
      audience,
      clientId,
      user: ana,
      loginForm: { otherUsers: [ben] },
    })
  })

  afterEach(() => asking.reset())

  afterAll(() => asking.close())

  async function tokensOf(open: (address: string) => Promise<URL>) {
    const back = await open(await authorizationUrl({}, asking))
    const response = await requestTokens(back.searchParams.get('code') ?? '', verifier, asking)
    return tokensSchema.parse(await response.json())
  }

  it('asks again after an unknown user name, and signs in a known user', async () => {
    const { id_token: idToken } = await tokensOf(createBrowser({ username: 'nobody' }, { username: 'ben' }))

    expect(decodeJwt(idToken)).toMatchObject({ sub: ben.userId, connect_username: 'ben' })
  })

  it('redirects back with access_denied after Cancel', async () => {
    const open = createBrowser({ cancel: 'yes' })

    expect((await open(await authorizationUrl({}, asking))).searchParams.get('error')).toBe('access_denied')
  })

  it('issues refresh tokens when a test switches them on', async () => {
    asking.behave({ givesRefreshTokens: true })
    const { refresh_token: refreshToken } = await tokensOf(createBrowser({ username: 'ana' }))

    expect(refreshToken).toBeDefined()
  })

  it('issues expired tokens when its clock is behind', async () => {
    asking.behave({ clockBehindSeconds: 3_600 })
    const { access_token: accessToken } = await tokensOf(createBrowser({ username: 'ana' }))

    expect(Number(decodeJwt(accessToken).exp) * 1_000).toBeLessThan(Date.now())
  })
})

describe('the identity simulator', () => {
  it('signs in the demo agent with code and PKCE, and both tokens name the Connect user', async () => {
    const open = createBrowser()
    const back = await open(await authorizationUrl())

    const response = await requestTokens(back.searchParams.get('code') ?? '', verifier)
    const tokens = tokensSchema.parse(await response.json())

    expect(response.headers.get('access-control-allow-origin')).toBe(panelOrigin)
    const access = await verify(tokens.access_token, audience)
    expect(access.payload).toMatchObject({ sub: ana.userId, connect_username: 'ana' })
    const id = await verify(tokens.id_token, clientId)
    expect(id.payload).toMatchObject({ sub: ana.userId, connect_username: 'ana', name: 'Ana Ruiz' })
  })

  it('renews silently while the session lasts', async () => {
    const open = createBrowser()
    await open(await authorizationUrl())

    const back = await open(await authorizationUrl({ prompt: 'none' }))

    expect(back.searchParams.has('code')).toBe(true)
  })

  it('answers login_required when there is no session to renew', async () => {
    const open = createBrowser()
    await open(await authorizationUrl())
    identity.signOutEverybody()

    const back = await open(await authorizationUrl({ prompt: 'none' }))

    expect(back.searchParams.get('error')).toBe('login_required')
  })

  it('refuses a code without its verifier', async () => {
    const open = createBrowser()
    const back = await open(await authorizationUrl())

    const response = await requestTokens(back.searchParams.get('code') ?? '', 'w'.repeat(43))

    expect(response.status).toBe(400)
  })

  it('lets the panel read its discovery document and its keys', async () => {
    const headers = { origin: panelOrigin }
    const discovery = await fetch(`${identity.issuer}/.well-known/openid-configuration`, { headers })
    const keys = await fetch(`${identity.issuer}/jwks`, { headers })

    expect(discovery.headers.get('access-control-allow-origin')).toBe(panelOrigin)
    expect(keys.headers.get('access-control-allow-origin')).toBe(panelOrigin)
  })

  it('issues tokens for tests with the same signing key', async () => {
    const token = await identity.tokenFor(ana, { connect_username: undefined })

    const { payload } = await verify(token, audience)

    expect(payload).toMatchObject({ sub: ana.userId })
    expect(payload).not.toHaveProperty('connect_username')
  })
})
