import { expect, type Page, type Route } from '@playwright/test'
import { demoFlows } from '../../src/simulators/connect/demo-seed.ts'
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
} from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'
import { expectSoundEverywhere } from '../support/soundness.ts'

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
        note: {},
        source: { default: 'phone', isLocked: true },
        desk: { default: 'refunds', isHidden: true },
        customerTier: { isHidden: true },
      },
    },
  },
}

test.use({ policyFile: { policies: [refundDesk] } })

/** Keeps the proxy's word on what this agent may do from the panel until it is let come. */
async function holdRules(page: Page, proxyOrigin: string): Promise<() => Promise<void>> {
  const rules = `${proxyOrigin}/api/v1/me`
  const held: Route[] = []
  await page.route(rules, (route) => void held.push(route))
  return async () => {
    await expect.poll(() => held.length).toBeGreaterThan(0)
    await Promise.all(held.map((route) => route.continue()))
    await page.unroute(rules)
  }
}

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
  await expect(attributeRow(page, 3).getByLabel('Value')).toHaveValue('phone')
  await expect(attributeRow(page, 3).getByLabel('Value')).toHaveAttribute('readonly')
  await expect(attributeRow(page, 4)).toHaveCount(0)
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

  await expect(errorSummary(page)).toContainText('Your organisation asks for a contact with each task.')
  expect(connect.tasks).toEqual([])
  await expect(createdHeading(page)).toHaveCount(0)
})

test('an agent who is in a field already when the rules come stays there', async ({
  page,
  open,
  product,
}) => {
  const letRulesCome = await holdRules(page, product.proxy.origin)
  await open(call)
  await nameField(page).click()

  await letRulesCome()
  await expect(section(page, 'Attributes')).toContainText('1 to fill in · 1 own')
  await page.keyboard.type('Call back')

  await expect(nameField(page)).toHaveValue('Call back')
})

test('an agent sees before sending that something is asked for, and where a web address may lead', async ({
  page,
  open,
}) => {
  await open(call)
  await expect(section(page, 'Attributes')).toContainText('1 to fill in')

  await toggleSection(page, 'Attributes')
  await attributeRow(page, 1)
    .getByLabel(/^Value/)
    .fill('late parcel')
  await expect(section(page, 'Attributes')).not.toContainText('to fill in')

  await toggleSection(page, 'References')
  await page.getByRole('button', { name: 'Add reference' }).click()
  await expect(referenceRow(page, 1).getByLabel('Value', { exact: true })).toHaveAccessibleDescription(
    'https://… only at *.example.com',
  )
})

test('the bytes of what is hidden are counted, and told from those the agent sees', async ({
  page,
  open,
}) => {
  await open(call)
  const attributes = await toggleSection(page, 'Attributes')

  await expect(attributes).toContainText('1 inherited from this call, 12 bytes')
  await expect(attributes).toContainText('28 inherited, 16 of them not shown')
})

test('an asked-for attribute that a contact has is not struck out before the agent fills in their own', async ({
  page,
  open,
}) => {
  await open({ ...call, attributes: { note: 'knows us' } })
  const attributes = await toggleSection(page, 'Attributes')
  await attributes.getByText(/inherited from this/).click()
  await expect(attributes).toContainText('knows us')
  await expect(attributes).not.toContainText('replaced by yours')

  await attributeRow(page, 2)
    .getByLabel(/^Value/)
    .fill('new')
  await expect(attributes).toContainText('replaced by yours')
})

test('an agent who presses before the panel knows what they may do is told that nothing was sent', async ({
  page,
  open,
  product,
  connect,
}) => {
  const letRulesCome = await holdRules(page, product.proxy.origin)
  await open(call)
  await nameField(page).fill('Call back')

  await nameField(page).press('Enter')

  await expect(page.getByRole('status').getByText(/^Nothing was sent/)).toBeVisible()
  expect(connect.tasks).toEqual([])
  await letRulesCome()
  await expect(page.getByText(/^Nothing was sent/)).toHaveCount(0)
})

test('a form under a policy is sound, with what it asks for, refuses and keeps from view', async ({
  page,
  open,
}) => {
  await open(call)
  await fillTask(page)
  await toggleSection(page, 'Link')
  await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Web address', name: 'Order', value: 'https://elsewhere.test' })
  const attributes = await toggleSection(page, 'Attributes')
  await attributes.getByText(/inherited from this/).click()
  await expectSoundEverywhere(page)

  await create(page)
  await expect(errorSummary(page)).toBeVisible()
  await expectSoundEverywhere(page)
})

test('an agent who asks again for what they may do, by keyboard, goes on at the head of the panel', async ({
  page,
  open,
  product,
}) => {
  const rules = `${product.proxy.origin}/api/v1/me`
  await page.route(rules, (route) => route.abort())
  await open(call)
  await page.unroute(rules)
  const retry = page.getByRole('button', { name: 'Try again' })
  await retry.focus()
  await page.keyboard.press('Enter')

  await expect(retry).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'New task' })).toBeFocused()
  await expect(section(page, 'Attributes')).toContainText('1 to fill in')
})
