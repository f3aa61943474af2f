import { expect } from '@playwright/test'
import { call, chat, test } from '../support/product.ts'

test('the CCP frame may use the microphone, and plays sound by itself', async ({ page, open }) => {
  await open(call)

  const allowed = await page.locator('iframe[title="Contact Control Panel"]').getAttribute('allow')

  expect(allowed).toContain('microphone')
  expect(allowed).toContain('autoplay')
  expect(allowed).toContain('clipboard-write')
  const headers = (await page.request.get(page.url())).headers()
  expect(headers['permissions-policy']).not.toMatch(/microphone|camera|autoplay|clipboard/)
  expect(headers['cross-origin-opener-policy']).toBe('same-origin-allow-popups')
})

test('leaving the page during a call asks first, and the call goes on if the agent stays', async ({
  page,
  open,
}) => {
  const ccp = await open(call)
  // A browser asks only on behalf of a page that somebody has used.
  await page.getByLabel('What needs to be done?').click()
  const asked = page.waitForEvent('dialog')

  await page.evaluate(() => setTimeout(() => location.reload()))
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()

  expect(await ccp.frame.evaluate(() => window.ccp.contactIds())).toHaveLength(1)
})

test('leaving the page with no call asks nothing', async ({ page, open }) => {
  await open(chat)
  await page.getByLabel('What needs to be done?').click()

  await page.reload()

  await expect(page.getByRole('heading', { name: 'New task' })).toBeVisible()
})
