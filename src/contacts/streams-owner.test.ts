import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Frame, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startCcpSimulator } from '../simulators/ccp/ccp-simulator.ts'
import type { CcpScript } from '../simulators/ccp/page/ccp-script.ts'
import { ana } from '../simulators/instance/instance.ts'
import { findChromium } from '../simulators/find-chromium.ts'
import type { ContactSession, ContactSource } from './contact-source.ts'

declare global {
  interface Window {
    source: ContactSource
    openSource: () => ContactSource
    /** Every snapshot that the source announced, after the one it began with. */
    sessions: ContactSession[]
  }
}

const here = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const closers: (() => Promise<unknown>)[] = []
const contactIdPattern = /^[0-9a-f-]{36}$/

let browser: Browser
let hostUrl: string
let ccpUrl: string
let page: Page
let pageErrors: Error[]
/** The bodies of what the CCP told the Connect service. */
let told: string[]

beforeAll(async () => {
  const built = await mkdtemp(join(tmpdir(), 'streams-owner-'))
  closers.push(() => rm(built, { recursive: true }))
  await build({
    configFile: here('../../vite.config.ts'),
    mode: 'ccp-simulator',
    logLevel: 'error',
    build: { outDir: join(built, 'ccp') },
  })
  await build({
    configFile: false,
    root: here('.'),
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: join(built, 'host'),
      minify: false,
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: { input: here('streams-owner.test.html') },
    },
  })

  // `localhost` and `127.0.0.1` are different sites, as the panel and the CCP are.
  const host = await preview({
    configFile: false,
    root: here('.'),
    build: { outDir: join(built, 'host') },
    preview: { host: 'localhost', port: 0, strictPort: false },
    logLevel: 'error',
  })
  closers.push(() => host.close())
  hostUrl = new URL('streams-owner.test.html', host.resolvedUrls?.local[0]).href

  const connectUrl = await startRecordingService()
  const ccp = await startCcpSimulator({
    approvedOrigins: [new URL(hostUrl).origin],
    connectUrl,
    agent: ana,
    pageDirectory: join(built, 'ccp'),
  })
  closers.push(ccp.close)
  ccpUrl = ccp.url
  browser = await chromium.launch({ executablePath: findChromium() })
  closers.push(() => browser.close())
}, 60_000)

afterAll(async () => {
  await closers.reduceRight<Promise<unknown>>((closed, close) => closed.then(close), Promise.resolve())
})

afterEach(async () => {
  await page.close()
  expect(pageErrors).toEqual([])
})

async function startRecordingService(): Promise<string> {
  told = []
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Methods', 'PUT')
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type')
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      if (request.method === 'PUT') told.push(body)
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(async () => server.close())
  const address = server.address()
  return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
}

beforeEach(async () => {
  page = await browser.newPage()
  pageErrors = []
  page.on('pageerror', (failure) => pageErrors.push(failure))
})

async function openHost(ccpQuery: string, hostQuery = {}): Promise<void> {
  const query = new URLSearchParams({ ccpUrl: `${ccpUrl}?${ccpQuery}`, ...hostQuery })
  await page.goto(`${hostUrl}?${query.toString()}`)
}

const session = () => page.evaluate(() => window.source.getSnapshot())

async function ccpFrame(): Promise<Frame> {
  await page
    .frameLocator('[title="Contact Control Panel"]')
    .getByRole('heading', { name: 'Contacts' })
    .waitFor()
  const frame = page.frames().find((candidate) => candidate.url().startsWith(ccpUrl))
  if (!frame) throw new Error('The page has no CCP frame.')
  return frame
}

const eventually = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 8_000, interval: 20 })

async function addContact(contact: Parameters<CcpScript['addContact']>[0]): Promise<string> {
  const frame = await ccpFrame()
  return frame.evaluate((added) => window.ccp.addContact(added), contact)
}

describe('createStreamsOwner() with the real Streams', { timeout: 20_000 }, () => {
  it('is ready with the agent and the call', async () => {
    await openHost('scenario=call')

    await eventually(session).toMatchObject({
      status: 'ready',
      agent: { userId: ana.userId, username: 'ana', name: 'Ana Ruiz' },
      contacts: [{ channel: 'voice', state: 'connected', displayName: '+12065550142' }],
      currentContactId: expect.stringMatching(contactIdPattern),
    })
  })

  it('begins by connecting and announces a session once for each message', async () => {
    await openHost('scenario=call')

    await eventually(session).toMatchObject({ status: 'ready' })
    const announced = await page.evaluate(() => window.sessions.map(({ status }) => status))
    expect(announced).toEqual(['connecting', 'ready'])
  })

  it('follows a call from ringing through after-contact work until it is gone', async () => {
    await openHost('scenario=empty')
    const contactId = await addContact({ channel: 'voice' })
    await eventually(session).toMatchObject({
      contacts: [{ contactId, state: 'connecting' }],
      currentContactId: contactId,
    })

    const ccp = page.frameLocator('[title="Contact Control Panel"]')
    await ccp.getByRole('button', { name: 'Accept +12065550142' }).click()
    await eventually(session).toMatchObject({ contacts: [{ contactId, state: 'connected' }] })

    await ccp.getByRole('button', { name: 'End +12065550142' }).click()
    await eventually(session).toMatchObject({
      contacts: [{ contactId, state: 'ended' }],
      currentContactId: contactId,
    })

    await ccp.getByRole('button', { name: 'Close +12065550142' }).click()
    await eventually(session).toMatchObject({ status: 'ready', contacts: [] })
    expect(await session()).not.toHaveProperty('currentContactId')
  })

  it('tells which of a call and a chat the agent looks at, and never wavers in between', async () => {
    await openHost('scenario=call-and-chat')
    const ccp = await ccpFrame()
    const [callId, chatId] = await ccp.evaluate(() => window.ccp.contactIds())
    await eventually(session).toMatchObject({ currentContactId: callId })

    await ccp.getByRole('button', { name: 'Chat Jonas Weber' }).click()

    await eventually(session).toMatchObject({ currentContactId: chatId })
    const current = await page.evaluate(() =>
      window.sessions.map((seen) => (seen.status === 'ready' ? seen.currentContactId : seen.status)),
    )
    // The first snapshot arrives one message before the first view, so for that moment nothing is chosen.
    expect(current).toEqual(['connecting', undefined, callId, chatId])
  })

  it('goes on with the other contact when the one in view is closed', async () => {
    await openHost('scenario=call-and-chat')
    const ccp = await ccpFrame()
    const [callId, chatId] = await ccp.evaluate(() => window.ccp.contactIds())
    await eventually(session).toMatchObject({ currentContactId: callId })

    await ccp.evaluate((id) => window.ccp.remove(id), String(callId))

    await eventually(session).toMatchObject({ currentContactId: chatId })
  })

  it('names a chat by its customer, and keeps the same snapshot when attributes that it does not tell change', async () => {
    await openHost('scenario=empty')
    const contactId = await addContact({ channel: 'chat', displayName: 'Maya Lopez', state: 'connected' })
    await eventually(session).toMatchObject({
      contacts: [{ displayName: 'Maya Lopez' }],
      currentContactId: contactId,
    })
    const before = await page.evaluateHandle(() => window.source.getSnapshot())

    const ccp = await ccpFrame()
    await ccp.evaluate((id) => window.ccp.setAttributes(id, { orderId: '7' }), contactId)
    await ccp.evaluate((id) => window.ccp.setState(id, 'ended'), contactId)

    await eventually(session).toMatchObject({ contacts: [{ state: 'ended' }] })
    expect(await page.evaluate((kept) => window.sessions.indexOf(kept), before)).toBe(
      (await page.evaluate(() => window.sessions.length)) - 2,
    )
    expect(told.at(-1)).toContain('"attributes":{"orderId":"7"}')
  })

  it('tells of all five channels side by side without an error in the page', async () => {
    await openHost('scenario=empty')
    const ccp = await ccpFrame()
    await ccp.getByText('Simulate').click()
    await ccp.getByRole('button', { name: 'Incoming call', exact: true }).click()
    await ccp.getByRole('button', { name: 'Incoming callback' }).click()
    await ccp.getByRole('button', { name: 'Incoming chat' }).click()
    await ccp.getByRole('button', { name: 'Incoming task' }).click()
    await ccp.getByRole('button', { name: 'Incoming email' }).click()

    const ring = 'connecting'
    await eventually(session).toMatchObject({
      contacts: [
        { channel: 'voice', state: ring, displayName: '+12065550142' },
        { channel: 'queue_callback', state: 'incoming', displayName: '+12065550164' },
        { channel: 'chat', state: ring, displayName: 'Jonas Weber' },
        { channel: 'task', state: ring, displayName: 'Check the new address' },
        { channel: 'email', state: ring, displayName: 'Where is my parcel?' },
      ],
    })
  })

  it('has told the Connect service of a contact before the page hears of it', async () => {
    await openHost('scenario=empty')
    const contactId = await addContact({ channel: 'task', state: 'connected' })

    await eventually(session).toMatchObject({ contacts: [{ contactId }] })
    expect(told.at(-1)).toContain(`"contactId":"${contactId}"`)
  })

  it('starts one CCP for two sources, and goes on when the first one closes', async () => {
    await openHost('scenario=call')
    await page.evaluate(() => {
      window.source.close()
      window.source = window.openSource()
    })

    await eventually(session).toMatchObject({ status: 'ready', contacts: [{ state: 'connected' }] })
    expect(await page.locator('iframe').count()).toBe(1)
    expect(await page.evaluate(() => window.sessions.length)).toBe(1)
  })

  it('says that a silent CCP is not answering', async () => {
    await openHost('silent', { loadTimeoutMs: '300' })

    await eventually(session).toEqual({ status: 'not-answering' })
  })

  it('says that the CCP is not answering when Streams cannot be loaded', async () => {
    await page.route(/connect-streams/, (route) => route.abort())
    await openHost('scenario=call')

    await eventually(session).toEqual({ status: 'not-answering' })
    expect(pageErrors.splice(0)).toMatchObject([
      { message: expect.stringContaining('dynamically imported module') },
    ])
  })

  it('is ready after all when a CCP answers late', async () => {
    await openHost('scenario=call&ackDelay=1800', { loadTimeoutMs: '1500' })

    await eventually(session).toEqual({ status: 'not-answering' })
    await eventually(session).toMatchObject({ status: 'ready', contacts: [{ channel: 'voice' }] })
  })

  it('says that the agent signed out, and is ready again when they signed in', async () => {
    await openHost('scenario=call')
    await eventually(session).toMatchObject({ status: 'ready' })
    const ccp = page.frameLocator('[title="Contact Control Panel"]')
    await ccp.getByText('Simulate').click()
    await ccp.getByRole('button', { name: 'Sign out' }).click()
    await eventually(session).toEqual({ status: 'signed-out' })

    await ccp.getByRole('button', { name: 'Sign in' }).click()

    await eventually(session).toMatchObject({ status: 'ready', contacts: [{ state: 'connected' }] })
  })

  it('says that a sign-in is needed, and that access is denied', async () => {
    await openHost('scenario=call')
    const ccp = await ccpFrame()
    await eventually(session).toMatchObject({ status: 'ready' })

    await ccp.evaluate(() => window.ccp.refuse('auth_fail'))
    await eventually(session).toEqual({ status: 'sign-in-needed' })

    await ccp.evaluate(() => window.ccp.refuse('access_denied'))
    await eventually(session).toEqual({ status: 'access-denied' })
  })
})
