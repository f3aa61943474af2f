import { expect, type Route } from '@playwright/test'
import { demoFlows } from '../src/simulators/connect/demo-seed.ts'
import {
  addReference,
  attributeRow,
  create,
  createAndSee,
  createdHeading,
  dayChip,
  destinationField,
  errorSummary,
  expectNothingLeaked,
  fillTask,
  nameField,
  section,
  linkedContact,
  referenceRow,
  toggleSection,
} from './panel.ts'
import { call, sentTask, test } from './product.ts'

/* What an administrator allows, as an agent meets it. */

const refundDesk = {
  name: 'Refund desk',
  flows: [demoFlows.callbackRequests.flowId, demoFlows.refundApprovals.flowId],
  quickConnects: [],
  scheduleHorizonDays: 1,
  fields: {
    link: { types: ['related'], isRequired: true },
    references: { types: ['URL', 'NUMBER'], urlHosts: ['*.example.com'] },
    attributes: {
      isLocked: true,
      byKey: {
        reason: { isRequired: true },
        source: { default: 'phone', isLocked: true },
        desk: { default: 'refunds', isHidden: true },
        customerTier: { isHidden: true },
      },
    },
  },
}

test.use({ policyFile: { policies: [refundDesk] } })

test('an agent is offered what the policy allows, and nothing else', async ({ page, open }) => {
  await open(call)
  await expect(linkedContact(page)).toContainText('+12065550142')

  await expect(destinationField(page).getByRole('option')).toHaveText([
    'Choose…',
    'Callback requests',
    'Refund approvals',
  ])

  const link = await toggleSection(page, 'Link')
  await expect(link.getByRole('radio')).toHaveCount(1)
  await expect(link.getByRole('radio', { name: 'Related' })).toBeChecked()

  await toggleSection(page, 'References')
  await page.getByRole('button', { name: 'Add reference' }).click()
  const types = referenceRow(page, 1).getByLabel('Type', { exact: true }).getByRole('option')
  await expect(types).toHaveText(['Web address', 'Number'])

  const when = await toggleSection(page, 'When')
  await when.getByRole('radio', { name: 'Later' }).check()
  await expect(dayChip(page, /./)).toHaveCount(2)
})

test('an agent fills in what the policy asks for, and sees neither what it hides nor what a contact has of it', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await fillTask(page)
  const attributes = await toggleSection(page, 'Attributes')
  await expect(attributes.getByRole('button', { name: 'Add attribute' })).toHaveCount(0)
  await expect(attributeRow(page, 2).getByLabel('Value')).toHaveValue('phone')
  await expect(attributeRow(page, 2).getByLabel('Value')).toHaveAttribute('readonly')
  await expect(attributeRow(page, 3)).toHaveCount(0)
  await attributes.getByText(/inherited from this/).click()
  await expect(attributes).toContainText('orderId')
  await expect(attributes).not.toContainText(/customerTier|Gold|refunds/)

  await create(page)
  await expect(errorSummary(page)).toContainText('Your organisation asks for this')
  await attributeRow(page, 1)
    .getByLabel(/^Value/)
    .fill('late parcel')
  await createAndSee(page)

  expect(sentTask(connect)).toMatchObject({
    Attributes: { reason: 'late parcel', source: 'phone', desk: 'refunds' },
  })
  await expectNothingLeaked(page)
})

test('a web address that leads where the policy does not is refused where it was typed, and nothing is lost', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await fillTask(page)
  await toggleSection(page, 'Attributes')
  await attributeRow(page, 1)
    .getByLabel(/^Value/)
    .fill('late parcel')
  await toggleSection(page, 'References')
  await addReference(page, 1, {
    type: 'Web address',
    name: 'Order',
    value: 'https://example.com.evil.test/1',
  })

  await create(page)

  await expect(errorSummary(page)).toContainText(
    'Your organisation allows only web addresses at *.example.com.',
  )
  const value = referenceRow(page, 1).getByLabel('Value', { exact: true })
  await expect(value).toHaveValue('https://example.com.evil.test/1')
  expect(connect.tasks).toEqual([])

  await value.fill('https://shop.example.com/1')
  await createAndSee(page)
})

test('a task about no contact is refused where the policy wants one', async ({ page, open, connect }) => {
  await open()
  await fillTask(page)
  await toggleSection(page, 'Attributes')
  await attributeRow(page, 1)
    .getByLabel(/^Value/)
    .fill('late parcel')

  await create(page)

  await expect(errorSummary(page)).toContainText('Your organisation asks for this')
  expect(connect.tasks).toEqual([])
  await expect(createdHeading(page)).toHaveCount(0)
})

test('an agent who is in a field already when the rules come stays there', async ({
  page,
  open,
  product,
}) => {
  const rules = `${product.proxy.origin}/api/v1/me`
  const held: Route[] = []
  await page.route(rules, (route) => void held.push(route))
  await open(call)
  await nameField(page).click()

  await expect.poll(() => held.length).toBeGreaterThan(0)
  await Promise.all(held.map((route) => route.continue()))
  await page.unroute(rules)
  await expect(section(page, 'Attributes')).toContainText('2 own')
  await page.keyboard.type('Call back')

  await expect(nameField(page)).toHaveValue('Call back')
})
