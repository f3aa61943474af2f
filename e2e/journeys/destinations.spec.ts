import { expect, type Page } from '@playwright/test'
import { runBuiltProxy, type BuiltProxy } from '../../src/simulators/built-proxy.ts'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import { demoFlows, demoQuickConnects } from '../../src/simulators/connect/state/demo-seed.ts'
import { startFarSide } from '../../src/simulators/far-side.ts'
import { freePort } from '../../src/simulators/free-port.ts'
import {
  chooseDestination,
  create,
  createAndSee,
  createdHeading,
  destinationField,
  destinationOption,
  errorSummary,
  expectDestination,
  expectNothingLeaked,
  expectOnOffer,
  failureNotice,
  nameField,
} from '../support/panel.ts'
import { ccpOf, sentTask, test as base } from '../support/product.ts'

/** The panel reads its list again after this time. */
const panelKeepsMs = 60_000

interface OwnProduct {
  readonly connect: ConnectSimulator
  /** Opens the page with a clock that the test controls. */
  readonly openPage: () => Promise<void>
  /** Restarts the proxy, so that its cached lists are gone. */
  readonly renewProxy: () => Promise<void>
}

/** Each test has its own product, because the proxy caches the instance that the test changes. */
const test = base.extend<{ readonly own: OwnProduct }>({
  own: async ({ page }, provide) => {
    const port = await freePort()
    const panelOrigin = `http://localhost:${port}`
    const farSide = await startFarSide({ panelOrigin, scenario: 'empty' })
    const newProxy = (): Promise<BuiltProxy> => runBuiltProxy(port, farSide.environment)
    let proxy = await newProxy()
    await provide({
      connect: farSide.connect,
      openPage: async () => {
        await page.clock.install()
        await page.goto(panelOrigin)
        await ccpOf(page)
      },
      renewProxy: async () => {
        await proxy.stop()
        proxy = await newProxy()
      },
    })
    await proxy.stop()
    await farSide.close()
  },
})

const { refundApprovals, saved, ...otherFlows } = demoFlows
const published = { ...saved, status: 'PUBLISHED' } as const

/** Moves the clock forward and focuses the list. Timers do not run: otherwise Streams would think that the CCP is silent. */
async function comeBackToList(page: Page): Promise<void> {
  await page.clock.setSystemTime(await page.evaluate((ms) => Date.now() + ms, panelKeepsMs))
  await nameField(page).focus()
  await destinationField(page).focus()
}

test('a list that Connect could not deliver is reported, and a retry loads it', async ({
  page,
  own: { connect, openPage },
}) => {
  // The SDK makes three attempts.
  connect.failNext('ListContactFlows', { kind: 'error', status: 500 }, 3)
  await openPage()
  await expect(failureNotice(page)).toContainText(
    'The list of destinations could not be loaded. Amazon Connect failed.',
  )
  await expectNothingLeaked(page)
  await page.getByRole('button', { name: 'Try again' }).click()

  await expect(failureNotice(page)).toHaveCount(0)
  await nameField(page).fill('Call back')
  await chooseDestination(page, 'Callback requests')
  await createAndSee(page)
})

test('a list that the network has lost can be loaded again', async ({ page, own: { openPage } }) => {
  await page.route('**/api/v1/destinations', (route) => route.abort(), { times: 1 })
  await openPage()
  await expect(failureNotice(page)).toContainText(
    'The list of destinations could not be loaded. The task service cannot be reached.',
  )
  await page.getByRole('button', { name: 'Try again' }).click()

  await expect(failureNotice(page)).toHaveCount(0)
  await expectOnOffer(page, 'Callback requests')
})

test('a new flow and a new quick connect can be chosen without reloading the page', async ({
  page,
  own: { connect, openPage, renewProxy },
}) => {
  const { ben, ...others } = demoQuickConnects
  connect.changeInstance({ quickConnects: Object.values(others) })
  await openPage()
  await nameField(page).fill('Look at the warranty')
  await chooseDestination(page, 'Callback requests')
  await destinationField(page).click()
  await expect(destinationOption(page, 'Callback requests')).toBeVisible()
  await expect(destinationOption(page, saved.name)).toHaveCount(0)
  connect.changeInstance({
    flows: [...Object.values(otherFlows), published],
    quickConnects: [...Object.values(others), ben],
  })
  await renewProxy()
  await comeBackToList(page)

  await expectOnOffer(page, ben.name)
  await expectDestination(page, 'Callback requests')
  await chooseDestination(page, saved.name)
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ ContactFlowId: saved.flowId })
})

test('a chosen flow that no longer exists stays on the screen with a message', async ({
  page,
  own: { connect, openPage, renewProxy },
}) => {
  await openPage()
  await nameField(page).fill('Approve the refund')
  await chooseDestination(page, refundApprovals.name)
  connect.changeInstance({ flows: Object.values(otherFlows) })
  await renewProxy()
  await comeBackToList(page)

  await expectDestination(page, 'Refund approvals (no longer available)')
  await expect(destinationField(page)).toHaveAccessibleDescription(
    /The chosen destination is no longer available\. Choose another\./,
  )
  await nameField(page).fill('')
  await create(page)
  await expect(errorSummary(page).getByRole('heading')).toHaveText('Check 2 things first')
  await nameField(page).fill('Approve the refund')
  await create(page)
  await expect(failureNotice(page)).toContainText('The task was not created')
  await expect(errorSummary(page)).toContainText('Who should do it?')
  await expect(destinationField(page)).toBeFocused()
  expect(connect.tasks).toHaveLength(0)

  await chooseDestination(page, 'Callback requests')
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ ContactFlowId: demoFlows.callbackRequests.flowId })
})

test('a flow that is deleted while the agent types is reported when the task is sent', async ({
  page,
  own: { connect, openPage },
}) => {
  await openPage()
  await nameField(page).fill('Approve the refund')
  await chooseDestination(page, refundApprovals.name)
  connect.changeInstance({ flows: Object.values(otherFlows) })
  await create(page)

  await expect(failureNotice(page)).toContainText('The task was not created')
  await expect(destinationField(page)).toHaveAccessibleDescription(
    'The chosen destination is no longer available. Choose another.',
  )
  await expectDestination(page, 'Refund approvals (no longer available)')
  await expect(nameField(page)).toHaveValue('Approve the refund')
  await expectNothingLeaked(page)
  await chooseDestination(page, 'Callback requests')
  await createAndSee(page)
  expect(connect.tasks).toHaveLength(1)
})

test('an old list that cannot be loaded again is reported and stays usable', async ({
  page,
  own: { openPage },
}) => {
  await openPage()
  await nameField(page).fill('Call back')
  await chooseDestination(page, 'Callback requests')
  await page.route('**/api/v1/destinations', (route) => route.abort(), { times: 1 })
  await comeBackToList(page)

  await expect(failureNotice(page)).toContainText(
    'The list of destinations could not be read again and may be out of date.',
  )
  await expectDestination(page, 'Callback requests')
  await create(page)
  await expect(createdHeading(page)).toBeFocused()
})

test('favourites and the last destination come first, also after a reload', async ({
  page,
  own: { openPage },
}) => {
  await openPage()
  await nameField(page).fill('Approve the refund')
  await chooseDestination(page, refundApprovals.name)
  await createAndSee(page)
  await page.getByRole('button', { name: 'Create another task' }).click()
  await destinationField(page).fill('OFF back')
  await destinationField(page).press('Shift+Enter')
  await expect(page.getByRole('status').getByText('Back office is a favourite now.')).toBeAttached()
  await destinationField(page).press('Control+Enter')
  // Letters alone are no destination.
  await expect(errorSummary(page)).toContainText('Who should do it?')
  await expectDestination(page, 'OFF back')
  await page.reload()
  await ccpOf(page)
  await destinationField(page).click()

  const own = page.getByRole('group', { name: 'Yours' }).getByRole('option')
  await expect(own.filter({ hasNotText: 'Myself' })).toHaveText([/^Back office/, /^Refund approvals/])
})

test('the panel says that letters are no destination when the agent leaves the field', async ({
  page,
  own: { openPage },
}) => {
  await openPage()
  await destinationField(page).fill('nobody at all')
  await nameField(page).focus()
  await expect(destinationField(page)).toHaveAccessibleDescription(/is called .nobody at all/)
  await destinationField(page).fill('call')
  await nameField(page).focus()
  await expect(destinationField(page)).toHaveAccessibleDescription(/.call. is not a whole name/)
})

test('letters typed before the list is loaded are kept, and Enter chooses only what the agent has seen', async ({
  page,
  own: { openPage },
}) => {
  let release: (() => void) | undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/api/v1/destinations', async (route) => {
    await held
    await route.continue()
  })
  await page.setViewportSize({ width: 320, height: 400 })
  await openPage()
  await destinationField(page).fill('call')
  await expect(page.getByText('Loading destinations…').filter({ visible: true })).toBeVisible()
  await destinationField(page).press('Enter')
  release?.()
  await expect(destinationOption(page, 'Callback requests')).toBeVisible()
  await expectDestination(page, 'call')
  const list = await page.getByRole('listbox', { name: 'Destinations' }).boundingBox()
  expect(list?.y).toBeGreaterThanOrEqual(0)
  expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(400)

  await page.clock.runFor(300)
  await destinationField(page).press('Enter')
  await expectDestination(page, 'Callback requests')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(createdHeading(page)).toHaveCount(0)
})
