import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { pagePath, signedInPath, signInPath } from '../../contract/page-paths.ts'
import { securityHeaders } from './security-headers.ts'

const app = new Hono()
app.use(
  securityHeaders({
    ccpUrl: 'https://example.my.connect.aws/ccp-v2',
    signInOrigins: () => ['https://login.example.com'],
    frameAncestors: ["'self'", 'https://crm.example.com'],
  }),
)
app.get('*', (context) => context.text(''))

const headerOf = async (path: string, name: string) => (await app.request(path)).headers.get(name)

describe('the opener policy', () => {
  it('lets the page receive messages from its popups', async () => {
    expect(await headerOf(pagePath, 'cross-origin-opener-policy')).toBe('same-origin-allow-popups')
  })

  it('does not cut a popup that comes back from the provider off from the page that opened it', async () => {
    expect(await headerOf(signedInPath, 'cross-origin-opener-policy')).toBeNull()
  })

  it('does not cut the panel’s own sign-in window off from the frame that opened it', async () => {
    expect(await headerOf(signInPath, 'cross-origin-opener-policy')).toBeNull()
  })

  it('is the only difference between the two pages', async () => {
    const policy = 'content-security-policy'

    expect(await headerOf(signedInPath, policy)).toBe(await headerOf(pagePath, policy))
  })
})

describe('the permissions policy', () => {
  it('takes no feature from the CCP that a call needs', async () => {
    const policy = await headerOf(pagePath, 'permissions-policy')

    expect(policy).toContain('geolocation=()')
    expect(policy).toContain('xr-spatial-tracking=()')
    expect(policy).not.toMatch(/microphone|camera|autoplay|clipboard|display-capture|hid|speaker|fullscreen/)
  })
})

const connectSources = async (storeOrigin?: Promise<string>) => {
  const page = new Hono()
  page.use(
    securityHeaders({
      ccpUrl: 'https://example.my.connect.aws/ccp-v2',
      signInOrigins: () => ['https://login.example.com'],
      frameAncestors: ["'self'"],
      storeOrigin,
    }),
  )
  page.get('*', (context) => context.text(''))
  const policy = (await page.request(pagePath)).headers.get('content-security-policy') ?? ''
  return policy.split('; ').find((directive) => directive.startsWith('connect-src'))
}

describe('the origin of the bucket', () => {
  it('is in the policy of the very first page while files are on', async () => {
    const origin = 'https://bucket.s3.eu-central-1.amazonaws.com'

    expect(await connectSources(Promise.resolve(origin))).toBe(
      `connect-src 'self' https://login.example.com ${origin}`,
    )
  })

  it('is not in the policy while files are off', async () => {
    expect(await connectSources()).toBe("connect-src 'self' https://login.example.com")
  })
})

describe('transport security', () => {
  it.each([
    ['https', 'max-age=15552000'],
    ['https, http', 'max-age=15552000'],
    ['http', null],
    [undefined, null],
  ])('is required only for a request that came over TLS: %s', async (protocol, expected) => {
    const headers = protocol === undefined ? {} : { 'x-forwarded-proto': protocol }

    const response = await app.request(pagePath, { headers })

    expect(response.headers.get('strict-transport-security')).toBe(expected)
  })
})
