import { chromium, expect, type Page } from '@playwright/test'
import { findChromium } from '../../src/simulators/find-chromium.ts'
import { openLibraryPage } from '../support/library-page.ts'
import { linkedContact, pickTime } from '../support/panel.ts'
import { test } from '../support/worker.ts'

/** Chromium with an environment that names an unknown time zone. */
async function inUnknownZone(check: (page: Page) => Promise<void>): Promise<void> {
  const executablePath = findChromium()
  const browser = await chromium.launch({
    env: { ...process.env, TZ: 'Foo/Bar' },
    ...(executablePath === undefined ? {} : { executablePath }),
  })
  try {
    // A zone that Playwright sets would replace the one of the environment.
    await check(await browser.newPage({ locale: 'en-GB', timezoneId: '' }))
  } finally {
    await browser.close()
  }
}

const zoneSaid = (page: Page) => page.getByText(/Your time zone is not known.* UTC[+-]\d\d:\d\d now/)

test('with an unknown time zone, the panel works and says in which offset its times are', async () => {
  await inUnknownZone(async (page) => {
    await openLibraryPage(page, {
      body: '<h1>Desktop</h1><div id="place"></div>',
      script: `mount(document.getElementById('place'), options('Maya'))`,
    })
    await expect(linkedContact(page)).toContainText('Maya')
    await pickTime(page)

    await expect(zoneSaid(page)).toBeVisible()
  })
})

test('a page that names no real time zone or language gets times with their offset', async ({ page }) => {
  await openLibraryPage(page, {
    body: '<h1>Desktop</h1><div id="place"></div>',
    script: `mount(document.getElementById('place'), {
      ...options('Maya'), timeZone: 'Foo/Bar', locales: ['xx-invalid-'],
    })`,
  })
  await pickTime(page)

  await expect(zoneSaid(page)).toBeVisible()
})

test('an exception in the page’s client shows a notice in the panel’s own look, and the page stays', async ({
  page,
}) => {
  await openLibraryPage(page, {
    body: '<h1>Desktop</h1><div id="place"></div>',
    script: `mount(document.getElementById('place'), {
      ...options('Maya'),
      client: { ...client, onSignedIn() { throw new Error('The desktop is broken.') } },
    })`,
  })
  const notice = page.getByRole('alert')

  await expect(notice).toContainText('The task panel has failed.')
  await expect(notice).toHaveCSS('font-size', '14px')
  await expect(page.getByRole('heading', { name: 'Desktop' })).toBeVisible()
})
