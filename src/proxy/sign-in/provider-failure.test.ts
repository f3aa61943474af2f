import { createServer } from 'node:http'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { mePath } from '../../contract/reads/reads.ts'
import { freePort } from '../../simulators/free-port.ts'
import { listen, stopListening } from '../../simulators/listen.ts'
import { startProxyScene } from '../harness/proxy-scene.ts'
import { createSignInProvider } from './sign-in-provider.ts'

/* Each mistake in OIDC_ISSUER, and each fault of the provider, has a sentence of its own in the log. */

const { identity, token, newProxy, close } = await startProxyScene()
const { issuer } = identity
const { host } = new URL(issuer)

beforeEach(() => identity.reset())
afterAll(close)

const lineSchema = z.object({ dependency: z.string(), reason: z.string(), why: z.string(), msg: z.string() })

async function notReady(environment: Readonly<Record<string, string>> = {}) {
  const proxy = newProxy({ environment })
  await proxy.get('/readyz')
  const line = proxy
    .logged()
    .split('\n')
    .find((text) => text.includes('"dependency":"identity provider"'))
  const { reason, why, msg } = lineSchema.parse(JSON.parse(line ?? ''))
  expect(msg).toBe('not ready yet')
  return { reason, why, proxy }
}

const discovery = (body: object) => ({
  discovery: { status: 200, body: JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks`, ...body }) },
})

const askedDiscovery = `Asked the identity provider for its discovery document at ${issuer}/.well-known/openid-configuration: `
const askedKeys = `Asked the identity provider for its key set at ${issuer}/jwks: `

describe('a fault of the provider', () => {
  it.each([
    [
      'issuer-mismatch',
      discovery({ issuer: `${issuer}/` }),
      `${askedDiscovery}the issuer in it has more slashes at the end than OIDC_ISSUER. Add the slash to the end of OIDC_ISSUER.`,
    ],
    [
      'issuer-mismatch',
      discovery({ issuer: 'https://marked.example' }),
      `${askedDiscovery}the issuer in it differs from OIDC_ISSUER in its scheme, host or port. Set OIDC_ISSUER exactly to the issuer in this document.`,
    ],
    [
      'issuer-mismatch',
      discovery({ issuer: `${issuer}/marked` }),
      `${askedDiscovery}the issuer in it differs from OIDC_ISSUER in its path. Set OIDC_ISSUER exactly to the issuer in this document.`,
    ],
    [
      'issuer-mismatch',
      discovery({ issuer: issuer.toUpperCase() }),
      `${askedDiscovery}the issuer in it differs from OIDC_ISSUER only in upper and lower case. Set OIDC_ISSUER exactly to the issuer in this document.`,
    ],
    [
      'unsafe-address',
      discovery({ jwks_uri: 'http://marked.example/jwks' }),
      `${askedDiscovery}jwks_uri in it is not a whole https:// address. Correct jwks_uri at the provider, which may not know that it is behind TLS; http:// is only for localhost.`,
    ],
    [
      'unsafe-address',
      discovery({ token_endpoint: 'http://marked.example/token' }),
      `${askedDiscovery}token_endpoint in it is not a whole https:// address. Correct token_endpoint at the provider, which may not know that it is behind TLS; http:// is only for localhost.`,
    ],
    [
      'discovery-shape',
      discovery({ jwks_uri: undefined }),
      `${askedDiscovery}it is JSON, but its jwks_uri is missing or no text. Correct OIDC_ISSUER: this is not the discovery document of an OpenID provider.`,
    ],
    [
      'status',
      { discovery: { status: 404, body: 'marked' } },
      `${askedDiscovery}it answered 404. Correct the path in OIDC_ISSUER: this document must be below it.`,
    ],
    [
      'status',
      { discovery: { status: 503, body: 'marked' } },
      `${askedDiscovery}it answered 503. The provider has a fault; OIDC_ISSUER may be right. The proxy asks again.`,
    ],
    [
      'redirect',
      { discovery: { status: 302, body: '' } },
      `${askedDiscovery}it answered with a redirect (302). Set OIDC_ISSUER to the address behind it, exactly as the provider’s tokens name it.`,
    ],
    [
      'not-json',
      { discovery: { status: 200, body: '<!doctype html><title>marked</title>' } },
      `${askedDiscovery}it answered with an HTML page instead of JSON. Correct OIDC_ISSUER: this address belongs to something else than an OpenID provider.`,
    ],
    [
      'not-json',
      { discovery: { status: 200, body: 'marked' } },
      `${askedDiscovery}its answer is not JSON. Correct OIDC_ISSUER: this address belongs to something else than an OpenID provider.`,
    ],
    [
      'connection-lost',
      { discovery: 'broken' },
      `${askedDiscovery}the connection broke off. Check the provider and the firewalls between. The proxy asks again; OIDC_ISSUER may be right.`,
    ],
    [
      'status',
      { keys: { status: 404, body: 'marked' } },
      `${askedKeys}it answered 404. Correct jwks_uri at the provider: its discovery document names this address.`,
    ],
    [
      'keys-shape',
      { keys: { status: 200, body: '{"marked":[]}' } },
      `${askedKeys}it is JSON, but has no list of keys. Correct jwks_uri at the provider: its discovery document names this address.`,
    ],
  ] as const)('is logged as %s in a sentence of its own: %j', async (reason, behaviour, why) => {
    identity.behave(behaviour)

    const line = await notReady()

    expect({ reason: line.reason, why: line.why }).toEqual({ reason, why })
    expect(line.proxy.logged()).not.toContain('marked')
  })
})

describe('an issuer that is', () => {
  it.each([
    [
      'a slash too long',
      'issuer-mismatch',
      `${issuer}/`,
      `${askedDiscovery}the issuer in it has fewer slashes at the end than OIDC_ISSUER. Remove the slash from the end of OIDC_ISSUER.`,
    ],
    [
      'at a host that DNS does not know',
      'host-unknown',
      'https://login.invalid/tenant',
      'Asked the identity provider for its discovery document at https://login.invalid/tenant/.well-known/openid-configuration: DNS does not know its host. Correct the host in OIDC_ISSUER, or the DNS of the proxy’s network.',
    ],
    [
      'at a port without TLS',
      'tls',
      `https://${host}`,
      `Asked the identity provider for its discovery document at https://${host}/.well-known/openid-configuration: TLS could not be agreed on. Check that this port speaks TLS 1.2 or newer, and correct the port in OIDC_ISSUER.`,
    ],
  ])('%s has a sentence of its own', async (_, reason, wrong, why) => {
    const line = await notReady({ OIDC_ISSUER: wrong })

    expect({ reason: line.reason, why: line.why }).toEqual({ reason, why })
  })

  it('at a port where nothing listens has a sentence of its own', async () => {
    const port = await freePort()

    const { reason, why } = await notReady({ OIDC_ISSUER: `http://localhost:${port}` })

    expect(reason).toBe('connection-refused')
    expect(why).toContain(
      'the connection was refused. Correct the host and port in OIDC_ISSUER, or start the provider there, or open the firewall between.',
    )
  })

  it('logged without its query', async () => {
    const { why } = await notReady({ OIDC_ISSUER: 'https://login.invalid/tenant?marked=marked' })

    expect(why).not.toContain('marked')
  })
})

async function problemOf(ask: typeof fetch, at = issuer) {
  const provider = createSignInProvider({ issuer: at, now: () => new Date(), fetch: ask })
  return provider.prepare().catch((error: unknown) => error)
}

describe('a provider', () => {
  it('that does not answer in time has a sentence of its own', async () => {
    const silent = createServer(() => {})
    const at = await listen(silent, 0, 'localhost')

    const problem = await problemOf(
      (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(50) }),
      at,
    )
    await stopListening(silent)

    expect(problem).toMatchObject({
      facts: {
        reason: 'timeout',
        logged: {
          why: expect.stringContaining(
            'no answer came in time. Let the firewalls between the proxy and the provider through, or correct OIDC_ISSUER.',
          ),
        },
      },
    })
  })

  it.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    'with a certificate that is not accepted (%s) has a sentence of its own',
    async (code) => {
      const refused = Object.assign(new Error('marked'), { code })

      const problem = await problemOf(async () => {
        throw new TypeError('fetch failed', { cause: refused })
      })

      expect(problem).toMatchObject({
        facts: {
          reason: 'certificate',
          logged: {
            why: `${askedDiscovery}its TLS certificate was not accepted. Correct the host in OIDC_ISSUER, or renew the certificate, or name the file of a private authority in NODE_EXTRA_CA_CERTS.`,
          },
        },
      })
    },
  )
})

describe('a failure of the provider', () => {
  it('is logged when it changes and when it ends, not at each probe', async () => {
    const proxy = newProxy()
    const probe = async () => {
      for (let asked = 0; asked < 3; asked += 1) {
        await proxy.get('/readyz')
        proxy.passTime(5_000)
      }
    }
    const said = () =>
      proxy
        .logged()
        .split('\n')
        .filter((line) => line.includes('"dependency":"identity provider"'))
        .map((line) =>
          line.replace(/^.*?"reason":"([^"]+)".*"msg":"(.*)"}$/, '$2: $1').replace(/^.*"msg":"(.*)"}$/, '$1'),
        )
    identity.behave({ discovery: { status: 404, body: '' } })
    await probe()
    identity.behave({ discovery: 'broken' })
    await probe()
    identity.behave({ discovery: 'usual' })
    await probe()
    proxy.passTime(6 * 60_000)
    identity.behave({ discovery: 'broken', keys: 'broken' })
    await probe()
    // A proxy that is ready answers the probe before the provider does.
    await expect.poll(said).toHaveLength(4)
    proxy.passTime(5 * 60_000)
    await probe()

    expect(said()).toEqual([
      'not ready yet: status',
      'not ready yet: connection-lost',
      'answers again',
      'does not answer; earlier answers still serve: connection-lost',
      'not ready yet: connection-lost',
    ])
  })

  it('is a reason of a closed set to the public, and nothing more', async () => {
    identity.behave({ discovery: { status: 404, body: 'marked' } })
    const proxy = newProxy()

    const readiness = await proxy.get('/readyz')
    const refused = await proxy.get(mePath, token)

    expect(await readiness.json()).toEqual({
      ready: false,
      waitingFor: ['identity provider'],
      reasons: { 'identity provider': 'status' },
      stopping: false,
    })
    expect(await refused.text()).not.toContain('openid-configuration')
  })
})
