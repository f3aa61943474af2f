import { expect } from '@playwright/test'
import { setClocks } from '../support/clocks.ts'
import {
  create,
  createAndSee,
  createdHeading,
  dayChip,
  errorSummary,
  fillTask,
  scheduleLater,
  section,
  toggleSection,
} from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'

// The picker is tested with fixed clocks. The proxy judges by the real time, and so does Connect, so tests that create a task
// schedule it from the real now.

test('the picker offers exactly the days of the next 6 × 24 hours', async ({ page, open }) => {
  await setClocks(page, '2026-11-23T12:00:00Z')
  await open(call)
  await scheduleLater(page)

  await expect(page.getByRole('group', { name: 'Day' })).toMatchAriaSnapshot(`
    - group "Day":
      - radio "Mon 23 Nov Today"
      - radio "Tue 24 Nov"
      - radio "Wed 25 Nov"
      - radio "Thu 26 Nov"
      - radio "Fri 27 Nov"
      - radio "Sat 28 Nov"
      - radio "Sun 29 Nov"
  `)
  await expect(dayChip(page, /./)).toHaveCount(7)
})

test('the last day ends when the 6 × 24 hours end', async ({ page, open, connect }) => {
  await setClocks(page, '2026-11-23T12:00:00Z')
  await open(call)
  await fillTask(page)
  const when = await scheduleLater(page)
  await dayChip(page, /29 Nov/).check()
  await when.getByLabel('Time').fill('12:01')
  await create(page)

  await expect(errorSummary(page)).toContainText('When: A task can start at most 6 days from now.')
  await expect(when.getByLabel('Time')).toHaveAccessibleDescription(/at most 6 days from now/)
  expect(connect.received.map(({ operation }) => operation)).not.toContain('StartTaskContact')
  await when.getByLabel('Time').fill('12:00')
  await expect(errorSummary(page)).toHaveCount(0)
})

test('a scheduled task needs a day and a time', async ({ page, open }) => {
  await open(call)
  await fillTask(page)
  await scheduleLater(page)
  await create(page)

  await expect(errorSummary(page)).toContainText('When: Choose a day and a time.')
  await page.getByRole('button', { name: 'In 2 hours' }).click()
  await expect(errorSummary(page)).toHaveCount(0)
})

test('presets fill in day and time, and the panel shows the instant in words', async ({ page, open }) => {
  await setClocks(page, '2026-11-23T23:45:20Z')
  await open(call)
  const when = await scheduleLater(page)
  await page.getByRole('button', { name: 'In 30 minutes' }).click()
  await expect(dayChip(page, /24 Nov/)).toBeChecked()
  await expect(when.getByLabel('Time')).toHaveValue('00:16')
  await expect(when.getByRole('status')).toHaveText(/^Tue,? 24 Nov,? (at )?00:16 GMT, in 31 minutes$/)

  await page.getByRole('button', { name: 'In 2 hours' }).click()
  await expect(when.getByLabel('Time')).toHaveValue('01:46')
  await page.getByRole('button', { name: 'Tomorrow 09:00' }).click()
  await expect(dayChip(page, /24 Nov/)).toBeChecked()
  await expect(when.getByRole('status')).toHaveText(/09:00 GMT, in 9 hours, 15 minutes$/)
})

test('a scheduled task is sent in whole seconds', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await scheduleLater(page)
  const before = Date.now() / 1_000
  await page.getByRole('button', { name: 'In 2 hours' }).click()
  await page.getByRole('button', { name: /^Schedule for \w{3} \d\d:\d\d/ }).click()

  await expect(createdHeading(page)).toHaveText('Task scheduled')
  await expect(createdHeading(page)).toHaveAccessibleDescription(/ When .* (GMT|BST) /)
  const scheduled = connect.tasks[0]?.scheduledTime ?? 0
  expect(sentTask(connect)).toMatchObject({ ScheduledTime: scheduled })
  expect(Number.isInteger(scheduled)).toBe(true)
  expect(scheduled).toBeGreaterThanOrEqual(before + 7_200)
  expect(scheduled).toBeLessThan(before + 7_200 + 120)
})

test('if the code of the schedule does not load, the draft is kept, and a retry loads it', async ({
  page,
  open,
  connect,
}) => {
  const part = '**/late-chunk-*.js'
  await page.route(part, (route) => route.abort())
  await open(call)
  await fillTask(page)
  const when = await toggleSection(page, 'When')
  await expect(when).toContainText('This part of the panel could not be loaded.')

  await page.unroute(part)
  await when.getByRole('button', { name: 'Try again' }).click()
  await when.getByText('Later', { exact: true }).click()
  await page.getByRole('button', { name: 'In 2 hours' }).click()
  await createAndSee(page)

  expect(sentTask(connect)).toMatchObject({ Name: 'Call back about the refund' })
  expect(connect.tasks[0]?.scheduledTime ?? 0).toBeGreaterThan(Date.now() / 1_000 + 7_100)
})

test('“Now” removes the schedule', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  const when = await scheduleLater(page)
  await page.getByRole('button', { name: 'In 2 hours' }).click()
  await when.getByRole('radio', { name: 'Now' }).check()
  await expect(section(page, 'When')).toContainText('Now')
  await createAndSee(page)

  expect(sentTask(connect)).not.toHaveProperty('ScheduledTime')
})

test('a schedule that has passed while the form was open is an error', async ({ page, open, connect }) => {
  await setClocks(page, '2026-11-23T12:00:00Z')
  await open(call)
  await fillTask(page)
  const when = await scheduleLater(page)
  await page.getByRole('button', { name: 'In 30 minutes' }).click()
  await setClocks(page, '2026-11-23T13:00:00Z')
  await create(page)

  await expect(errorSummary(page)).toContainText('When: This time has passed. Choose a later one.')
  await expect(when.getByLabel('Time')).toHaveAttribute('aria-invalid', 'true')
  expect(connect.received.map(({ operation }) => operation)).not.toContain('StartTaskContact')
})

test.describe('in Kolkata', () => {
  test.use({ timezoneId: 'Asia/Kolkata' })

  test('tomorrow morning is in the agent’s time zone', async ({ page, open, connect }) => {
    await open(call)
    await fillTask(page)
    const when = await scheduleLater(page)
    await page.getByRole('button', { name: 'Tomorrow 09:00' }).click()
    await expect(when.getByText('Your time zone: India Standard Time')).toBeVisible()
    await expect(when.getByRole('status')).toHaveText(/09:00 (GMT\+5:30|IST), in /)
    await createAndSee(page)

    const offset = 5.5 * 3_600
    const day = 86_400
    const today = Math.floor((Date.now() / 1_000 + offset) / day)
    expect(sentTask(connect)).toMatchObject({ ScheduledTime: (today + 1) * day + 9 * 3_600 - offset })
  })
})

test.describe('in New York', () => {
  test.use({ timezoneId: 'America/New_York' })

  test('six days that contain a 25-hour day are 6 × 24 hours', async ({ page, open }) => {
    await setClocks(page, '2026-10-28T00:30:00-04:00')
    await open(call)
    await scheduleLater(page)

    await expect(dayChip(page, /./)).toHaveCount(6)
    await expect(dayChip(page, /2 Nov/)).toBeVisible()
    await expect(dayChip(page, /3 Nov/)).toHaveCount(0)
  })

  test('for a time that occurs twice the agent chooses which one', async ({ page, open }) => {
    await setClocks(page, '2026-10-30T12:00:00-04:00')
    await open(call)
    const when = await scheduleLater(page)
    await dayChip(page, /1 Nov/).check()
    await when.getByLabel('Time').fill('01:30')

    const question = page.getByRole('group', { name: /this time comes twice/ })
    await expect(question.getByRole('radio', { name: /The first:.*01:30 (EDT|GMT-4)/ })).toBeChecked()
    await expect(when.getByRole('status')).toHaveText(/in 1 day, 13 hours$/)
    await question.getByRole('radio', { name: /The second:.*01:30 (EST|GMT-5)/ }).check()
    await expect(when.getByRole('status')).toHaveText(/(EST|GMT-5), in 1 day, 14 hours$/)
    await when.getByLabel('Time').fill('03:30')
    await expect(question).toHaveCount(0)
  })

  test('a time that the clocks skip is an error until another is chosen', async ({ page, open }) => {
    await setClocks(page, '2027-03-12T12:00:00-05:00')
    await open(call)
    const when = await scheduleLater(page)
    await dayChip(page, /14 Mar/).check()
    await when.getByLabel('Time').fill('02:30')
    await when.getByLabel('Time').blur()
    await expect(when.getByLabel('Time')).toHaveAccessibleDescription(/The clocks skip this time/)

    await dayChip(page, /15 Mar/).check()
    await expect(when.getByLabel('Time')).not.toHaveAttribute('aria-invalid')
    await expect(when.getByRole('status')).toContainText('02:30')
  })
})

test.describe('in London', () => {
  test('the hour after one o’clock occurs twice in October', async ({ page, open }) => {
    await setClocks(page, '2026-10-23T12:00:00+01:00')
    await open(call)
    const when = await scheduleLater(page)
    await dayChip(page, /25 Oct/).check()
    await when.getByLabel('Time').fill('01:30')
    const question = page.getByRole('group', { name: /this time comes twice/ })
    await expect(question.getByRole('radio', { name: /The first:.*01:30 BST/ })).toBeChecked()
    await question.getByRole('radio', { name: /The second:.*01:30 GMT/ }).check()
    await expect(when.getByRole('status')).toContainText('GMT')
  })

  test('the hour after one o’clock does not exist in March', async ({ page, open }) => {
    await setClocks(page, '2027-03-26T12:00:00Z')
    await open(call)
    await fillTask(page)
    const when = await scheduleLater(page)
    await dayChip(page, /28 Mar/).check()
    await when.getByLabel('Time').fill('01:30')
    await create(page)

    await expect(errorSummary(page)).toContainText('The clocks skip this time on that day.')
  })
})
