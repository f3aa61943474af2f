import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Frame, type Page } from '@playwright/test'
import { preview } from 'vite'
import { inject } from 'vitest'
import { type CcpSimulator, startCcpSimulator } from '../../simulators/ccp/ccp-simulator.ts'
import type { CcpScript } from '../../simulators/ccp/page/ccp-script.ts'
import { findChromium, findHeadlessShell } from '../../simulators/find-chromium.ts'
import { ana } from '../../simulators/instance/instance.ts'
import type { ContactSession, ContactSource } from '../contact-source.ts'

declare global {
  interface Window {
    source: ContactSource
    openSource: () => ContactSource
    /** On the guest's page: the actions of the desktop, and the start of the panel. */
    startDesktop: () => void
    stopDesktop: () => void
    mount: () => void
    /** Removes members that the first versions of Streams lack. */
    removeLaterFunctions: () => void
    /** The number of subscriptions on the event bus of Streams. */
    subscriptions: () => number
    isAgentKnown: () => boolean
    /** Resolves when Streams stops loading the frame of a CCP that does not answer. */
    untilStreamsGivesUp: () => Promise<unknown>
    /** Every snapshot that the source announced, without the first one. */
    sessions: ContactSession[]
    /** Records the events of Streams about contacts from now on, without refreshes. */
    recordContactEvents: () => void
    contactEvents: { readonly contactId: string; readonly name: string }[]
    /** Reads the connections of a contact, which our code never does. Returns the message of the error. */
    readConnections: (contactId: string) => string | undefined
  }
}

type OpenPage = (page: Page, ccpQuery?: string, hostQuery?: Record<string, string>) => Promise<void>

/** A page in a real browser that embeds the simulated CCP by the real Streams. */
export interface StreamsPages {
  readonly ccp: CcpSimulator
  /** The request bodies that the CCP sent to the Connect service. */
  readonly reported: readonly string[]
  readonly newPage: () => Promise<Page>
  readonly open: OpenPage
  /** A desktop with a Streams of its own, not started yet, and no source. */
  readonly openGuest: OpenPage
  readonly close: () => Promise<void>
}

const here = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** A test of sign-ins and reloads asks for the full browser; the headless shell is twice as fast. */
export async function startStreamsPages(browserKind: 'full' | 'headless shell'): Promise<StreamsPages> {
  const built = inject('streamsPages')
  // `localhost` and `127.0.0.1` are different sites, as the panel and the CCP are.
  const host = await preview({
    configFile: false,
    root: here('.'),
    build: { outDir: join(built, 'host') },
    preview: { host: 'localhost', port: 0, strictPort: false },
    logLevel: 'error',
  })
  const hostUrl = host.resolvedUrls?.local[0] ?? ''
  const service = await startRecordingService()
  const ccp = await startCcpSimulator({
    approvedOrigins: [new URL(hostUrl).origin],
    connectUrl: service.url,
    agent: ana,
    pageDirectory: join(built, 'ccp'),
  })
  const opens =
    (file: string): OpenPage =>
    async (page, ccpQuery = 'scenario=empty', hostQuery = {}) => {
      const query = new URLSearchParams({ ccpUrl: `${ccp.url}?${ccpQuery}`, ...hostQuery })
      await page.goto(`${new URL(file, hostUrl).href}?${query.toString()}`)
    }
  const browser = await chromium.launch({
    executablePath: browserKind === 'full' ? findChromium() : findHeadlessShell(),
  })
  return {
    ccp,
    reported: service.reported,
    newPage: () => browser.newPage(),
    open: opens('page.test.html'),
    openGuest: opens('guest-page.test.html'),
    async close() {
      await browser.close()
      await Promise.all([ccp.close(), service.close(), host.close()])
    },
  }
}

async function startRecordingService() {
  const reported: string[] = []
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Methods', 'PUT')
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type')
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      if (request.method === 'PUT') reported.push(body)
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
  return { url, reported, close: async () => server.close() }
}

export const session = (page: Page) => page.evaluate(() => window.source.getSnapshot())

/** The frame of the CCP, once it shows contacts. */
export async function ccpFrame(page: Page): Promise<Frame> {
  const element = page.locator('[title="Contact Control Panel"]')
  await element.contentFrame().getByRole('heading', { name: 'Contacts' }).waitFor()
  const handle = await element.elementHandle()
  const frame = await handle?.contentFrame()
  if (!frame) throw new Error('The page has no CCP frame.')
  return frame
}

export async function addContact(
  page: Page,
  contact: Parameters<CcpScript['addContact']>[0],
): Promise<string> {
  const frame = await ccpFrame(page)
  return frame.evaluate((added) => window.ccp.addContact(added), contact)
}
