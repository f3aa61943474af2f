import { expect } from '@playwright/test'
import { ben } from '../../src/simulators/instance/instance.ts'
import { fillTask, submitButton } from '../support/panel.ts'
import { call, test } from '../support/product.ts'

test.use({ ccpAgent: ben })

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
