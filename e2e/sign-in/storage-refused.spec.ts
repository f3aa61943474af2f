import { expect } from '@playwright/test'
import { tasksPath } from '../../src/contract/tasks/task-paths.ts'
import { findChromium } from '../../src/simulators/find-chromium.ts'
import { untilStored } from '../support/stored-drafts.ts'
import { createTask, framed, logIn, name, openWindow, said, signInButton, test } from './sign-in-scene.ts'

const refusal = 'This browser stores nothing for this page.'

test('a frame of another site stores its text and what it has sent in a separate storage, and shows no warning', async ({
  page,
  company,
}) => {
  await page.goto(company.host)
  await logIn(await openWindow(page, framed(page)), 'ana')
  await name(framed(page)).fill('Call back about the refund')
  await untilStored(framed(page), 'Call back about the refund')

  await expect(said(framed(page), refusal)).toHaveCount(0)

  // The page takes the frame away while the task is being sent. It is created, and its answer never comes.
  await page.route(`**${tasksPath}`, async (route) => void (await route.fetch()))
  await createTask(framed(page))
  await expect(framed(page).getByRole('button', { name: 'Creating…' })).toBeVisible()
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')
    frame?.replaceWith(frame.cloneNode())
  })
  await signInButton(framed(page)).click()
  await expect(framed(page).getByRole('heading', { name: 'The task may have been created' })).toBeVisible()
  await expect(name(framed(page))).toHaveValue('Call back about the refund')
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
