import { expect } from '@playwright/test'
import { linkedContact, nameField } from '../support/panel.ts'
import { chat, test } from '../support/product.ts'

/** The time after which the panel reports that the CCP does not answer. */
const loadTimeoutMs = 15_000

// Needs full Chromium: the headless shell blocks no window that opens without a press.
test('a sign-in in the window that the CCP opens restores the contacts, and keeps the draft', async ({
  page,
  open,
}) => {
  await page.clock.install()
  const { frame } = await open(chat)
  await nameField(page).fill('Call back about the refund')
  await frame.evaluate(() => window.ccp.refuse('auth_fail'))
  await expect(page.getByText('Sign in to the Contact Control Panel to link a task')).toBeVisible()
  const opened = page.waitForEvent('popup')
  await page.clock.fastForward(3_000)
  const signIn = await opened
  await signIn.getByRole('button', { name: 'Sign in' }).click()
  await expect(signIn.getByText('You are signed in.')).toBeVisible()
  await page.clock.fastForward(loadTimeoutMs)

  await expect(page.getByRole('status').filter({ hasText: 'Contact Control Panel' })).toHaveCount(0)
  await expect(linkedContact(page)).toContainText('Connected')
  await expect(nameField(page)).toBeEditable()
  await expect(nameField(page)).toHaveValue('Call back about the refund')
})
