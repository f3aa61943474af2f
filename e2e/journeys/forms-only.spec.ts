import { expect } from '@playwright/test'
import { demoTemplates } from '../../src/simulators/connect/templates/demo-templates.ts'
import { chooseDestination, create, destinationField, nameField } from '../support/panel.ts'
import { call, test } from '../support/product.ts'

test.use({ policyFile: { policies: [{ name: 'Forms only', requireTemplate: true }] } })

test('only forms are offered if the policy requires them, and the panel says when one is withdrawn', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await destinationField(page).click()
  const options = page.getByRole('listbox', { name: 'Destinations' }).getByRole('option')
  await expect(options.first()).toBeVisible()
  await expect(options.filter({ hasNotText: 'Form' })).toHaveCount(0)
  await page.keyboard.press('Escape')

  await chooseDestination(page, 'Signed document')
  await nameField(page).fill('File the contract')
  await page.getByLabel(/^Document/).fill('Contract 7')
  connect.changeTemplate(demoTemplates.signature.templateId, { status: 'INACTIVE' })
  await create(page)

  // Filter by text: the panel reads the template again, and another notice may say that it could not be loaded.
  const notice = page.getByRole('alert').filter({ hasText: 'The form has changed, or is no longer offered.' })
  await expect(notice).toBeVisible()
  await expect(nameField(page)).toHaveValue('File the contract')
  expect(connect.tasks).toHaveLength(0)
})
