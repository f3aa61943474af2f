import { expect } from '@playwright/test'
import { createAndSee, createdHeading, dayChip, fillTask, timeField, whenChip } from '../support/panel.ts'
import { call, test } from '../support/product.ts'

// The day before the clocks of London go back. The page, the proxy and Connect have this time.
test.use({ clocksAt: '2026-10-24T10:00:00Z' })

test('the time of a task is changed to one that comes twice', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await whenChip(page, 'In 2 h').check()
  await createAndSee(page)
  await page.getByRole('button', { name: 'Change time' }).click()
  // The chip shows the present time and opens the picker.
  await whenChip(page, 'Pick…').click()
  await dayChip(page, /25 Oct/).check()
  await timeField(page).fill('01:30')
  const question = page.getByRole('group', { name: /this time comes twice/ })
  await question.getByRole('radio', { name: /The second:.*01:30 GMT/ }).check()
  await page.getByRole('button', { name: 'Change to Sun 01:30' }).click()

  await expect(page.getByText('Time changed.')).toBeVisible()
  await expect(createdHeading(page)).toHaveAccessibleDescription(/Sun,? 25 Oct, 01:30 GMT/)
  await expect(page.getByRole('button', { name: 'Change time' })).toBeFocused()
  const changes = connect.received.filter(({ operation }) => operation === 'UpdateContactSchedule')
  expect(changes.map(({ body }): unknown => JSON.parse(body))).toMatchObject([
    { ScheduledTime: Date.parse('2026-10-25T01:30:00Z') / 1_000 },
  ])
  expect(connect.tasks).toHaveLength(1)
})
