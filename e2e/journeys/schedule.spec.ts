import { expect } from '@playwright/test'
import { setClocks } from '../support/clocks.ts'
import {
  chooseDestination,
  create,
  createAndSee,
  dayChip,
  destinationField,
  errorSummary,
  expectDestination,
  fillTask,
  nameField,
  pickTime,
  submitButton,
  timeField,
  whenChip,
  whenField,
  whenSaid,
} from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'
import { untilStored } from '../support/stored-drafts.ts'

// The picker is tested with fixed clocks. Proxy and Connect check with the real time, so tests that create a task schedule it
// relative to the real time.

test('the usual times take one press each, stay chosen, and are shown as a full date and time', async ({
  page,
  open,
}) => {
  // 27 November 2026 is a Friday.
  await setClocks(page, '2026-11-27T23:45:20Z')
  await open(call)
  await expect(whenField(page).getByRole('radiogroup')).toMatchAriaSnapshot(`
    - radiogroup "When should the task start?":
      - radio "Now" [checked]
      - radio "In 30 min"
      - radio "In 2 h"
      - radio "Tomorrow 09:00"
      - radio "Mon 09:00"
      - radio "Pick…"
  `)

  await whenChip(page, 'In 30 min').check()
  await expect(whenSaid(page)).toHaveText(/^Sat,? 28 Nov,? (at )?00:16 GMT, in 31 minutes$/)
  await setClocks(page, '2026-11-27T23:46:20Z')
  await expect(whenSaid(page)).toHaveText(/in 30 minutes$/, { timeout: 15_000 })
  await expect(whenChip(page, 'In 30 min')).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(whenChip(page, 'Tomorrow 09:00')).toBeFocused()
  await expect(whenSaid(page)).toHaveText(/09:00 GMT, in 9 hours$/)
  await whenChip(page, 'Mon 09:00').check()
  await expect(whenSaid(page)).toHaveText(/^Mon,? 30 Nov,? (at )?09:00 GMT/)
})

test('the picker offers exactly the days and times of the next 6 × 24 hours', async ({ page, open }) => {
  await setClocks(page, '2026-11-23T12:00:00Z')
  await open(call)
  await pickTime(page)

  await expect(page.getByRole('group', { name: 'Day', exact: true })).toMatchAriaSnapshot(`
    - group "Day":
      - radio "Mon 23 Nov, today"
      - radio "Tue 24 Nov"
      - radio "Wed 25 Nov"
      - radio "Thu 26 Nov"
      - radio "Fri 27 Nov"
      - radio "Sat 28 Nov"
      - radio "Sun 29 Nov"
  `)
  await expect(dayChip(page, /./)).toHaveCount(7)
  await dayChip(page, /29 Nov/).check()
  await timeField(page).press('ArrowDown')
  const times = page.getByRole('listbox', { name: 'Times' }).getByRole('option')
  await expect(times.last()).toHaveText('12:00')
  await expect(times.filter({ hasText: '09:00' })).toHaveAttribute('aria-selected', 'true')
  await timeField(page).press('ArrowDown')
  await timeField(page).press('Enter')
  await expect(timeField(page)).toHaveValue('09:30')
  await timeField(page).press('Space')
  await expect(times.filter({ hasText: '09:30' })).toHaveAttribute('aria-selected', 'true')
  await expect(whenSaid(page)).toHaveText(/^Sun,? 29 Nov,? (at )?09:30 GMT, in 5 days, 21 hours$/)

  // After a click, as after Tab, the agent types over the time that stands there.
  await timeField(page).press('Escape')
  await nameField(page).focus()
  await timeField(page).click()
  await page.keyboard.type('10')
  await expect(whenSaid(page)).toContainText('10:00 GMT')
})

test('a time after the 6 × 24 hours is refused at once, and one press takes the latest', async ({
  page,
  open,
}) => {
  await setClocks(page, '2026-11-23T12:00:20Z')
  await open(call)
  const picker = await pickTime(page)
  await dayChip(page, /29 Nov/).check()
  await timeField(page).fill('2359')
  await timeField(page).press('Enter')

  await expect(whenSaid(page)).toHaveText(/latest possible time is Sun,? 29 Nov,? (at )?12:00 GMT/)
  await expect(timeField(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(timeField(page)).toHaveAccessibleDescription(/latest possible time/)
  await expect(submitButton(page)).toHaveAccessibleName('Schedule task')
  await untilStored(page, '2026-11-29')
  await page.reload()
  // A stored draft also shows this before the button is pressed.
  await expect(whenSaid(page)).toHaveText(/latest possible time is Sun,? 29 Nov,? (at )?12:00 GMT/)
  await whenChip(page, 'Pick…').click()
  await picker.getByRole('button', { name: /^Latest possible: Sun,? 29 Nov,? (at )?12:00 GMT$/ }).click()
  await expect(whenSaid(page)).toHaveText(/12:00 GMT, in 6 days$/)
  await expect(timeField(page)).toHaveValue('12:00')
  await expect(timeField(page)).not.toHaveAttribute('aria-invalid')
})

test('the panel shows how it understood a time in words, and does not guess', async ({ page, open }) => {
  await setClocks(page, '2026-11-27T12:00:20Z')
  await open(call)
  await fillTask(page)
  await pickTime(page)
  const words = page.getByLabel('In your words')
  await expect(words).toBeFocused()
  await page.keyboard.type('mon 3')
  await expect(page.getByText('Read as the afternoon.')).toBeVisible()
  await expect(whenSaid(page)).toHaveText(/^Mon,? 30 Nov,? (at )?15:00 GMT/)
  await expect(dayChip(page, /30 Nov/)).toBeChecked()
  await expect(timeField(page)).toHaveValue('15:00')

  await page.getByRole('button', { name: /^Remove Mon,? 30 Nov,? 15:00$/ }).click()
  await expect(words).toHaveValue('')
  await expect(words).toBeFocused()
  await page.keyboard.type('when she is back')
  await expect(words).toHaveAccessibleDescription(/^Not understood\./)
  await create(page)
  // The complaint appears once, at the words box, not at the time field.
  await expect(words).toHaveAttribute('aria-invalid', 'true')
  await expect(words).toBeFocused()
  await expect(words).toHaveAccessibleDescription(/^Not understood\./)
  await expect(page.getByText(/not understood/i)).toHaveCount(1)
  await expect(timeField(page)).not.toHaveAttribute('aria-invalid')
  await expect(words).toHaveValue('when she is back')

  await words.fill('yesterday')
  await expect(whenSaid(page)).toHaveText(/^Thu,? 26 Nov has passed\. Choose a later day\.$/)
  await words.fill('in 8 days')
  await expect(whenSaid(page)).toHaveText(/latest possible time is Thu,? 3 Dec,? (at )?12:00 GMT/)
  // Enter on refused words leaves the focus in the words box.
  await words.press('Enter')
  await expect(words).toBeFocused()
  await words.fill('latest')
  await expect(whenSaid(page)).toHaveText(/^Thu,? 3 Dec,? (at )?12:00 GMT, in 6 days$/)
  await words.fill('tue')
  await words.press('Enter')
  await expect(timeField(page)).toBeFocused()
  await words.fill('in 6 days')
  await expect(whenSaid(page)).toHaveText(/^Thu,? 3 Dec,? (at )?12:00 GMT, in 6 days$/)
  await expect(errorSummary(page)).toHaveCount(0)
  await words.press('Enter')
  await expect(whenChip(page, 'Pick…')).toBeFocused()
  await expect(words).toHaveCount(0)
  await expect(whenSaid(page)).toHaveText(/^Thu,? 3 Dec/)

  await whenChip(page, 'Tomorrow 09:00').check()
  await pickTime(page)
  await words.fill('when she is back')
  // The chosen day and time stay, but the task is not sent with them.
  await expect(dayChip(page, /28 Nov/)).toBeChecked()
  await expect(timeField(page)).toHaveValue('09:00')
  await create(page)
  await expect(words).toHaveAttribute('aria-invalid', 'true')
  await expect(timeField(page)).not.toHaveAttribute('aria-invalid')
})

test('if the code of the schedule does not load, the draft is kept, and a retry loads it', async ({
  page,
  open,
  connect,
}) => {
  const part = '**/late-chunk-*.js'
  await page.route(part, (route) => route.abort())
  // The contact is also shown by code that is loaded late.
  await open()
  await nameField(page).fill('Call back about the refund')
  await destinationField(page).fill('Callback requests')
  await expect(
    page.getByText('This part of the panel could not be loaded.').filter({ visible: true }),
  ).toBeVisible()

  await page.unroute(part)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expectDestination(page, 'Callback requests')
  await chooseDestination(page, 'Callback requests')
  const before = Date.now() / 1_000
  await whenChip(page, 'In 2 h').check()
  await expect(submitButton(page)).toContainText('Schedule')
  await createAndSee(page)

  const scheduled = connect.tasks[0]?.scheduledTime ?? 0
  expect(sentTask(connect)).toMatchObject({
    Name: 'Call back about the refund',
    ScheduledTime: scheduled,
  })
  // Connect gets whole seconds.
  expect(Number.isInteger(scheduled)).toBe(true)
  expect(scheduled).toBeGreaterThanOrEqual(before + 7_200)
  expect(scheduled).toBeLessThan(before + 7_200 + 120)
})

test('“Now” removes the schedule', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await whenChip(page, 'In 2 h').check()
  await whenChip(page, 'Now').check()
  await expect(whenSaid(page)).toHaveText('Starts as soon as you create it.')
  await createAndSee(page)

  expect(sentTask(connect)).not.toHaveProperty('ScheduledTime')
})

test('a schedule that has passed while the form was open is an error', async ({ page, open, connect }) => {
  await setClocks(page, '2026-11-23T12:00:00Z')
  await open(call)
  await fillTask(page)
  await whenChip(page, 'In 30 min').check()
  await setClocks(page, '2026-11-23T13:00:00Z')
  await create(page)

  await expect(whenSaid(page)).toHaveText('This time has passed. Choose a later one.')
  await errorSummary(page).getByRole('button', { name: 'When' }).click()
  await expect(whenChip(page, 'In 30 min')).toBeFocused()
  expect(connect.received.map(({ operation }) => operation)).not.toContain('StartTaskContact')
})

test.describe('in Kolkata', () => {
  test.use({ timezoneId: 'Asia/Kolkata' })

  test('tomorrow morning is in the agent’s time zone', async ({ page, open, connect }) => {
    await open(call)
    await fillTask(page)
    const picker = await pickTime(page)
    await expect(picker.getByText('Your time zone: India Standard Time')).toBeVisible()
    await whenChip(page, 'Tomorrow 09:00').check()
    await expect(whenSaid(page)).toHaveText(/09:00 (GMT\+5:30|IST), in /)
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
    await pickTime(page)

    await expect(dayChip(page, /./)).toHaveCount(6)
    await expect(dayChip(page, /2 Nov/)).toBeVisible()
    await expect(dayChip(page, /3 Nov/)).toHaveCount(0)
  })

  test('for a time that occurs twice the agent chooses which one', async ({ page, open }) => {
    await setClocks(page, '2026-10-30T12:00:00-04:00')
    await open(call)
    await pickTime(page)
    await dayChip(page, /1 Nov/).check()
    await timeField(page).fill('01:30')

    const question = page.getByRole('group', { name: /this time comes twice/ })
    await expect(question.getByRole('radio', { name: /The first:.*01:30 (EDT|GMT.4)/ })).toBeChecked()
    await expect(whenSaid(page)).toHaveText(/in 1 day, 13 hours$/)
    await question.getByRole('radio', { name: /The second:.*01:30 (EST|GMT.5)/ }).check()
    await expect(whenSaid(page)).toHaveText(/(EST|GMT.5), in 1 day, 14 hours$/)
    await timeField(page).fill('03:30')
    await expect(question).toHaveCount(0)
  })

  test('a time that the clocks skip is an error until another is chosen', async ({ page, open }) => {
    await setClocks(page, '2027-03-12T12:00:00-05:00')
    await open(call)
    await pickTime(page)
    await dayChip(page, /14 Mar/).check()
    await timeField(page).fill('02:30')
    await timeField(page).blur()
    await expect(whenSaid(page)).toContainText('The clocks go forward then')
    await expect(timeField(page)).toHaveAttribute('aria-invalid', 'true')

    await dayChip(page, /15 Mar/).check()
    await expect(timeField(page)).not.toHaveAttribute('aria-invalid')
    await expect(whenSaid(page)).toContainText('02:30')
  })
})

test.describe('in London', () => {
  test('the hour after one o’clock occurs twice in October', async ({ page, open }) => {
    await setClocks(page, '2026-10-23T12:00:00+01:00')
    await open(call)
    await pickTime(page)
    await dayChip(page, /25 Oct/).check()
    await timeField(page).fill('01:30')
    const question = page.getByRole('group', { name: /this time comes twice/ })
    await expect(question.getByRole('radio', { name: /The first:.*01:30 BST/ })).toBeChecked()
    await question.getByRole('radio', { name: /The second:.*01:30 GMT/ }).check()
    await expect(whenSaid(page)).toContainText('GMT')
  })

  test('the hour after one o’clock does not exist in March', async ({ page, open }) => {
    await setClocks(page, '2027-03-26T12:00:00Z')
    await open(call)
    await fillTask(page)
    await pickTime(page)
    await dayChip(page, /28 Mar/).check()
    await timeField(page).fill('01:30')
    await create(page)

    await expect(errorSummary(page)).toContainText('When')
    await expect(whenSaid(page)).toContainText('The clocks go forward then')
  })
})
