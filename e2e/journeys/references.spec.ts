import { expect, type Page } from '@playwright/test'
import { handsOn } from '../support/hands.ts'
import {
  addReference,
  create,
  createAndSee,
  errorSummary,
  expectComplaint,
  fillTask,
  referenceRow,
  section,
  toggleSection,
} from '../support/panel.ts'
import { call, sentTask, sentTasks, test } from '../support/product.ts'

const nameOf = (page: Page, position: number) =>
  referenceRow(page, position).getByLabel('Name', { exact: true })

const valueOf = (page: Page, position: number) =>
  referenceRow(page, position).getByLabel('Value', { exact: true })

test('Connect gets each type of reference in its format', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Web address', name: 'Order', value: 'https://shop.example/48213' })
  await addReference(page, 2, { type: 'Number', name: 'Amount', value: '-15.50' })
  await addReference(page, 3, { type: 'Text', name: 'Reason', value: 'Späte Lieferung' })
  await addReference(page, 4, { type: 'Date and time', name: 'Promised', value: '2026-07-01T12:00' })
  await addReference(page, 5, { type: 'Email address', name: 'Reply to', value: 'ana@example.com' })
  await createAndSee(page)
  await expect(page.getByText('5 references', { exact: true })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()

  expect(sentTask(connect)).toMatchObject({
    References: {
      Order: { Type: 'URL', Value: 'https://shop.example/48213' },
      Amount: { Type: 'NUMBER', Value: '-15.50' },
      Reason: { Type: 'STRING', Value: 'Späte Lieferung' },
      // Noon in London in summer, in epoch seconds.
      Promised: { Type: 'DATE', Value: String(Date.UTC(2026, 6, 1, 11) / 1_000) },
      'Reply to': { Type: 'EMAIL', Value: 'ana@example.com' },
    },
  })
})

test.describe('in New York', () => {
  test.use({ timezoneId: 'America/New_York' })

  test('a date is read in the agent’s own time zone', async ({ page, open, connect }) => {
    await open(call)
    await fillTask(page)
    await toggleSection(page, 'References')
    await addReference(page, 1, { type: 'Date and time', name: 'Promised', value: '2026-12-01T09:30' })
    // The input itself has the browser's format, in which the first of December may look like the twelfth of January.
    await expect(valueOf(page, 1)).toHaveAccessibleDescription(/^Tue,? 1 Dec 2026,? (at )?09:30$/)
    await createAndSee(page)

    expect(sentTask(connect)).toMatchObject({
      References: { Promised: { Type: 'DATE', Value: String(Date.UTC(2026, 11, 1, 14, 30) / 1_000) } },
    })
  })

  test('a date that the clocks skip is an error', async ({ page, open }) => {
    await open(call)
    await toggleSection(page, 'References')
    await addReference(page, 1, { type: 'Date and time', name: 'Promised', value: '2026-03-08T02:30' })
    await valueOf(page, 1).blur()

    await expect(valueOf(page, 1)).toHaveAccessibleDescription(/The clocks go forward then/)
  })
})

test('blank rows are not sent', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Text', name: 'Emptied later', value: 'x' })
  await addReference(page, 2, { type: 'Text', name: 'Reason', value: 'Late' })
  await page.getByRole('button', { name: 'Add reference' }).click()
  await nameOf(page, 1).fill('')
  await valueOf(page, 1).fill('')
  await createAndSee(page)

  expect(sentTask(connect)).toMatchObject({ References: { Reason: { Type: 'STRING', Value: 'Late' } } })

  await page.getByRole('button', { name: 'Create another task' }).click()
  await fillTask(page, 'Send the invoice')
  await toggleSection(page, 'References')
  await page.getByRole('button', { name: 'Add reference' }).click()
  await createAndSee(page)
  expect(sentTasks(connect).at(-1)).not.toHaveProperty('References')
})

test('Enter in a row moves on and adds the next row, and sends nothing', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await section(page, 'References').locator('summary').press('Enter')
  await expect(nameOf(page, 1)).toBeFocused()
  await page.keyboard.type('Order')
  await page.keyboard.press('Enter')
  await page.keyboard.type('https://shop.example/48213')
  await page.keyboard.press('Enter')
  await expect(nameOf(page, 2)).toBeFocused()
  await page.keyboard.type('Shop')
  await page.keyboard.press('Enter')
  await page.keyboard.type('https://shop.example')
  await page.keyboard.press('Enter')
  // An empty row is the last one.
  await expect(nameOf(page, 3)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(nameOf(page, 3)).toBeFocused()
  await expect(referenceRow(page, 4)).toHaveCount(0)
  expect(connect.received.map(({ operation }) => operation)).not.toContain('StartTaskContact')

  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({
    References: { Order: { Value: 'https://shop.example/48213' }, Shop: { Value: 'https://shop.example' } },
  })
})

test('Backspace removes an empty row and goes back to the text before it', async ({ page, open }) => {
  await open(call)
  await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Text', name: 'One', value: 'first' })
  await page.getByRole('button', { name: 'Add reference' }).click()
  await expect(nameOf(page, 2)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Backspace')
  await expect(referenceRow(page, 2)).toHaveCount(0)
  await expect(valueOf(page, 1)).toBeFocused()
  await page.keyboard.type('!')
  await expect(valueOf(page, 1)).toHaveValue('first!')
})

test('pasted lines fill rows, which can be taken back', async ({ page, context, open }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { paste } = handsOn(page)
  await open(call)
  const references = await toggleSection(page, 'References')
  await expect(nameOf(page, 1)).toBeFocused()
  await paste('Order: https://shop.example/48213')
  await expect(nameOf(page, 1)).toHaveValue('Order')
  await expect(valueOf(page, 1)).toHaveValue('https://shop.example/48213')
  await expect(valueOf(page, 1)).toBeFocused()

  await page.keyboard.press('Enter')
  await paste('Amount\t129.90\nReason\tLate')
  await expect(references.getByText('2 rows pasted')).toBeVisible()
  await expect(nameOf(page, 3)).toHaveValue('Reason')
  await references.getByRole('button', { name: 'Undo' }).click()
  await expect(nameOf(page, 2)).toHaveValue('')
  await expect(referenceRow(page, 3)).toHaveCount(0)

  await nameOf(page, 2).focus()
  await paste('Amount\t129.90\nlate')
  await expect(references.getByText('Line 2 has no tab')).toBeVisible()
  await expect(nameOf(page, 2)).toHaveValue('')
  await expect(valueOf(page, 2)).toHaveValue('Amount\t129.90 late')
})

test('a type that the agent chooses takes no text away for good, and the closed section counts complaints', async ({
  page,
  open,
}) => {
  const typeOf = (position: number) => referenceRow(page, position).getByLabel('Type', { exact: true })
  await open(call)
  const references = await toggleSection(page, 'References')
  await expect(nameOf(page, 1)).toBeFocused()
  await page.keyboard.type('Promised')
  await page.keyboard.press('Enter')
  await page.keyboard.type('5 Dec')
  await typeOf(1).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(referenceRow(page, 2)).toHaveCount(0)

  await typeOf(1).selectOption('Web address')
  await valueOf(page, 1).focus()
  await valueOf(page, 1).blur()
  await expect(references.getByText('Enter a whole web address')).toBeVisible()
  await expect(references.getByText('1 to correct')).toBeVisible()
  await toggleSection(page, 'References')
  await expect(references.getByText('1 reference 1 to correct')).toBeVisible()
  await toggleSection(page, 'References')
  await typeOf(1).selectOption('Date and time')
  await expect(references.getByText('Enter a whole web address')).toBeHidden()
  await expect(valueOf(page, 1)).toHaveValue('')
  await references.getByRole('button', { name: 'Undo' }).click()
  await expect(valueOf(page, 1)).toHaveValue('5 Dec')
})

test('a value chooses its type, until the agent does', async ({ page, context, open, connect }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { paste } = handsOn(page)
  const typeOf = (position: number) => referenceRow(page, position).getByLabel('Type', { exact: true })
  await open(call)
  await fillTask(page)
  const references = await toggleSection(page, 'References')
  await expect(nameOf(page, 1)).toBeFocused()
  await page.keyboard.type('Promised')
  await page.keyboard.press('Enter')
  await paste('1 July 2026, 12:00')
  await expect(typeOf(1)).toHaveValue('DATE')
  await expect(valueOf(page, 1)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Shop')
  await page.keyboard.press('Enter')
  await page.keyboard.type('www.shop.example')
  await page.keyboard.press('Enter')
  await expect(typeOf(2)).toHaveValue('URL')
  await references.getByRole('button', { name: 'Add https://' }).click()
  await expect(valueOf(page, 2)).toHaveValue('https://www.shop.example')

  await addReference(page, 3, { type: 'Number', name: 'Order', value: '48213-A' })
  await valueOf(page, 3).blur()
  await references.getByRole('button', { name: 'Use as text' }).click()
  await expect(typeOf(3)).toHaveValue('STRING')
  await page.getByRole('button', { name: 'Add reference' }).click()
  await expect(nameOf(page, 4)).toBeFocused()
  await page.keyboard.type('Card')
  await page.keyboard.press('Enter')
  await paste('48213')
  await expect(references.getByText('Row 4: Number.')).toBeVisible()
  await references.getByRole('button', { name: 'Undo' }).click()
  await valueOf(page, 4).press('Enter')
  await expect(typeOf(4)).toHaveValue('STRING')

  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({
    References: {
      Promised: { Type: 'DATE', Value: String(Date.UTC(2026, 6, 1, 11) / 1_000) },
      Shop: { Type: 'URL', Value: 'https://www.shop.example' },
      Order: { Type: 'STRING', Value: '48213-A' },
      Card: { Type: 'STRING', Value: '48213' },
    },
  })
})

test('a removed row can be put back at its place', async ({ page, open }) => {
  await open(call)
  const references = await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Text', name: 'One', value: '1' })
  await addReference(page, 2, { type: 'Number', name: 'Two', value: '2' })
  await page.getByRole('button', { name: 'Remove reference 1, One' }).click()
  await expect(nameOf(page, 1)).toHaveValue('Two')
  await references.getByRole('button', { name: 'Undo' }).click()

  await expect(nameOf(page, 1)).toBeFocused()
  await expect(nameOf(page, 1)).toHaveValue('One')
  await expect(valueOf(page, 1)).toHaveValue('1')
  await expect(referenceRow(page, 1).getByLabel('Type')).toHaveValue('STRING')
  await expect(nameOf(page, 2)).toHaveValue('Two')
  await expect(references.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('a new row takes the focus, and removing one moves it nearby', async ({ page, open }) => {
  await open(call)
  const references = await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Text', name: 'One', value: '1' })
  await addReference(page, 2, { type: 'Text', name: 'Two', value: '2' })
  await page.getByRole('button', { name: 'Add reference' }).click()
  await expect(nameOf(page, 3)).toBeFocused()

  await page.getByRole('button', { name: 'Remove reference 1, One' }).click()
  await expect(page.getByRole('button', { name: 'Remove reference 1, Two' })).toBeFocused()
  await expect(references.getByText('Reference removed.')).toBeAttached()
  await page.getByRole('button', { name: 'Remove reference 2' }).click()
  await expect(page.getByRole('button', { name: 'Add reference' })).toBeFocused()
  await expect(referenceRow(page, 1).getByLabel('Value', { exact: true })).toHaveValue('2')
  await expect(referenceRow(page, 2)).toHaveCount(0)
})

test('a value that does not fit its type is an error until the value or the type is changed', async ({
  page,
  open,
}) => {
  await open(call)
  await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Web address', name: 'Order', value: 'javascript:alert(1)' })
  await valueOf(page, 1).blur()
  await expect(valueOf(page, 1)).toHaveAccessibleDescription(/starts with https:\/\/ or http:\/\//)
  await valueOf(page, 1).fill('https://shop.example')
  await expect(valueOf(page, 1)).not.toHaveAttribute('aria-invalid')

  await addReference(page, 2, { type: 'Email address', name: 'Reply to', value: 'ana@' })
  await valueOf(page, 2).blur()
  await expect(valueOf(page, 2)).toHaveAccessibleDescription(/Enter one email address/)

  await addReference(page, 3, { type: 'Number', name: 'Amount', value: 'fifteen' })
  await valueOf(page, 3).blur()
  await expect(valueOf(page, 3)).toHaveAttribute('aria-invalid', 'true')
  await referenceRow(page, 3).getByLabel('Type', { exact: true }).selectOption('Text')
  await expect(valueOf(page, 3)).not.toHaveAttribute('aria-invalid')
})

test('a number with a decimal comma is an error, and its number is offered', async ({ page, open }) => {
  await open(call)
  await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Number', name: 'Amount', value: '1,5' })
  await valueOf(page, 1).blur()

  await expect(valueOf(page, 1)).toHaveAccessibleDescription(/digits and a decimal point only/)
  await page.getByRole('button', { name: 'Use 1.5' }).click()
  await expect(valueOf(page, 1)).toHaveValue('1.5')
  await expect(valueOf(page, 1)).not.toHaveAttribute('aria-invalid')
})

test('an error that appears on blur does not swallow the click that caused it', async ({ page, open }) => {
  await open(call)
  await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Number', name: 'Amount', value: '1,5' })
  await page.getByRole('button', { name: 'Add reference' }).click({ delay: 100 })

  await expect(referenceRow(page, 2)).toBeVisible()
  await expect(valueOf(page, 1)).toHaveAccessibleDescription(/digits and a decimal point only/)
})

test('missing names, repeated names and missing values are errors', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Text', name: '', value: 'Late' })
  await addReference(page, 2, { type: 'Text', name: 'Reason', value: 'Late' })
  await addReference(page, 3, { type: 'Date and time', name: 'Reason', value: '' })
  await create(page)

  await expect(errorSummary(page).getByRole('listitem')).toHaveCount(3)
  await expectComplaint(page, 'Reference 1, Name', 'Give the reference a name.')
  await expectComplaint(
    page,
    'Reference 3, Name',
    'Another reference has this name. Change one of the two names.',
  )
  await expectComplaint(
    page,
    'Reference 3, Value',
    'Enter the day, the month, a year of four digits and the time, or remove the reference.',
  )
  // The error of a repeated name goes when the other name changes.
  await nameOf(page, 2).fill('First reason')
  await expect(nameOf(page, 3)).not.toHaveAttribute('aria-invalid')
  expect(connect.received.map(({ operation }) => operation)).not.toContain('StartTaskContact')
})
