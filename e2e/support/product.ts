import { fileURLToPath } from 'node:url'
import type { Frame, Page } from '@playwright/test'
import { runBuiltProxy, type BuiltProxy } from '../../src/simulators/built-proxy.ts'
import type { CcpSimulator } from '../../src/simulators/ccp/ccp-simulator.ts'
import type { NewContact } from '../../src/simulators/ccp/page/state/ccp-contact.ts'
// Declares `window.ccp`.
import '../../src/simulators/ccp/page/ccp-script.ts'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import { startFarSide, type FarSide } from '../../src/simulators/far-side.ts'
import { freePort } from '../../src/simulators/free-port.ts'
import { ana, type InstanceUser } from '../../src/simulators/instance/instance.ts'
import { writePolicyFile } from '../../src/simulators/policy-file.ts'
import { createLeftPage, type LeftPage } from './return-signed-in.ts'
import { createKeptContexts, type KeptContexts } from './kept-context.ts'
import type { StoreSimulator } from '../../src/simulators/store/store-simulator.ts'
import { untilDefined } from './until-defined.ts'
import { shareInWorker, test as base } from './worker.ts'

/** Moves the clock of the proxy's process. */
const proxyClock = fileURLToPath(new URL('../../src/faults/servers/proxy-clock.mjs', import.meta.url))

/** The built proxy and panel with all simulators. */
export interface Product {
  readonly farSide: FarSide
  readonly proxy: BuiltProxy
}

/** Operates the CCP from a test. */
export interface Ccp {
  readonly frame: Frame
  /** Adds a contact and brings it into view. */
  readonly addContact: (contact: NewContact) => Promise<string>
  /** Shows no contact, as the CCP does between its tabs; all contacts stay open. */
  readonly showNone: () => Promise<void>
}

/** A CCP whose contacts arrived in this order; the last one is in view. */
export interface OpenedCcp extends Ccp {
  readonly contactIds: readonly string[]
}

/** How the product of a test differs from the usual one. */
interface ProductOptions {
  /** The agent in the CCP. In the panel it is always Ana. */
  readonly ccpAgent: InstanceUser
  /** Whether the instance has 1,100 flows and 100 quick connects, as in the demo, or a few of each. */
  readonly isLargeInstance: boolean
  /** The policy file; undefined allows everything. */
  readonly policyFile: object | undefined
  /** The time at which the clocks of proxy, Connect and page start. Now by default. */
  readonly clocksAt: string | undefined
  /** The deployment's SCHEDULE_HORIZON_DAYS. Undefined is the default of 6 days. */
  readonly scheduleHorizonDays: number | undefined
  /** Whether the deployment has a bucket for files. */
  readonly hasBucket: boolean
}

/** The parts that tests with the same options share. */
interface SharedProduct {
  readonly product: Product
  readonly leftPage: LeftPage
  readonly keptContexts: KeptContexts
}

export interface Fixtures extends ProductOptions {
  readonly sharedProduct: SharedProduct
  readonly product: Product
  /** The Connect simulator: it shows received calls and can be made to fail. */
  readonly connect: ConnectSimulator
  /** The bucket that the panel uploads files to: it shows objects and received requests, and can be made to fail. */
  readonly store: StoreSimulator
  /** The CCP simulator: it controls how the CCP opens and which pages may embed it. */
  readonly ccpService: CcpSimulator
  /** Opens the page as a signed-in agent whose CCP has these contacts, the last one in view. */
  readonly open: (...contacts: readonly NewContact[]) => Promise<OpenedCcp>
}

const shareProduct = shareInWorker(
  async ({ keepsContexts, ...options }: ProductOptions & { readonly keepsContexts: boolean }) => {
    const { ccpAgent, isLargeInstance, policyFile, clocksAt, scheduleHorizonDays, hasBucket } = options
    const aheadMs = clocksAt === undefined ? 0 : Date.parse(clocksAt) - Date.now()
    const now = () => Date.now() + aheadMs
    const port = await freePort()
    const panelOrigin = `http://localhost:${port}`
    const farSide = await startFarSide({ panelOrigin, scenario: 'empty', ccpAgent, isLargeInstance, now })
    const written = policyFile && (await writePolicyFile(policyFile))
    const policy = written ? { POLICY_FILE: written.path } : {}
    const horizon = scheduleHorizonDays ? { SCHEDULE_HORIZON_DAYS: String(scheduleHorizonDays) } : {}
    const clock = aheadMs === 0 ? {} : { CLOCK_AHEAD_MS: String(aheadMs) }
    const { ATTACHMENTS_BUCKET: _bucket, ...withoutBucket } = farSide.environment
    const far = hasBucket ? farSide.environment : withoutBucket
    const environment = { ...far, ...policy, ...horizon, ...clock }
    const preload = aheadMs === 0 ? {} : { preload: proxyClock }
    const proxy = await runBuiltProxy(port, environment, undefined, preload)
    const { ccp, examples, identity, workspace } = farSide
    const addresses = [proxy.origin, ccp.url, examples.origin, identity.issuer, workspace.url]
    const keptContexts = createKeptContexts({
      keepsContexts,
      stays: [`${proxy.origin}/icon.svg`, `${ccp.url}configuration.json`],
      origins: addresses.map((address) => new URL(address).origin),
    })
    return {
      thing: { product: { farSide, proxy }, leftPage: await createLeftPage(proxy.origin), keptContexts },
      stop: async () => {
        await keptContexts.close()
        await proxy.stop()
        await farSide.close()
        await written?.remove()
      },
    }
  },
)

export const test = base.extend<Fixtures>({
  ccpAgent: [ana, { option: true }],
  isLargeInstance: [false, { option: true }],
  policyFile: [undefined, { option: true }],
  clocksAt: [undefined, { option: true }],
  scheduleHorizonDays: [undefined, { option: true }],
  hasBucket: [true, { option: true }],
  sharedProduct: async (
    { atEnd, keepsContexts, ccpAgent, isLargeInstance, policyFile, clocksAt, scheduleHorizonDays, hasBucket },
    provide,
  ) => {
    const options = { ccpAgent, isLargeInstance, policyFile, clocksAt, scheduleHorizonDays, hasBucket }
    await provide(await shareProduct({ keepsContexts, ...options }, atEnd))
  },
  product: ({ sharedProduct }, provide) => provide(sharedProduct.product),
  // All other options of the configuration are the same for all tests.
  context: ({ browser, sharedProduct: { keptContexts }, timezoneId, viewport }, provide) =>
    keptContexts.lend(browser, { viewport, ...(timezoneId === undefined ? {} : { timezoneId }) }, provide),
  page: async ({ page, clocksAt, product }, provide) => {
    if (clocksAt !== undefined) await moveClock(page, clocksAt, product.farSide.identity)
    await provide(page)
    // The panel may be reading something when a test ends, and a handler of the test must not fail for it.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  },
  connect: [
    async ({ product }, provide) => {
      product.farSide.connect.reset()
      await provide(product.farSide.connect)
    },
    // Automatic, so that each test starts with reset simulators.
    { auto: true },
  ],
  store: [
    async ({ product }, provide) => {
      product.farSide.store.reset()
      await provide(product.farSide.store)
    },
    { auto: true },
  ],
  ccpService: [
    async ({ product }, provide) => {
      product.farSide.ccp.reset()
      await provide(product.farSide.ccp)
    },
    { auto: true },
  ],
  open: async ({ page, sharedProduct: { leftPage } }, provide) => {
    await provide(async (...contacts) => {
      await leftPage.returnTo(page)
      const ccp = await ccpOf(page)
      const contactIds: string[] = []
      for (const contact of contacts) {
        // Sequential: the CCP shows each contact as it arrives.
        contactIds.push(await ccp.addContact(contact))
      }
      // Wait until the panel knows the contact; text typed before that would be about no contact.
      const latest = contactIds.at(-1)
      // The ID is in the details of the contact, which are closed.
      if (latest !== undefined)
        await page.getByText(`ID ${latest.slice(0, 8)}`).waitFor({ state: 'attached' })
      return { ...ccp, contactIds }
    })
  },
})

/** The identity provider uses the time of this machine, so the agent's token is replaced with one of that day. */
async function moveClock(page: Page, time: string, identity: FarSide['identity']): Promise<void> {
  const iat = Date.parse(time) / 1_000
  const token = await identity.tokenFor(ana, { iat, exp: iat + 8 * 3_600 })
  await page.clock.setFixedTime(time)
  await page.route('**/api/v1/**', (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } }),
  )
}

/** Resolves to the embedded CCP when it runs. */
export async function ccpOf(page: Page): Promise<Ccp> {
  await page.getByRole('heading', { name: 'New task' }).waitFor()
  const element = await page.waitForSelector('iframe[title="Contact Control Panel"]', { state: 'attached' })
  const frame = await element.contentFrame()
  if (!frame) throw new Error('The CCP frame holds no page.')
  await untilDefined(frame, 'ccp')
  return {
    frame,
    addContact: async (contact) => {
      const contactId = await frame.evaluate((wanted) => window.ccp.addContact(wanted), contact)
      await frame.evaluate((id) => window.ccp.select(id), contactId)
      return contactId
    },
    showNone: () => frame.evaluate(() => window.ccp.showNone()),
  }
}

/** Clicks the contact in the CCP, which moves the focus out of the panel. */
export const turnTo = ({ frame }: Ccp, contactId: string): Promise<void> =>
  frame.locator(`[id="select-${contactId}"]`).click()

/** The bodies of all StartTaskContact calls, as they were sent. */
export const sentBodies = (connect: ConnectSimulator): readonly string[] =>
  connect.received.filter(({ operation }) => operation === 'StartTaskContact').map(({ body }) => body)

/** The parsed body of the only StartTaskContact that Connect received. */
export function sentTask(connect: ConnectSimulator): unknown {
  const bodies = sentBodies(connect)
  const [only] = bodies
  if (only === undefined || bodies.length !== 1) {
    throw new Error(`Connect received ${bodies.length} requests for a task, not one.`)
  }
  return JSON.parse(only)
}

/** The bodies of all StartTaskContact calls, in order. The same task may occur more than once. */
export const sentTasks = (connect: ConnectSimulator): unknown[] =>
  sentBodies(connect).map((body): unknown => JSON.parse(body))

export const call: NewContact = {
  channel: 'voice',
  displayName: '+12065550142',
  state: 'connected',
  attributes: { orderId: '48213', customerTier: 'Gold' },
}

export const chat: NewContact = { channel: 'chat', displayName: 'Jonas Weber', state: 'connected' }

export const email: NewContact = {
  channel: 'email',
  displayName: 'Where is my parcel?',
  state: 'connected',
}
