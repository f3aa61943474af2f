import { expect } from '@playwright/test'
import { handsOn } from '../support/hands.ts'
import {
  addAttribute,
  attributeRow,
  create,
  createAndSee,
  errorSummary,
  expectComplaint,
  fillTask,
  section,
  toggleSection,
} from '../support/panel.ts'
import { call, sentBodies, sentTask, sentTasks, test } from '../support/product.ts'

// The call has the attributes orderId=48213 and customerTier=Gold: 28 bytes.

test('Connect gets attributes as the agent typed them, and no blank rows', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await fillTask(page)
  await toggleSection(page, 'Attributes')
  await addAttribute(page, 1, 'refund-amount', '15.50 €')
  await addAttribute(page, 2, 'agent_note', '')
  await createAndSee(page)

  expect(sentTask(connect)).toMatchObject({ Attributes: { 'refund-amount': '15.50 €', agent_note: '' } })
  expect(connect.tasks[0]?.contactAttributes).toEqual({
    orderId: '48213',
    customerTier: 'Gold',
    'refund-amount': '15.50 €',
    agent_note: '',
  })

  await test.step('a blank row is not sent', async () => {
    await page.getByRole('button', { name: 'Create another task' }).click()
    await fillTask(page, 'Send the invoice')
    await toggleSection(page, 'Attributes')
    await page.getByRole('button', { name: 'Add attribute' }).click()
    await createAndSee(page)
    expect(sentTasks(connect).at(-1)).not.toHaveProperty('Attributes')
  })

  await test.step('a key named __proto__ is an ordinary key', async () => {
    await page.getByRole('button', { name: 'Create another task' }).click()
    await fillTask(page, 'Look at the object')
    await toggleSection(page, 'Attributes')
    await addAttribute(page, 1, '__proto__', 'plain')
    await createAndSee(page)
    expect(sentBodies(connect).at(-1)).toContain('"Attributes":{"__proto__":"plain"}')
  })
})

test('the panel shows inherited attributes, and adds their bytes to those that the agent types', async ({
  page,
  open,
}) => {
  await open(call)
  const line = section(page, 'Attributes').locator('summary').first()
  await expect(line).toHaveText('Attributes2 inherited')
  const link = await toggleSection(page, 'Link')
  await link.getByRole('radio', { name: 'Not linked' }).check()
  await expect(section(page, 'Attributes')).toContainText('None')
  await link.getByRole('radio', { name: 'Related' }).check()
  const attributes = await toggleSection(page, 'Attributes')
  await expect(attributes.getByText('28 of 32,768 bytes (0 added + 28 inherited)')).toBeVisible()
  await expect(attributes.getByRole('definition')).toContainText(['48213', 'Gold'])
  await expect(attributes.getByRole('term')).toHaveText(['orderId', 'customerTier'])

  await addAttribute(page, 1, 'city', 'K')
  await attributeRow(page, 1).getByLabel('Value', { exact: true }).pressSequentially('öln👍')
  await expect(attributes.getByText('41 of 32,768 bytes (13 added + 28 inherited)')).toBeVisible()
})

test('the agent overrides an inherited attribute, starting from its value', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await fillTask(page)
  const attributes = await toggleSection(page, 'Attributes')
  await attributes.getByRole('button', { name: 'Override customerTier' }).click()
  const row = attributeRow(page, 1)
  await expect(row.getByLabel('Key', { exact: true })).toHaveValue('customerTier')
  await expect(row.getByLabel('Value', { exact: true })).toHaveValue('Gold')
  await expect(row.getByLabel('Value', { exact: true })).toBeFocused()
  await page.keyboard.type('Platinum')

  await expect(attributes.getByText('overridden')).toHaveCount(1)
  await expect(attributes.getByText('1 of 2 inherited from this call')).toBeVisible()
  await expect(attributes.getByText('1 added, 1 inherited')).toBeVisible()
  await expect(attributes.getByRole('button', { name: 'Override customerTier' })).toHaveCount(0)
  await expect(attributes.getByText('32 of 32,768 bytes (20 added + 12 inherited)')).toBeVisible()
  await createAndSee(page)
  expect(connect.tasks[0]?.contactAttributes).toEqual({ orderId: '48213', customerTier: 'Platinum' })
})

test('attributes that the contact gets while the form is open are inherited too', async ({ page, open }) => {
  const { frame, contactIds } = await open(call)
  await fillTask(page)
  await expect(section(page, 'Attributes')).toContainText('2 inherited')
  await frame.evaluate(
    (id) =>
      window.ccp.setAttributes(id, {
        summary: 'She asks for her money.\n'.repeat(12),
        wish: 'It is about her money. '.repeat(7),
      }),
    contactIds[0] ?? '',
  )

  // After a change of state the panel reads the contact again.
  await frame.evaluate((id) => window.ccp.setState(id, 'ended'), contactIds[0] ?? '')

  await expect(section(page, 'Attributes')).toContainText('4 inherited')

  // A long one shows its first lines, and all of it at a press.
  const attributes = await toggleSection(page, 'Attributes')
  const value = attributes.getByText(/^She asks/).locator('..')
  const before = await value.evaluate((text) => text.clientHeight)
  await attributes.getByRole('button', { name: 'Show all of summary' }).click()
  await expect(attributes.getByRole('button', { name: 'Show less of summary' })).toBeFocused()
  expect(await value.evaluate((text) => text.clientHeight)).toBeGreaterThan(2 * before)

  await page.setViewportSize({ width: 320, height: 760 })
  await expect(attributes.getByRole('button', { name: 'Show all of wish' })).toBeVisible()
  await page.setViewportSize({ width: 1600, height: 800 })
  await expect(attributes.getByRole('button', { name: 'Show all of wish' })).toHaveCount(0)
})

test('attributes fill 32,768 bytes exactly, and one byte too many is an error with the sizes', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await fillTask(page)
  const attributes = await toggleSection(page, 'Attributes')
  await addAttribute(page, 1, 'k', `${'é'.repeat(16_369)}xx`)
  await expect(attributes.getByText(/32,769 of 32,768 bytes .* — 1 byte too many/)).toBeVisible()
  await create(page)
  await expectComplaint(
    page,
    'Attributes',
    'With those inherited, the attributes take 32,769 bytes; 32,768 fit. Shorten or remove some.',
  )
  expect(connect.tasks).toHaveLength(0)

  await attributeRow(page, 1).getByLabel('Value', { exact: true }).fill('é'.repeat(16_369))
  await attributeRow(page, 1).getByLabel('Value', { exact: true }).pressSequentially('x')
  await expect(attributes.getByText('32,768 of 32,768 bytes (32,740 added + 28 inherited)')).toBeVisible()
  await createAndSee(page)
  expect(connect.tasks[0]?.attributes).toEqual({ k: `${'é'.repeat(16_369)}x` })

  await test.step('attributes that are too large only with the inherited ones fit without a link', async () => {
    await page.getByRole('button', { name: 'Create another task' }).click()
    await fillTask(page, 'Send the invoice')
    await toggleSection(page, 'Attributes')
    await addAttribute(page, 1, 'k', 'x'.repeat(32_767))
    await create(page)
    await expectComplaint(page, 'Attributes', /the attributes take 32,796 bytes/)
    const link = await toggleSection(page, 'Link')
    await link.getByRole('radio', { name: 'Not linked' }).check()
    await createAndSee(page)
    expect(connect.tasks[1]?.attributes).toEqual({ k: 'x'.repeat(32_767) })
  })
})

test('a pasted block of a spreadsheet fills rows, and one press takes it back', async ({
  page,
  context,
  open,
  connect,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { paste } = handsOn(page)
  await open(call)
  await fillTask(page)
  const attributes = await toggleSection(page, 'Attributes')
  await addAttribute(page, 1, 'reason', 'unknown')
  await page.keyboard.press('Enter')
  await paste('reason\tRefund\nnote\t"Call back.\nAfter ""five""."\norderId\t9')

  await expect(attributes.getByText('3 rows pasted, 1 replaced')).toBeVisible()
  await expect(attributeRow(page, 2).getByLabel('Value', { exact: true })).toHaveValue(
    'Call back.\nAfter "five".',
  )
  await expect(attributeRow(page, 3).getByLabel('Value', { exact: true })).toBeFocused()
  await attributes.getByRole('button', { name: 'Undo' }).click()
  await expect(attributeRow(page, 1).getByLabel('Value', { exact: true })).toHaveValue('unknown')
  await expect(attributeRow(page, 3)).toHaveCount(0)

  await attributeRow(page, 2).getByLabel('Key', { exact: true }).focus()
  await paste('{"note":"Call back.\\nAfter five.","price":12345678901234567890}')
  await attributes.getByRole('button', { name: 'Copy as text' }).click()
  await expect(attributes.getByText('5 attributes copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'reason\tunknown\nnote\t"Call back.\nAfter five."\nprice\t12345678901234567890\norderId\t48213\ncustomerTier\tGold',
  )
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({
    Attributes: { note: 'Call back.\nAfter five.', reason: 'unknown' },
  })
})

test('near the limit the largest rows are named, and a press leads to them', async ({ page, open }) => {
  await open(call)
  const attributes = await toggleSection(page, 'Attributes')
  await addAttribute(page, 1, 'note', 'x'.repeat(20_000))
  await addAttribute(page, 2, 'history', 'x'.repeat(6_700))
  await expect(attributes.getByText('bytes left')).toBeVisible()
  await expect(section(page, 'Attributes').locator('summary').first()).toContainText('81% full')

  await attributes.getByRole('button', { name: 'history 6,707 bytes' }).click()

  await expect(attributeRow(page, 2).getByLabel('Value', { exact: true })).toBeFocused()
  await attributes.getByRole('button', { name: 'customerTier 16 bytes' }).click()
  await expect(attributes.getByRole('button', { name: 'Override customerTier' })).toBeFocused()
})

test('illegal, repeated and missing keys are errors at their field', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await toggleSection(page, 'Attributes')
  await addAttribute(page, 1, 'bad key!', '1')
  await addAttribute(page, 2, 'twice', '2')
  await addAttribute(page, 3, 'twice', '3')
  await addAttribute(page, 4, '', '4')
  await create(page)

  await expect(errorSummary(page).getByRole('listitem')).toHaveCount(3)
  await expectComplaint(
    page,
    'Attribute 1, Key',
    'Use only the letters A to Z, digits, “-” and “_” in a key.',
  )
  await expectComplaint(
    page,
    'Attribute 3, Key',
    'Another attribute has this key. Change one of the two keys.',
  )
  await expectComplaint(page, 'Attribute 4, Key', 'Give the attribute a key, or remove it.')
  await expect(attributeRow(page, 1).getByLabel('Key', { exact: true })).toHaveAccessibleDescription(
    /Use only the letters/,
  )
  await attributeRow(page, 1).getByRole('button', { name: 'Use bad_key' }).press('Enter')
  await expect(attributeRow(page, 1).getByLabel('Key', { exact: true })).toHaveValue('bad_key')
  await expect(attributeRow(page, 1).getByLabel('Key', { exact: true })).toBeFocused()
  await expect(errorSummary(page).getByRole('listitem')).toHaveCount(2)
  expect(connect.tasks).toHaveLength(0)
})

test('removing an attribute keeps the other values and moves the focus nearby', async ({ page, open }) => {
  await open(call)
  await toggleSection(page, 'Attributes')
  await addAttribute(page, 1, 'one', '1')
  await addAttribute(page, 2, 'two', '2')
  await page.getByRole('button', { name: 'Remove attribute 1, one' }).click()

  await expect(page.getByRole('button', { name: 'Remove attribute 1, two' })).toBeFocused()
  await expect(attributeRow(page, 1).getByLabel('Value', { exact: true })).toHaveValue('2')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Add attribute' })).toBeFocused()
})
