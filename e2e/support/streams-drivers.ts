import { expect, type Page, type Route } from '@playwright/test'
import type { CcpSimulator } from '../../src/simulators/ccp/ccp-simulator.ts'
// Declares `window.ccp`.
import '../../src/simulators/ccp/page/ccp-script.ts'
import { addAll, type CreateDriver, type SourceDriver } from './source-driver.ts'
import { untilDefined } from './until-defined.ts'

const waiting = 'Waiting for the Contact Control Panel…'

/** Holds back the CCP's page; resolves to a function that lets it through. */
async function holdCcp(page: Page, { url }: CcpSimulator): Promise<() => Promise<void>> {
  const held: Route[] = []
  await page.route(
    (address) => address.href.startsWith(`${url}?`),
    (route) => void held.push(route),
  )
  return async () => {
    await expect.poll(() => held.length).toBeGreaterThan(0)
    await Promise.all(held.map((route) => route.continue()))
  }
}

async function ccpFrameOf(page: Page) {
  const element = await page.waitForSelector('.page-ccp-frame iframe, .ccp iframe', { state: 'attached' })
  const frame = await element.contentFrame()
  if (!frame) throw new Error('The CCP frame holds no page.')
  await untilDefined(frame, 'ccp')
  return frame
}

/** The agent's actions in a CCP, on any page that embeds it. */
export const inCcp = (page: Page) =>
  ({
    add: async (contact) =>
      (await ccpFrameOf(page)).evaluate((added) => window.ccp.addContact(added), contact),
    select: async (contactId) => {
      const frame = await ccpFrameOf(page)
      if (contactId === undefined) await frame.evaluate(() => window.ccp.showNone())
      else await frame.evaluate((id) => window.ccp.select(id), contactId)
    },
    setState: async (contactId, state) =>
      (await ccpFrameOf(page)).evaluate((wanted) => window.ccp.setState(wanted.contactId, wanted.state), {
        contactId,
        state,
      }),
    close: async (contactId) => (await ccpFrameOf(page)).evaluate((id) => window.ccp.remove(id), contactId),
  }) satisfies Partial<SourceDriver>

/** The panel's own page, which embeds the CCP. */
export const streamsOwner: CreateDriver = (page, { farSide, proxy }) => {
  const ccp = inCcp(page)
  return {
    ...ccp,
    waiting,
    panel: page,
    open: async (...contacts) => {
      await page.goto(proxy.origin)
      await ccpFrameOf(page)
      const contactIds = await addAll(ccp, contacts)
      await page.reload()
      await ccpFrameOf(page)
      return contactIds
    },
    openUnanswered: async () => {
      const answer = await holdCcp(page, farSide.ccp)
      await page.goto(proxy.origin)
      return answer
    },
  }
}

/** A desktop that runs its own Streams and opens the panel at a press. */
export const streamsGuest: CreateDriver = (page, { farSide }) => {
  const ccp = inCcp(page)
  const openDesktop = () => page.goto(`${farSide.examples.origin}/streams-desktop/`)
  const showPanel = async () => {
    // The CCP frame appears after the redirect to the identity provider and back.
    await page.waitForSelector('#ccp iframe', { state: 'attached' })
    await page.getByRole('button', { name: 'Tasks' }).click()
  }
  return {
    ...ccp,
    waiting,
    panel: page.locator('#tasklink'),
    open: async (...contacts) => {
      await openDesktop()
      const contactIds = await addAll(ccp, contacts)
      await showPanel()
      return contactIds
    },
    openUnanswered: async () => {
      const answer = await holdCcp(page, farSide.ccp)
      await openDesktop()
      await showPanel()
      return answer
    },
  }
}
