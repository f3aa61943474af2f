import { expect } from '@playwright/test'
import { findChromium } from '../../src/simulators/find-chromium.ts'
import { untilStored } from '../support/stored-drafts.ts'
import { framed, logIn, name, openWindow, said, test } from './sign-in-scene.ts'

const refusal = 'This browser stores nothing for this page.'

test('a frame of another site stores its text in a separate storage, and shows no warning', async ({
  page,
  company,
}) => {
  await page.goto(company.host)
  await logIn(await openWindow(page, framed(page)), 'ana')
  await name(framed(page)).fill('Call back about the refund')
  await untilStored(framed(page), 'Call back about the refund')

  await expect(said(framed(page), refusal)).toHaveCount(0)
})

test('if the browser refuses that storage, one sentence says so and the browser asks before the text is lost', async ({
  playwright,
  company,
}) => {
  // Without `ignoreDefaultArgs` Playwright gives such a frame no storage of its own, as browsers without partitions do.
  const browser = await playwright.chromium.launch({
    executablePath: findChromium(),
    args: ['--test-third-party-cookie-phaseout'],
  })
  const page = await browser.newPage()
  const asked = new Promise<string>((resolve) => {
    page.on('dialog', async (dialog) => {
      await dialog.dismiss()
      resolve(dialog.type())
    })
  })
  await page.goto(company.host)
  await logIn(await openWindow(page, framed(page)), 'ana')
  // Browsers ask only if the agent has pressed a key or clicked in the page.
  await name(framed(page)).click()
  await page.keyboard.type('Call back about the refund')
  await expect(said(framed(page), refusal)).toHaveCount(1)
  await expect(framed(page).getByText('What you type is kept.')).toHaveCount(0)

  await page.evaluate(() => setTimeout(() => location.reload(), 0))
  expect(await asked).toBe('beforeunload')
  await expect(name(framed(page))).toHaveValue('Call back about the refund')
  await browser.close()
})
