import type { Page } from '@playwright/test'
import { mePath } from '../../src/contract/reads/reads.ts'

/** Sets the clock of the page, and the time that the proxy reports in its answers. */
export async function setClocks(page: Page, time: string): Promise<void> {
  const serverTime = new Date(time).toISOString()
  await page.clock.setFixedTime(time)
  await page.route(`**${mePath}`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), serverTime } })
  })
}
