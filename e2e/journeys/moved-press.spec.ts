import { expect } from '@playwright/test'
import { referenceRow, toggleSection } from '../support/panel.ts'
import { call, test } from '../support/product.ts'

test.use({ viewport: { width: 320, height: 560 } })

test('a press on “Add reference” counts although the row above becomes taller', async ({ page, open }) => {
  await open(call)
  await toggleSection(page, 'References')
  await referenceRow(page, 1).getByLabel('Name', { exact: true }).fill('Promised')
  await referenceRow(page, 1).getByLabel('Value', { exact: true }).fill('2026-12-24')
  // A date has its input on a second line, so the button moves down while it is being pressed.
  await page.getByRole('button', { name: 'Add reference' }).click()

  await expect(referenceRow(page, 2).getByLabel('Name', { exact: true })).toBeFocused()
  await expect(referenceRow(page, 1).getByLabel('Type')).toHaveValue('DATE')
})
