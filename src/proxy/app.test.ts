import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { meSchema } from '../contract/reads/me.ts'
import { destinationsSchema } from '../contract/reads/read-answers.ts'
import { configPath, contactPath, destinationsPath, mePath } from '../contract/reads/reads.ts'
import { panelConfigSchema } from '../contract/config/panel-config.ts'
import { startConnectSimulator } from '../simulators/connect/connect-simulator.ts'
import { demoSeed, seedWithFlows } from '../simulators/connect/state/demo-seed.ts'
import { agentArn, ana, ben } from '../simulators/instance/instance.ts'
import type { ProxyHarness } from './harness/proxy-harness.ts'
import { contact, problemOf, startProxyScene } from './harness/proxy-scene.ts'

const { connect, identity, token, newProxy, close } = await startProxyScene()
const crmOrigin = 'https://crm.example.com'
let proxy: ProxyHarness

beforeEach(() => {
  connect.reset()
  proxy = newProxy({ environment: { ALLOWED_ORIGINS: crmOrigin, FRAME_ANCESTORS: crmOrigin } })
})

afterAll(close)

const call = contact('11111111-0000-4000-8000-000000000001', { attributes: { orderId: '41' } })

/** Fills whole pages with flows that are not offered. */
const whispersFirst = (index: number) => (index < 1_500 ? 'AGENT_WHISPER' : 'CONTACT_FLOW')

const callsOf = (operation: string) =>
  connect.received.filter((received) => received.operation === operation).length

describe('reading', () => {
  it('answers with the agent’s name and how far ahead they may schedule', async () => {
    const response = await proxy.get(mePath, token)

    expect(await response.json()).toEqual({
      userId: ana.userId,
      username: 'ana',
      name: 'Ana Ruiz',
      account: { issuer: identity.issuer, subject: ana.userId },
      serverTime: expect.any(String),
      scheduleHorizonDays: 6,
      fields: {},
      messages: false,
      undo: 'unaccepted',
      reschedule: true,
      showColleaguesTasks: false,
      keepInBrowser: 'everything',
    })
  })

  it('answers with its own clock, which judges schedules', async () => {
    proxy.passTime(7_200_000)
    const { serverTime = '' } = meSchema.parse(await (await proxy.get(mePath, token)).json())

    expect(Math.abs(Date.parse(serverTime) - Date.now() - 7_200_000)).toBeLessThan(60_000)
  })

  it.each([
    ['user name', ben.username],
    ['user id', ben.userId],
    ['ARN', agentArn(ben)],
  ])('knows an agent by %s', async (_name, claim) => {
    const response = await proxy.get(mePath, await identity.tokenFor(ben, { connect_username: claim }))

    expect(await response.json()).toMatchObject({ userId: ben.userId })
  })

  it('does not know an ARN of another instance', async () => {
    const foreign = agentArn(ana).replace('111122223333', '999922223333')

    const response = await proxy.get(mePath, await identity.tokenFor(ana, { connect_username: foreign }))

    expect(await problemOf(response)).toMatchObject({ status: 403, code: 'unknown-agent' })
  })

  it('looks for an unknown agent again, but at most every 30 seconds', async () => {
    const stranger = await identity.tokenFor(ana, { connect_username: 'newcomer' })
    await proxy.get(mePath, stranger)
    await proxy.get(mePath, stranger)
    proxy.passTime(31_000)
    await proxy.get(mePath, stranger)

    expect(callsOf('SearchUsers')).toBe(2)
  })

  it('offers published flows, and quick connects to people and queues, by name', async () => {
    const response = await proxy.get(destinationsPath, token)

    const { flows, quickConnects } = destinationsSchema.parse(await response.json())
    expect(flows.map(({ name }) => name)).toEqual([
      'Callback requests',
      'Complaint follow-up',
      'Document chase',
      'Refund approvals',
    ])
    expect(quickConnects.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      'Ana Ruiz: user',
      'Back office: queue',
      'Ben Okafor: user',
      'Billing: queue',
    ])
  })

  it('reads every page of a long list, empty ones too', async () => {
    const large = await startConnectSimulator({ seed: seedWithFlows(2_500, whispersFirst) })

    const response = await newProxy({ connect: { endpoint: large.url } }).get(destinationsPath, token)

    const { flows } = destinationsSchema.parse(await response.json())
    expect(flows).toHaveLength(1_004)
    await large.close()
  })

  it('calls Connect once for a hundred agents who open the form together', async () => {
    await Promise.all(Array.from({ length: 100 }, () => proxy.get(destinationsPath, token)))

    expect(callsOf('ListContactFlows')).toBe(1)
    expect(callsOf('ListQuickConnects')).toBe(1)
    expect(callsOf('SearchUsers')).toBe(1)
  })

  it('keeps offering the known list while Connect fails', async () => {
    const before = await (await proxy.get(destinationsPath, token)).json()
    proxy.passTime(6 * 60_000)
    connect.failNext('ListContactFlows', { kind: 'error', status: 500 }, 3)

    const response = await proxy.get(destinationsPath, token)

    expect(await response.json()).toEqual(before)
    expect(callsOf('ListContactFlows')).toBe(4)
  })

  it('shows agents their own contact with the attributes that a task would inherit', async () => {
    connect.setContacts(ana.userId, [call])

    const response = await proxy.get(contactPath(call.contactId), token)

    expect(await response.json()).toEqual({
      contactId: call.contactId,
      channel: 'voice',
      attributes: [{ key: 'orderId', value: '41' }],
    })
  })

  it('does not show the contact of another agent', async () => {
    connect.setContacts(ben.userId, [call])

    const response = await proxy.get(contactPath(call.contactId), token)

    expect(await problemOf(response)).toMatchObject({ status: 403, code: 'not-your-contact' })
  })

  it.each(['../instance', '%2e%2e%2f', 'Mrs Jones', 'c'.repeat(257)])(
    'does not ask Connect about “%s”, which is no contact id',
    async (text) => {
      await proxy.prepare()
      const before = connect.received.length

      const response = await proxy.get(`/api/v1/contacts/${encodeURIComponent(text)}`, token)

      expect(await problemOf(response)).toMatchObject({ status: 403, code: 'not-your-contact' })
      expect(connect.received).toHaveLength(before)
    },
  )

  it('tells the panel where to sign in, without a token', async () => {
    const response = await proxy.get(configPath)

    expect(panelConfigSchema.parse(await response.json())).toEqual({
      version: '1.2.3',
      ccpUrl: 'https://example.my.connect.aws/ccp-v2',
      hostOrigins: [crmOrigin],
      signIn: {
        issuer: identity.issuer,
        clientId: 'tasklink-panel',
        audience: 'https://tasklink.example',
        scope: 'openid profile',
        bearer: 'access-token',
      },
    })
  })

  it('tells the panel the login address of a SAML instance and the scopes to ask for', async () => {
    const configured = newProxy({
      environment: {
        CONNECT_LOGIN_URL: 'https://login.example.com/app/connect',
        OIDC_SCOPES: 'openid offline_access',
      },
    })
    const config = panelConfigSchema.parse(await (await configured.get(configPath)).json())

    expect(config.loginUrl).toBe('https://login.example.com/app/connect')
    expect(config.signIn.scope).toBe('openid offline_access')
  })

  it('tells the panel which pages may send it the contact: exact origins, no wildcard', async () => {
    const embedded = newProxy({
      environment: { FRAME_ANCESTORS: `${crmOrigin} https://*.example.com http://localhost:5173` },
    })

    const response = await embedded.get(configPath)

    expect(panelConfigSchema.parse(await response.json()).hostOrigins).toEqual([
      crmOrigin,
      'http://localhost:5173',
    ])
  })

  it('asks for ID tokens where the audience is the panel itself', async () => {
    const addressedToPanel = newProxy({ environment: { OIDC_AUDIENCE: 'tasklink-panel' } })

    const response = await addressedToPanel.get(configPath)

    expect(panelConfigSchema.parse(await response.json()).signIn.bearer).toBe('id-token')
  })

  it('is healthy at once', async () => {
    expect((await proxy.get('/healthz')).status).toBe(200)
  })

  it('is not ready after the signal to stop, and still answers', async () => {
    await proxy.prepare()
    proxy.announceStop()

    expect((await proxy.get('/readyz')).status).toBe(503)
    expect((await proxy.get(mePath, token)).status).toBe(200)
  })
})

describe('refusing', () => {
  it.each([mePath, destinationsPath, contactPath(call.contactId)])(
    'requires a token for %s',
    async (path) => {
      const response = await proxy.get(path)

      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="tasklink"')
      expect(await problemOf(response)).toMatchObject({ status: 401, code: 'unauthenticated' })
    },
  )

  it('requires a token for a task before it reads the body', async () => {
    const response = await proxy.post('not even JSON')

    expect(await problemOf(response)).toMatchObject({ status: 401, outcome: 'not-created' })
  })

  it('answers every failure as a problem with the id of the request', async () => {
    const response = await proxy.get('/api/v1/nothing', token, { 'x-request-id': 'chosen-by-the-caller' })

    const problem = await problemOf(response)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(problem).toMatchObject({ status: 404, code: 'not-found' })
    expect(response.headers.get('x-request-id')).toBe(problem.requestId)
    expect(problem.requestId).not.toBe('chosen-by-the-caller')
  })
})

describe('too many requests at once', () => {
  it('are refused with a wait, and those under way are answered', async () => {
    await proxy.prepare()
    connect.failNext('ListContactFlows', { kind: 'slow', milliseconds: 500 })

    const tokens = await Promise.all(demoSeed.users.slice(0, 3).map((user) => identity.tokenFor(user)))
    const responses = await Promise.all(
      Array.from({ length: 201 }, (_, index) =>
        proxy.get(destinationsPath, tokens[index % tokens.length], { origin: crmOrigin }),
      ),
    )

    const refused = responses.filter(({ status }) => status !== 200)
    expect(refused).toHaveLength(1)
    expect(refused[0]?.headers.get('access-control-allow-origin')).toBe(crmOrigin)
    expect(await Promise.all(refused.map(problemOf))).toEqual([
      expect.objectContaining({ code: 'busy', outcome: 'not-created', retryAfterSeconds: 1 }),
    ])
    expect((await proxy.get(destinationsPath, token)).status).toBe(200)
  })

  it('of one agent are refused, and other agents are answered', async () => {
    await proxy.get(mePath, token)
    const open: ReadableStreamDefaultController[] = []
    const endless = () => new ReadableStream({ start: (controller) => void open.push(controller) })
    const underWay = Array.from({ length: 100 }, () => proxy.post(endless(), token))

    const refused = await proxy.get(mePath, token)
    const answered = await proxy.get(mePath, await identity.tokenFor(ben))
    for (const body of open) body.close()

    expect(await problemOf(refused)).toMatchObject({ code: 'busy', retryAfterSeconds: 1 })
    expect(answered.status).toBe(200)
    expect(new Set((await Promise.all(underWay)).map(({ status }) => status))).toEqual(new Set([400]))
    expect((await proxy.get(mePath, token)).status).toBe(200)
  })
})

describe('the headers for browsers', () => {
  it('allow other pages by exact origin only', async () => {
    const allowed = await proxy.get(mePath, token, { origin: crmOrigin })
    const refused = await proxy.get(mePath, token, { origin: 'https://crm.example.com.evil.example' })
    const failed = await proxy.get(mePath, undefined, { origin: crmOrigin })

    expect(allowed.headers.get('access-control-allow-origin')).toBe(crmOrigin)
    expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    expect(failed.headers.get('access-control-allow-origin')).toBe(crmOrigin)
  })

  it('let the page reach only itself, the CCP and the identity provider', async () => {
    const response = await proxy.get('/healthz')

    const policy = response.headers.get('content-security-policy')?.split('; ')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`connect-src 'self' ${identity.issuer}`)
    expect(policy).toContain(`frame-src 'self' https://example.my.connect.aws ${identity.issuer}`)
    expect(policy).toContain(`frame-ancestors 'self' ${crmOrigin}`)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups')
    expect(response.headers.get('x-frame-options')).toBeNull()
  })

  it('keep responses about agents and customers out of every cache', async () => {
    const response = await proxy.get(mePath, token)

    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})
