import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { outcomeOf } from './store-scene.ts'
import { startStoreSimulator } from './store-simulator.ts'

const panel = 'https://panel.example.com'
const rule = {
  AllowedOrigins: [panel, 'https://*.example.net'],
  AllowedMethods: ['PUT'],
  AllowedHeaders: ['content-type', 'x-amz-checksum-*'],
  ExposeHeaders: ['ETag'],
  MaxAgeSeconds: 3_000,
}
const store = await startStoreSimulator({ corsRules: [rule] })
const address = `${store.url}/${store.bucketName}/tasklink/one`

const ask = (origin: string, method = 'PUT', headers = 'content-type,x-amz-checksum-sha256') =>
  fetch(address, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': headers,
    },
  })

const answerTo = (origin: string, method = 'PUT') =>
  fetch(address, { method, headers: { origin } }).then(({ headers }) =>
    headers.get('access-control-allow-origin'),
  )

beforeEach(() => store.reset())

afterAll(() => store.close())

describe('a preflight', () => {
  it('is answered with what the rule allows', async () => {
    const response = await ask(panel)

    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': panel,
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type, x-amz-checksum-sha256',
      'access-control-expose-headers': 'ETag',
      'access-control-max-age': '3000',
      vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    })
  })

  it('knows one wildcard in an origin', async () => {
    expect((await ask('https://desk.example.net')).status).toBe(200)
    expect((await ask('https://example.net')).status).toBe(403)
  })

  it.each([
    ['another origin', () => ask('https://evil.example.com')],
    ['another method', () => ask(panel, 'DELETE')],
    ['another header', () => ask(panel, 'PUT', 'content-type,x-amz-acl')],
  ])('is refused for %s', async (_what, asked) => {
    const response = await asked()

    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(await outcomeOf(response)).toMatchObject({ status: 403, code: 'AccessForbidden' })
  })

  it('is refused while the bucket has no configuration', async () => {
    store.corsRules = []

    expect(await outcomeOf(await ask(panel))).toMatchObject({
      status: 403,
      message: 'CORSResponse: CORS is not enabled for this bucket.',
    })
  })
})

describe('the answer to a request of a page', () => {
  it('can be read by an allowed origin only, refused or not', async () => {
    expect(await answerTo(panel)).toBe(panel)
    expect(await answerTo('https://evil.example.com')).toBeNull()
    expect(await answerTo(panel, 'GET')).toBeNull()
  })
})
