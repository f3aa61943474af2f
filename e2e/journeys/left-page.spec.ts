import { expect } from '@playwright/test'
import { nameField } from '../support/panel.ts'
import { chat, test } from '../support/product.ts'
import { untilStored } from '../support/stored-drafts.ts'

// Needs full Chromium: the headless shell ends a page before it has stored everything.
test('text typed just before leaving the page is restored', async ({ page, open }) => {
  await open(chat)
  const address = page.url()
  await nameField(page).fill('Call back')
  await untilStored(page, 'Call back')
  await nameField(page).fill('Call back about the refund')
  await page.goto('about:blank')
  await page.goto(address)

  await expect(nameField(page)).toHaveValue('Call back about the refund')
})
