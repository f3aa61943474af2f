import { expect } from '@playwright/test'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import { ben } from '../../src/simulators/instance/instance.ts'
import { hold } from '../support/hold.ts'
import { fillTask, nameField, submitButton } from '../support/panel.ts'
import { call, ccpOf, test } from '../support/product.ts'
import { untilStored } from '../support/stored-drafts.ts'

test.use({ ccpAgent: ben })
// In one worker, so that only one product is started for them.
test.describe.configure({ mode: 'default' })

test('no task can be created while CCP and panel are signed in as different people', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await expect(
    page.getByText('The Contact Control Panel is signed in as Ben Okafor, this panel as Ana Ruiz.'),
  ).toBeVisible()
  await fillTask(page)
  await expect(submitButton(page)).toHaveAttribute('aria-disabled', 'true')
  await submitButton(page).click({ force: true })
  await submitButton(page).press('Enter')

  await expect(page.getByText('until then no task can be created')).toBeVisible()
  expect(connect.received.map(({ operation }) => operation)).not.toContain('StartTaskContact')
})

test('a press that waits for the rules sends nothing if the CCP opens for another agent meanwhile', async ({
  page,
  product,
  connect,
}) => {
  const openTheCcp = await hold(page, `${new URL(product.farSide.ccp.url).origin}/**`)
  await page.goto(product.proxy.origin)
  await fillTask(page)
  await untilStored(page, demoFlows.callbackRequests.flowId)
  const releaseRules = await hold(page, '**/late-chunk-*.js')
  await page.reload()
  await expect(nameField(page)).toHaveValue('Call back about the refund')
  await submitButton(page).click()

  await openTheCcp()
  await ccpOf(page)
  await expect(submitButton(page)).toHaveAttribute('aria-disabled', 'true')
  await releaseRules()

  await expect(page.getByText(/^Nothing was sent/)).toBeVisible()
  expect(connect.received.map(({ operation }) => operation)).not.toContain('StartTaskContact')
})
