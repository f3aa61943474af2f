import { expect } from '@playwright/test'
import { call, chat, test } from '../support/product.ts'

test('the CCP frame may use the microphone and may autoplay sound', async ({ page, open }) => {
  await open(call)

  const allowed = await page.locator('iframe[title="Contact Control Panel"]').getAttribute('allow')

  expect(allowed).toContain('microphone')
  expect(allowed).toContain('autoplay')
  expect(allowed).toContain('clipboard-write')
  const headers = (await page.request.get(page.url())).headers()
  expect(headers['permissions-policy']).not.toMatch(/microphone|camera|autoplay|clipboard/)
  expect(headers['cross-origin-opener-policy']).toBe('same-origin-allow-popups')
})

test('the browser asks before the agent leaves the page during a call, and the call continues if the agent stays', async ({
  page,
  open,
}) => {
  const ccp = await open(call)
  // A browser asks only if the user has interacted with the page.
  await page.getByLabel('What needs to be done?').click()
  const asked = page.waitForEvent('dialog')

  await page.evaluate(() => setTimeout(() => location.reload()))
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()

  expect(await ccp.frame.evaluate(() => window.ccp.contactIds())).toHaveLength(1)
})

test('the browser does not ask when there is no call', async ({ page, open }) => {
  await open(chat)
  await page.getByLabel('What needs to be done?').click()

  await page.reload()

  await expect(page.getByRole('heading', { name: 'New task' })).toBeVisible()
})
