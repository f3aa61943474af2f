import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Frame, type Page } from '@playwright/test'
import { runBuiltProxy, type BuiltProxy } from '../../src/simulators/built-proxy.ts'
import type { CcpSimulator } from '../../src/simulators/ccp/ccp-simulator.ts'
import type { NewContact } from '../../src/simulators/ccp/page/ccp-contact.ts'
// Declares `window.ccp`.
import '../../src/simulators/ccp/page/ccp-script.ts'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import { startFarSide, type FarSide } from '../../src/simulators/far-side.ts'
import { freePort } from '../../src/simulators/free-port.ts'
import { ana, type InstanceUser } from '../../src/simulators/instance/instance.ts'

/** The built proxy and panel, and the far side of every wire they use. */
export interface Product {
  readonly farSide: FarSide
  readonly proxy: BuiltProxy
}

/** What the agent does in the CCP, done from a test. */
export interface Ccp {
  readonly frame: Frame
  /** Adds a contact and puts it in front of the agent. */
  readonly addContact: (contact: NewContact) => Promise<string>
  /** Leaves every contact open and shows none of them, as the CCP does between its tabs. */
  readonly showNone: () => Promise<void>
}

/** The CCP of an agent whose contacts came in this order, the last one in front of them. */
export interface OpenedCcp extends Ccp {
  readonly contactIds: readonly string[]
}

interface Fixtures {
  /** Amazon Connect's far side: what it was sent, and how it is made to fail. */
  readonly connect: ConnectSimulator
  /** The service behind the CCP: how it opens, and whose pages may embed it. */
  readonly ccpService: CcpSimulator
  /** Opens the page as a signed-in agent whose CCP has these contacts, the last one in front of them. */
  readonly open: (...contacts: readonly NewContact[]) => Promise<OpenedCcp>
}

interface WorkerFixtures {
  /** Who is signed in to the CCP; to the panel it is always Ana. */
  readonly ccpAgent: InstanceUser
  /** Who may do what, as an administrator would write it; nothing for everything. */
  readonly policyFile: object | undefined
  readonly product: Product
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  ccpAgent: [ana, { scope: 'worker', option: true }],
  policyFile: [undefined, { scope: 'worker', option: true }],
  product: [
    async ({ ccpAgent, policyFile }, provide) => {
      const port = await freePort()
      const panelOrigin = `http://localhost:${port}`
      const farSide = await startFarSide({ panelOrigin, scenario: 'empty', ccpAgent })
      const directory = await mkdtemp(join(tmpdir(), 'tasklink-'))
      const path = join(directory, 'policy.json')
      if (policyFile) await writeFile(path, JSON.stringify(policyFile))
      const policy = policyFile ? { POLICY_FILE: path } : {}
      const proxy = await runBuiltProxy(port, { ...farSide.environment, ...policy })
      await provide({ farSide, proxy })
      await proxy.stop()
      await farSide.close()
      await rm(directory, { recursive: true })
    },
    { scope: 'worker' },
  ],
  connect: [
    async ({ product }, provide) => {
      product.farSide.connect.reset()
      await provide(product.farSide.connect)
    },
    // Also where a test does not ask for it: nothing of the test before may be left.
    { auto: true },
  ],
  ccpService: [
    async ({ product }, provide) => {
      product.farSide.ccp.reset()
      await provide(product.farSide.ccp)
    },
    { auto: true },
  ],
  open: async ({ page, product }, provide) => {
    await provide(async (...contacts) => {
      await page.goto(product.proxy.origin)
      const ccp = await ccpOf(page)
      const contactIds: string[] = []
      for (const contact of contacts) {
        // The CCP puts one contact after another in front of the agent.
        contactIds.push(await ccp.addContact(contact))
      }
      // What is typed before the panel knows the contact is about no contact.
      const latest = contactIds.at(-1)
      if (latest !== undefined) await page.getByText(`ID ${latest.slice(0, 8)}`).waitFor()
      return { ...ccp, contactIds }
    })
  },
})

/** The CCP that the page embeds, once it runs. */
export async function ccpOf(page: Page): Promise<Ccp> {
  await page.getByRole('heading', { name: 'New task' }).waitFor()
  const element = await page.waitForSelector('iframe[title="Contact Control Panel"]', { state: 'attached' })
  const frame = await element.contentFrame()
  if (!frame) throw new Error('The CCP frame holds no page.')
  // A frame behind the other tab draws nothing, so it must be asked by the clock.
  await frame.waitForFunction(() => 'ccp' in window, undefined, { polling: 50 })
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

/** The agent clicks the contact in the CCP: their hands are there then, and not in the panel. */
export const turnTo = ({ frame }: Ccp, contactId: string): Promise<void> =>
  frame.locator(`[id="select-${contactId}"]`).click()

const startTaskBodies = (connect: ConnectSimulator) =>
  connect.received.filter(({ operation }) => operation === 'StartTaskContact').map(({ body }) => body)

/** The body of the only task that Connect was asked for, as it came over the wire. */
export function sentBody(connect: ConnectSimulator): string {
  const bodies = startTaskBodies(connect)
  const [only] = bodies
  if (only === undefined || bodies.length !== 1) {
    throw new Error(`Connect was asked for ${bodies.length} tasks, not one.`)
  }
  return only
}

/** The only task that Connect was asked for, member by member. */
export const sentTask = (connect: ConnectSimulator): unknown => JSON.parse(sentBody(connect))

/** Every asking for a task, in order; the same task may have been asked for more than once. */
export const sentTasks = (connect: ConnectSimulator): unknown[] =>
  startTaskBodies(connect).map((body): unknown => JSON.parse(body))

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
