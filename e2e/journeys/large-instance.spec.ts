import { expect } from '@playwright/test'
import { createAndSee, destinationField, expectDestination, nameField } from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'

/* An instance with 1,100 flows and 100 quick connects. */

test.use({ isLargeInstance: true })

test('agents are the first choice themselves, and some letters find one flow', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await nameField(page).fill('Check the refund')
  await destinationField(page).click()
  await expect(page.getByRole('option').first()).toHaveAccessibleName(/^Ana Ruiz Myself/)

  // Without the accents, as one types them on a keyboard that has none.
  await page.keyboard.type('ruckerst freig')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expectDestination(page, 'Rückerstattung – Freigabe')
  await createAndSee(page)
  expect(sentTask(connect)).toHaveProperty('ContactFlowId')
})
