import { expect } from '@playwright/test'
import { createAndSee, fillTask, pickTime, timeField, whenField, whenSaid } from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'

/* A deployment that allows 90 days, the most that Connect allows. */

test.use({ scheduleHorizonDays: 90 })
// In one worker, so that only one product is started for them.
test.describe.configure({ mode: 'default' })

/** The text must be a date and time: Connect counts from the creation, so a duration alone would not say when the task ends. */
const endsAtInstant = /^Ends \w{3},? \w+ \w+,? .*\d:\d\d/

test('for a task in 80 days the agent types the day, and the panel sets an end after the start and says why', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await fillTask(page)
  await pickTime(page)
  const day = page.getByRole('combobox', { name: 'Day', exact: true })
  await expect(page.getByRole('group', { name: 'Day', exact: true })).toHaveCount(0)

  await day.fill('after the holidays')
  await day.press('Tab')
  await expect(day).toHaveAccessibleDescription(/^Type a day such as /)
  await day.press('ArrowDown')
  await expect(page.getByRole('listbox', { name: 'Days' }).getByRole('option')).toHaveCount(91)
  await day.press('Escape')
  const start = new Date(Date.now() + 80 * 86_400_000)
  await day.fill(start.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' }))
  await timeField(page).fill('9')
  await timeField(page).press('Enter')

  await expect(whenSaid(page)).toHaveText(/09:00 .*in (79|80) days/)
  await expect(whenField(page).getByText('tasks can start up to 90 days ahead')).toBeVisible()
  const note = await page.getByRole('button', { name: 'Change the end' }).boundingBox()
  expect(note?.y).toBeLessThan((await day.boundingBox())?.y ?? 0)
  await page.getByRole('button', { name: 'Change the end' }).press('Enter')
  await expect(page.getByLabel('Ends after', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Change the end' })).toBeFocused()
  await createAndSee(page)
  const [date] = start.toISOString().split('T')
  expect(sentTask(connect)).toMatchObject({
    ScheduledTime: Date.parse(`${date}T09:00Z`) / 1_000,
    SegmentAttributes: {
      'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 129_600 } } },
    },
  })
})

test('the end of a task is changed in hours, and must be later than its start', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await fillTask(page)
  await page.getByRole('button', { name: endsAtInstant }).click()
  const amount = page.getByLabel('Ends after', { exact: true })
  await expect(amount).toBeFocused()
  await page.keyboard.type('1')
  await page.getByRole('combobox', { name: 'Unit' }).selectOption('hours')
  await page.getByRole('radio', { name: 'In 2 h' }).check()
  await expect(amount).toHaveAccessibleDescription(/would end before it starts/)

  await expect(page.getByRole('button', { name: /^Use the usual \d+ days$/ })).toBeVisible()
  await amount.fill('36')
  await expect(page.getByRole('button', { name: endsAtInstant })).toBeVisible()
  await createAndSee(page)
  await expect(page.getByRole('term').filter({ hasText: /^Ends$/ })).toBeVisible()
  expect(sentTask(connect)).toMatchObject({
    SegmentAttributes: {
      'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 2_160 } } },
    },
  })
})
