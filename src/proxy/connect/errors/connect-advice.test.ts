import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { destinationsPath } from '../../../contract/reads/reads.ts'
import type { Failure } from '../../../simulators/connect/calls/failures.ts'
import { freePort } from '../../../simulators/free-port.ts'
import { instanceArn } from '../../../simulators/instance/instance.ts'
import type { ProxyHarness } from '../../harness/proxy-harness.ts'
import { plainTask, startProxyScene } from '../../harness/proxy-scene.ts'

/* Each cause of a failed call to Connect has a sentence of its own in the log, which says what to change. */

const { connect, identity, token, newProxy, close } = await startProxyScene()

beforeEach(() => {
  connect.reset()
  identity.reset()
})
afterAll(close)

const factsSchema = z.object({
  reason: z.string(),
  operation: z.string(),
  connectError: z.optional(z.string()),
  connectRequestId: z.optional(z.string()),
  why: z.optional(z.string()),
})

const linesOf = (proxy: ProxyHarness, part: string) =>
  proxy
    .logged()
    .split('\n')
    .filter((line) => line.includes(part))

async function notReady(proxy: ProxyHarness) {
  await proxy.get('/readyz')
  const [line = ''] = linesOf(proxy, '"dependency":"Amazon Connect"')
  expect(line).toContain('"msg":"not ready yet"')
  return factsSchema.parse(JSON.parse(line))
}

const secret = 'arn:aws:iam::999999999999:role/marked'

const answering = (status: number, type: string): Failure => ({
  kind: 'error',
  status,
  type,
  message: `User ${secret} is not authorized`,
})

const asked = 'Asked Amazon Connect for SearchUsers: '

describe('a proxy that Connect refuses is not ready, and says', () => {
  it.each<[string, number, string, string]>([
    [
      'permission-missing',
      403,
      'AccessDeniedException',
      'Connect answered AccessDeniedException. Allow the IAM action connect:SearchUsers on the instance in CONNECT_INSTANCE_ARN',
    ],
    [
      'credentials-expired',
      403,
      'ExpiredTokenException',
      'AWS answered ExpiredTokenException: the credentials have expired. Renew AWS_SESSION_TOKEN and its keys, or use a role',
    ],
    [
      'credentials-refused',
      403,
      'UnrecognizedClientException',
      'AWS answered UnrecognizedClientException: it does not know the keys, or they do not fit each other. Correct AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN',
    ],
    [
      'credentials-refused',
      403,
      'InvalidSignatureException',
      'AWS answered InvalidSignatureException: it does not know the keys',
    ],
    [
      'clock-differs',
      403,
      'RequestExpired',
      'AWS answered RequestExpired: the clock of this machine differs',
    ],
    [
      'not-in-connect',
      404,
      'ResourceNotFoundException',
      'Connect answered ResourceNotFoundException. Correct the Region, account and id in CONNECT_INSTANCE_ARN',
    ],
    [
      'refused-by-connect',
      400,
      'InvalidRequestException',
      'Connect answered InvalidRequestException. Correct the id in CONNECT_INSTANCE_ARN',
    ],
    ['denied', 403, 'marked', 'access was denied without a reason. Check the IAM action connect:SearchUsers'],
  ])('%s for a %d called %s', async (reason, status, type, words) => {
    connect.failNext('SearchUsers', answering(status, type), 3)
    const proxy = newProxy()

    const line = await notReady(proxy)

    expect(line).toMatchObject({ reason, operation: 'SearchUsers' })
    expect(line.connectError).toBe(type === 'marked' ? undefined : type)
    expect(line.connectRequestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(line.why).toContain(`${asked}${words}`)
    expect(proxy.logged()).not.toMatch(/marked|999999999999/)
  })

  it('credentials-refused for keys that AWS does not know', async () => {
    const credentials = { accessKeyId: 'AKIAMARKED', secretAccessKey: 'marked' }

    const line = await notReady(newProxy({ connect: { credentials } }))

    expect(line).toMatchObject({ reason: 'credentials-refused', connectError: 'UnrecognizedClientException' })
  })

  it('credentials-refused for a secret that does not fit its key', async () => {
    const credentials = { ...connect.credentials, secretAccessKey: 'marked' }

    const line = await notReady(newProxy({ connect: { credentials } }))

    expect(line).toMatchObject({ reason: 'credentials-refused', connectError: 'InvalidSignatureException' })
  })

  it('not-in-connect for another instance', async () => {
    const other = `${instanceArn.slice(0, -4)}0000`

    const line = await notReady(newProxy({ environment: { CONNECT_INSTANCE_ARN: other } }))

    expect(line).toMatchObject({ reason: 'not-in-connect', connectError: 'ResourceNotFoundException' })
    expect(line.why).not.toContain(other)
  })
})

describe('a proxy that cannot reach Connect is not ready, and says', () => {
  it.each([
    [
      'host-unknown',
      'http://connect.invalid',
      'DNS does not know its host. Correct the Region in CONNECT_INSTANCE_ARN, or AWS_ENDPOINT_URL_CONNECT if it is set, or the DNS of the proxy’s network.',
    ],
    [
      'tls',
      connect.url.replace('http:', 'https:'),
      'TLS could not be agreed on. Check the proxies and firewalls between, and AWS_ENDPOINT_URL_CONNECT if it is set.',
    ],
  ])('%s for %s', async (reason, endpoint, words) => {
    const line = await notReady(newProxy({ connect: { endpoint } }))

    expect(line).toMatchObject({ reason, why: `${asked}${words}` })
  })

  it('connection-refused if nothing listens there', async () => {
    const endpoint = `http://localhost:${await freePort()}`

    const line = await notReady(newProxy({ connect: { endpoint } }))

    expect(line).toMatchObject({
      reason: 'connection-refused',
      why: `${asked}the connection was refused. Correct AWS_ENDPOINT_URL_CONNECT if it is set, or open the firewall for HTTPS.`,
    })
  })

  it('connection-lost if the connection breaks', async () => {
    connect.failNext('SearchUsers', { kind: 'reset' }, 3)

    expect(await notReady(newProxy())).toMatchObject({ reason: 'connection-lost', operation: 'SearchUsers' })
  })
})

describe('the line of a request whose call failed', () => {
  it('names the operation and the IAM action that is missing', async () => {
    connect.failNext('ListContactFlows', answering(403, 'AccessDeniedException'))
    const proxy = newProxy()

    const response = await proxy.get(destinationsPath, token)
    const [line = ''] = linesOf(proxy, '"code":"connect-denied"')

    expect(factsSchema.parse(JSON.parse(line))).toMatchObject({
      reason: 'permission-missing',
      operation: 'ListContactFlows',
      connectError: 'AccessDeniedException',
      why: expect.stringContaining('connect:ListContactFlows'),
    })
    expect(`${await response.text()}${proxy.logged()}`).not.toMatch(/marked|999999999999/)
  })

  it('has no advice about the instance if Connect refuses a task', async () => {
    connect.failNext('StartTaskContact', answering(400, 'InvalidRequestException'))
    const proxy = newProxy()

    await proxy.post(plainTask, token)
    const [line = ''] = linesOf(proxy, '"code":"invalid"')

    expect(factsSchema.parse(JSON.parse(line))).toMatchObject({
      reason: 'refused-by-connect',
      operation: 'StartTaskContact',
      connectError: 'InvalidRequestException',
    })
    expect(line).not.toContain('"why"')
  })
})

describe('a proxy that is not ready', () => {
  it('is logged once for each failure, and again when Connect answers', async () => {
    const proxy = newProxy()
    connect.failNext('SearchUsers', answering(403, 'AccessDeniedException'), 2)
    await proxy.get('/readyz')
    await proxy.get('/readyz')
    connect.failNext('SearchUsers', answering(404, 'ResourceNotFoundException'))
    await proxy.get('/readyz')
    await proxy.get('/readyz')

    const said = linesOf(proxy, '"dependency":"Amazon Connect"').map((line) => /"msg":"(.*)"/.exec(line)?.[1])
    expect(said).toEqual(['not ready yet', 'not ready yet', 'answers again'])
  })

  it('has a line for destinations that it cannot read again, although the earlier ones still serve', async () => {
    const proxy = newProxy()
    await proxy.get(destinationsPath, token)
    proxy.passTime(6 * 60_000)
    connect.failNext('ListQuickConnects', answering(403, 'AccessDeniedException'), 2)

    const response = await proxy.get(destinationsPath, token)

    expect(response.status).toBe(200)
    const [line = '', ...more] = linesOf(proxy, '"dependency":"destinations in Amazon Connect"')
    expect(factsSchema.parse(JSON.parse(line))).toMatchObject({
      reason: 'permission-missing',
      operation: 'ListQuickConnects',
    })
    expect(line).toContain('"msg":"does not answer; earlier answers still serve"')
    expect(more).toEqual([])
  })

  it('tells the public a reason of a closed set, and nothing more', async () => {
    connect.failNext('SearchUsers', answering(403, 'AccessDeniedException'))

    const response = await newProxy().get('/readyz')

    expect(await response.json()).toEqual({
      ready: false,
      waitingFor: ['Amazon Connect'],
      reasons: { 'Amazon Connect': 'permission-missing' },
      stopping: false,
    })
  })
})
