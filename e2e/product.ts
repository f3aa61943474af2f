import { test as base, type Frame, type Page } from '@playwright/test'
import { runBuiltProxy, type BuiltProxy } from '../src/simulators/built-proxy.ts'
import type { NewContact } from '../src/simulators/ccp/page/ccp-contact.ts'
import type {} from '../src/simulators/ccp/page/ccp-script.ts'
import type { ConnectSimulator } from '../src/simulators/connect/connect-simulator.ts'
import { startFarSide, type FarSide } from '../src/simulators/far-side.ts'
import { freePort } from '../src/simulators/free-port.ts'

/** The built proxy and panel, and the far side of every wire they use. */
interface Product {
  readonly farSide: FarSide
  readonly proxy: BuiltProxy
}

/** What the agent does in the CCP, done from a test. */
export interface Ccp {
  readonly frame: Frame
  readonly addContact: (contact: NewContact) => Promise<string>
}

interface Fixtures {
  /** Amazon Connect's far side: what it was sent, and how it is made to fail. */
  readonly connect: ConnectSimulator
  /** Opens the page as a signed-in agent whose CCP has these contacts, the last one in front of them. */
  readonly open: (...contacts: readonly NewContact[]) => Promise<Ccp>
}

export const test = base.extend<Fixtures, { product: Product }>({
  product: [
    // Playwright wants a pattern here even where nothing is needed.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const port = await freePort()
      const farSide = await startFarSide({ panelOrigin: `http://localhost:${port}`, scenario: 'empty' })
      const proxy = await runBuiltProxy(port, farSide.environment)
      await use({ farSide, proxy })
      await proxy.stop()
      await farSide.close()
    },
    { scope: 'worker' },
  ],
  connect: async ({ product }, use) => {
    product.farSide.connect.reset()
    await use(product.farSide.connect)
  },
  open: async ({ page, product, connect: _ }, use) => {
    await use(async (...contacts) => {
      await page.goto(product.proxy.origin)
      const ccp = await ccpOf(page)
      for (const contact of contacts) {
        // The CCP puts one contact after another in front of the agent.
        // oxlint-disable-next-line no-await-in-loop
        await ccp.addContact(contact)
      }
      return ccp
    })
  },
})

async function ccpOf(page: Page): Promise<Ccp> {
  await page.getByRole('heading', { name: 'New task' }).waitFor()
  const element = await page.waitForSelector('iframe[title="Contact Control Panel"]', { state: 'attached' })
  const frame = await element.contentFrame()
  if (!frame) throw new Error('The CCP frame holds no page.')
  await frame.waitForFunction(() => 'ccp' in window)
  return {
    frame,
    addContact: async (contact) => {
      const contactId = await frame.evaluate((wanted) => window.ccp.addContact(wanted), contact)
      await frame.evaluate((id) => window.ccp.select(id), contactId)
      return contactId
    },
  }
}

/** The body of the only task that Connect was asked for, as it came over the wire. */
export function sentTask(connect: ConnectSimulator): unknown {
  const bodies = connect.received.filter(({ operation }) => operation === 'StartTaskContact')
  const [only] = bodies
  if (!only || bodies.length !== 1) throw new Error(`Connect was asked for ${bodies.length} tasks, not one.`)
  return JSON.parse(only.body)
}

export const call: NewContact = {
  channel: 'voice',
  displayName: '+12065550142',
  state: 'connected',
  attributes: { orderId: '48213', customerTier: 'Gold' },
}

export const chat: NewContact = { channel: 'chat', displayName: 'Jonas Weber', state: 'connected' }
