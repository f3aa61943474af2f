import { expect } from '@playwright/test'
import {
  destinationField,
  addAttribute,
  attributeRow,
  addReference,
  create,
  dayChip,
  createAndSee,
  errorSummary,
  fillTask,
  nameField,
  referenceRow,
  pickTime,
  submitButton,
  timeField,
  toggleSection,
  whenChip,
} from '../support/panel.ts'
import { call, chat, test, turnTo } from '../support/product.ts'
import { expectSoundEverywhere } from '../support/soundness.ts'

// gallery.spec.ts checks the panel in each of its states at narrow widths. This test checks the whole page.

test('the page is accessible with all sections filled in, with errors, and with a created task', async ({
  page,
  open,
}) => {
  await open(call)
  const description = page.getByLabel('Description')
  await description.fill('She wants to know when the money arrives.')
  await pickTime(page)
  await toggleSection(page, 'Link')
  await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Number', name: 'n', value: 'é'.repeat(2_048) })
  await addReference(page, 2, { type: 'Date and time', name: 'Promised', value: '2026-12-01T09:30' })
  const attributes = await toggleSection(page, 'Attributes')
  await addAttribute(page, 1, 'bad key!', '1')
  await addAttribute(page, 2, 'customerTier', 'Platinum')
  await expect(attributes.getByText('overridden')).toBeVisible()
  await create(page)
  await expect(errorSummary(page)).toBeVisible()
  await expectSoundEverywhere(page)

  await fillTask(page)
  await referenceRow(page, 1).getByLabel('Type', { exact: true }).selectOption('Web address')
  await referenceRow(page, 1).getByLabel('Value', { exact: true }).fill('https://shop.example/48213')
  await attributeRow(page, 1).getByLabel('Key', { exact: true }).fill('reason')
  const picker = page.getByRole('group', { name: 'Any other time' })
  await picker.getByRole('button', { name: /Latest possible/ }).click()
  await expect(errorSummary(page)).toHaveCount(0)
  await expectSoundEverywhere(page)

  await createAndSee(page)
  await expectSoundEverywhere(page)
})

test('the list of other drafts is accessible, also by keyboard', async ({ page, open }) => {
  const ccp = await open(chat, call)
  await fillTask(page)
  await turnTo(ccp, ccp.contactIds[0] ?? '')
  await page.getByText('1 other unfinished draft').focus()
  await page.keyboard.press('Enter')
  const show = page.getByRole('button', { name: 'Show the draft for the call with +12065550142' })
  await page.keyboard.press('Tab')
  await expect(show).toBeFocused()
  await expectSoundEverywhere(page)
  await show.press('Enter')

  await expect(nameField(page)).toHaveValue('Call back about the refund')
  await expect(page.getByRole('region', { name: 'New task' }).locator(':focus')).toHaveCount(1)
})

test('an invalid typed contact id is accessible and keeps the focus', async ({ page, open }) => {
  await open()
  await page.locator('summary', { hasText: 'Link by ID' }).focus()
  await page.keyboard.press('Enter')
  const field = page.getByLabel('Contact ID')
  await expect(field).toBeFocused()
  await page.keyboard.type('not/an id')
  await page.keyboard.press('Enter')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toBeFocused()
  await expectSoundEverywhere(page)
})

test('an error describes its field, and disappears when the field is valid', async ({ page, open }) => {
  await open(call)
  await nameField(page).focus()
  await nameField(page).blur()
  await destinationField(page).focus()
  await destinationField(page).blur()
  await nameField(page).fill('x')
  await nameField(page).fill('')
  await nameField(page).blur()
  // The complaint about the name has appeared, so a complaint about the untouched destination would have appeared before it.
  await expect(nameField(page)).toHaveAccessibleDescription(/Give the task a name\./)
  await expect(destinationField(page)).toHaveAccessibleDescription('')
  await submitButton(page).click()
  await expect(nameField(page)).toHaveAccessibleDescription(/Give the task a name\./)
  await expect(nameField(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(nameField(page)).toHaveAttribute('aria-required', 'true')
  await nameField(page).fill('Call back')
  await expect(nameField(page)).toHaveAccessibleDescription('')
})

test('the first field to correct gets the focus, and the summary leads to each, also in closed sections', async ({
  page,
  open,
}) => {
  await open(call)
  await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Number', name: 'Amount', value: '1,5' })
  await toggleSection(page, 'References')
  await expect(referenceRow(page, 1)).toBeHidden()
  await create(page)
  await expect(page.getByRole('heading', { name: 'Check 3 things first' })).toBeVisible()
  await expect(nameField(page)).toBeFocused()
  await expect(errorSummary(page)).toContainText('Reference “Amount”: Enter a number')

  await errorSummary(page).getByRole('button', { name: 'Reference “Amount”' }).click()
  await expect(referenceRow(page, 1).getByLabel('Value', { exact: true })).toBeFocused()
  await expect(page.getByText('Enter a number with digits')).toHaveCount(1)
  await errorSummary(page).getByRole('button', { name: 'Who should do it?' }).press('Enter')
  await expect(page.getByLabel('Who should do it?')).toBeFocused()
  await errorSummary(page).getByRole('button', { name: 'What needs to be done?' }).press('Enter')
  await expect(nameField(page)).toBeFocused()
})

test('the error summary links to an incomplete schedule', async ({ page, open }) => {
  await open(call)
  await fillTask(page)
  await pickTime(page)
  await dayChip(page, /./).nth(2).check()
  await page.keyboard.press('Escape')
  await expect(whenChip(page, 'Pick…')).toBeFocused()
  await create(page)
  await expect(timeField(page)).toBeFocused()

  await page.keyboard.press('Escape')
  await errorSummary(page).getByRole('button', { name: 'When' }).click()
  await expect(timeField(page)).toBeFocused()
})

test('a byte counter is announced only when it is nearly full and typing pauses', async ({ page, open }) => {
  await open(call)
  const references = await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Text', name: 'n', value: 'x'.repeat(3_000) })
  await expect(references.getByRole('status').filter({ hasText: /bytes/ })).toHaveCount(0)
  await referenceRow(page, 1).getByLabel('Value', { exact: true }).fill('x'.repeat(4_000))

  await expect(references.getByRole('status').filter({ hasText: /bytes/ })).toHaveText(
    'Reference size: 97% full, 95 bytes left',
  )
})

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 320, height: 480 } })

  test('the submit button at the bottom does not cover the focused control', async ({ page, open }) => {
    await open(call)
    await toggleSection(page, 'References')
    await page.getByRole('button', { name: 'Add reference' }).focus()
    await page.keyboard.press('Enter')
    await expect(referenceRow(page, 1).getByLabel('Name', { exact: true })).toBeFocused()
    await page.keyboard.press('Tab')
    const value = referenceRow(page, 1).getByLabel('Value', { exact: true })
    await expect(value).toBeFocused()

    const field = await value.boundingBox()
    const bar = await submitButton(page).boundingBox()
    expect((field?.y ?? Infinity) + (field?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  })
})
