import { expect } from '@playwright/test'
import * as z from 'zod/mini'
import { createAndSee, fillTask, whenChip } from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'

const minuteMs = 60_000

const scheduleSchema = z.object({ ScheduledTime: z.number() })

test('on a computer whose clock is two hours fast, “in 30 minutes” is in 30 minutes', async ({
  page,
  open,
  connect,
}) => {
  await page.clock.install({ time: Date.now() + 120 * minuteMs })
  await open(call)
  await expect(page.getByText('This computer’s clock is 2 hours fast.')).toBeVisible()
  await fillTask(page)
  await whenChip(page, 'In 30 min').check()
  await createAndSee(page)

  const { ScheduledTime } = scheduleSchema.parse(sentTask(connect))
  const startsInMs = ScheduledTime * 1_000 - Date.now()
  expect(startsInMs).toBeGreaterThan(29 * minuteMs)
  expect(startsInMs).toBeLessThan(32 * minuteMs)
})
