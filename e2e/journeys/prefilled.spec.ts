import { expect } from '@playwright/test'
import { exampleContact } from '../../src/simulators/example-contact.ts'
import { ana } from '../../src/simulators/instance/instance.ts'
import {
  attributeRow,
  create,
  createAndSee,
  createdHeading,
  destinationField,
  errorSummary,
  fillTask,
  nameField,
  referenceRow,
  section,
  toggleSection,
} from '../support/panel.ts'
import { chat, email, sentTask } from '../support/product.ts'
import { refund, refundFlow, test } from '../support/host-page.ts'

const value = (row: ReturnType<typeof attributeRow>) => row.getByLabel('Value')

test('the page presets fields, and the task has the values of the page and the agent', async ({
  hostPage: { panel, open },
  connect,
}) => {
  const contactId = await open(chat, refund)
  await expect(nameField(panel)).toHaveValue('Approve the refund')
  await expect(destinationField(panel)).toHaveValue('Refund approvals')
  await nameField(panel).fill('Approve her refund')
  await toggleSection(panel, 'Attributes')
  await value(attributeRow(panel, 1)).fill('broken')
  await createAndSee(panel)

  expect(sentTask(connect)).toMatchObject({
    Name: 'Approve her refund',
    Description: 'She sent it back in May.',
    ContactFlowId: refundFlow.flowId,
    RelatedContactId: contactId,
    References: { Order: { Type: 'URL', Value: 'https://shop.example/48213' } },
    Attributes: { reason: 'broken', source: 'refund-desk' },
  })
})

test('a locked field can be read and focused, but not changed, and says why', async ({
  page,
  hostPage: { panel, open },
}) => {
  await open(chat, { ...refund, name: { default: 'Approve the refund', isLocked: true } })
  await expect(nameField(panel)).toHaveAccessibleDescription('Set by your organisation.')
  await nameField(panel).focus()
  await page.keyboard.type('Something else')
  await expect(nameField(panel)).toHaveValue('Approve the refund')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(destinationField(panel)).toBeFocused()
  await expect(destinationField(panel)).not.toBeEditable()
  await expect(destinationField(panel)).toHaveAccessibleDescription('Flow Set by your organisation.')

  const link = await toggleSection(panel, 'Link')
  await expect(link.getByRole('radio')).toHaveCount(1)
  await link.getByRole('radio', { name: 'Related' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(link.getByRole('radio', { name: 'Related' })).toBeChecked()
  await expect(link.getByText('Set by your organisation.')).toBeVisible()
  const references = await toggleSection(panel, 'References')
  await expect(value(referenceRow(panel, 1))).toHaveAccessibleDescription('Set by your organisation.')
  await expect(references.getByText('Set by your organisation.')).toHaveCount(1)
  await expect(references.getByRole('button', { name: /Remove/ })).toHaveCount(0)
})

test('a preset row without a value explains once that the agent fills it in', async ({
  hostPage: { panel, open },
}) => {
  await open(chat, refund)
  const attributes = await toggleSection(panel, 'Attributes')

  const row = attributeRow(panel, 1)
  await expect(row.getByLabel('Key')).toHaveValue('reason')
  await expect(row.getByLabel('Key')).toHaveAccessibleDescription('Your organisation asks for this.')
  await expect(row.getByLabel('Value (required)')).toBeEditable()
  await expect(row.getByLabel('Value (required)')).toHaveAccessibleDescription('')
  await expect(attributes.getByText('Your organisation asks for this.')).toHaveCount(1)
})

test('hidden attributes are sent and counted as bytes, but not shown', async ({
  hostPage: { panel, open },
  connect,
}) => {
  await open(chat, {
    attributes: { byKey: { source: { default: 'x'.repeat(30_000), isHidden: true } } },
  })
  await fillTask(panel)
  const attributes = await toggleSection(panel, 'Attributes')
  await expect(attributes.getByRole('meter')).toHaveAccessibleName('Attribute size')
  await expect(attributes).toContainText('30,006 of 32,768 bytes')
  await expect(attributeRow(panel, 1).getByLabel('Key')).toHaveValue('')
  await expect(attributeRow(panel, 2)).toHaveCount(0)
  await expect(attributes).not.toContainText('source')
  await createAndSee(panel)

  expect(sentTask(connect)).toMatchObject({ Attributes: { source: 'x'.repeat(30_000) } })
})

test('a hidden list is sent but not shown', async ({ hostPage: { panel, open }, connect }) => {
  await open(chat, { attributes: { isHidden: true, byKey: { source: { default: 'crm' } } } })
  await expect(section(panel, 'References')).toBeVisible()
  await expect(section(panel, 'Attributes')).toHaveCount(0)
  await fillTask(panel)
  await createAndSee(panel)

  expect(sentTask(connect)).toMatchObject({ Attributes: { source: 'crm' } })
})

test('a missing required row is an error with its name and a link to it', async ({
  hostPage: { panel, open },
}) => {
  await open(chat, {
    description: { isRequired: true },
    references: { byName: { Order: { type: 'URL', isRequired: true } } },
    attributes: { byKey: { reason: { isRequired: true } } },
  })
  await fillTask(panel)
  await create(panel)
  const asked = errorSummary(panel).getByRole('listitem')
  await expect(asked).toHaveText([
    'Description',
    'Reference “Order”: Your organisation asks for this. Fill it in.',
    'Attribute “reason”: Your organisation asks for this. Fill it in.',
  ])

  await errorSummary(panel).getByRole('button', { name: 'Reference “Order”' }).press('Enter')
  await expect(value(referenceRow(panel, 1))).toBeFocused()
  await errorSummary(panel).getByRole('button', { name: 'Attribute “reason”' }).press('Enter')
  await expect(value(attributeRow(panel, 1))).toBeFocused()
})

test('an email is linked as related if the page locks the link to “previous”', async ({
  hostPage: { panel, open },
  connect,
}) => {
  const contactId = await open(email, { link: { default: 'previous', isLocked: true } })
  const link = await toggleSection(panel, 'Link')
  await expect(link.getByRole('radio')).toHaveCount(1)
  await expect(link.getByRole('radio', { name: 'Related' })).toBeChecked()
  await expect(link).toContainText('Related to this email')
  await fillTask(panel)
  await createAndSee(panel)

  expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactId })
  expect(sentTask(connect)).not.toHaveProperty('PreviousContactId')
})

test('an email is not linked if the page allows only “previous”', async ({
  hostPage: { panel, open },
  connect,
}) => {
  await open(email, { link: { types: ['previous'], isLocked: true } })
  const link = await toggleSection(panel, 'Link')
  await expect(link.getByRole('radio')).toHaveCount(1)
  await expect(link.getByRole('radio', { name: 'Not linked' })).toBeChecked()
  await expect(link).toContainText('Not linked')
  await fillTask(panel)
  await createAndSee(panel)

  expect(sentTask(connect)).not.toHaveProperty('RelatedContactId')
  expect(sentTask(connect)).not.toHaveProperty('PreviousContactId')
})

test('an error about a locked field says what is wrong, and leads nowhere', async ({
  hostPage: { panel, open },
  connect,
}) => {
  await open(chat, { ...refund, attributes: {} })
  // Simulated by a failure: if the flow were deleted, later tests would miss it, because the proxy caches the list.
  connect.failNext('StartTaskContact', { kind: 'error', status: 404, type: 'ResourceNotFoundException' })
  await create(panel)

  const complaint = errorSummary(panel).getByRole('listitem')
  await expect(complaint).toHaveText(
    'Who should do it? The chosen destination is no longer available. Tell your administrator.',
  )
  await expect(complaint.getByRole('button')).toHaveCount(0)
  await expect(destinationField(panel)).not.toBeFocused()
})

test('an error about an empty list links to its add button', async ({ hostPage: { panel, open } }) => {
  const hidden = { default: 'x'.repeat(20_000), isHidden: true } as const
  await open(
    { ...chat, attributes: { history: 'y'.repeat(20_000) } },
    { attributes: { byKey: { source: hidden } } },
  )
  await expect(section(panel, 'Attributes')).toContainText('1 inherited')
  await fillTask(panel)
  await create(panel)
  await errorSummary(panel).getByRole('button', { name: 'Attributes' }).press('Enter')

  await expect(panel.getByRole('button', { name: 'Add attribute' })).toBeFocused()
})

test.describe('on the page that mounts the panel itself', () => {
  test('the case presets fields, and the agent fills in the rest', async ({ page, product, connect }) => {
    connect.setContacts(ana.userId, [exampleContact])
    await page.goto(`${product.farSide.examples.origin}/prefilled/`)
    // Wait for the panel: until then the page's script has no listener for the button.
    await expect(nameField(page)).toBeVisible()
    await page.getByRole('button', { name: 'Open the refund' }).click()
    await expect(nameField(page)).toHaveValue('Approve the refund for order 48213')
    await create(page)
    await expect(errorSummary(page)).toContainText('Attribute “reason”')
    await page.getByLabel('Description').fill('She sent it back in May.')
    await errorSummary(page).getByRole('button', { name: 'Attribute “reason”' }).click()
    await page.keyboard.type('broken')
    // The agent opens another case; this draft was begun on the first.
    await page.getByLabel('Order', { exact: true }).fill('50977')
    await page.getByRole('button', { name: 'Open the refund' }).click()
    await expect(nameField(page)).toHaveValue('Approve the refund for order 48213')
    await createAndSee(page)

    await expect(createdHeading(page)).toBeVisible()
    expect(sentTask(connect)).toMatchObject({
      Name: 'Approve the refund for order 48213',
      RelatedContactId: exampleContact.contactId,
      ContactFlowId: refundFlow.flowId,
      Attributes: { reason: 'broken', source: 'refund-desk' },
    })
  })
})
