import { expect, type Page, type Route } from '@playwright/test'
import { tasksPath } from '../../src/contract/tasks/task-paths.ts'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import {
  addReference,
  attributeRow,
  create,
  createAndSee,
  createdHeading,
  dayChip,
  expectComplaint,
  expectNothingLeaked,
  expectOffered,
  fillTask,
  linkedContact,
  nameField,
  referenceRow,
  section,
  toggleSection,
  pickTime,
} from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'

/* The policy of these tests. */

const refundDesk = {
  name: 'Refund desk',
  flows: [demoFlows.callbackRequests.flowId, demoFlows.refundApprovals.flowId],
  quickConnects: [],
  scheduleHorizonDays: 1,
  keepInBrowser: 'nothing',
  fields: {
    link: { types: ['related'], isRequired: true },
    references: { types: ['URL', 'NUMBER'], urlHosts: ['*.example.com'] },
    attachments: { isHidden: true },
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
// In one worker, so that only one product is started for them.
test.describe.configure({ mode: 'default' })

/** Holds back the proxy's answer with the agent's rules; resolves to a function that lets it through. */
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

test('the panel offers only what the policy allows, and says before sending what it asks for', async ({
  page,
  open,
}) => {
  await open(call)
  await expect(linkedContact(page)).toContainText('+12065550142')

  await expect(section(page, 'Attributes')).toContainText('1 to fill in')

  await expectOffered(page, ['Callback requests', 'Refund approvals'])

  const link = await toggleSection(page, 'Link')
  await expect(link.getByRole('radio')).toHaveCount(1)
  await expect(link.getByRole('radio', { name: 'Related' })).toBeChecked()

  await toggleSection(page, 'References')
  await page.getByRole('button', { name: 'Add reference' }).click()
  const types = referenceRow(page, 1).getByLabel('Type', { exact: true }).getByRole('option')
  await expect(types).toHaveText(['Web address', 'Number'])
  await expect(referenceRow(page, 1).getByLabel('Value', { exact: true })).toHaveAccessibleDescription(
    'Web addresses are allowed only at *.example.com.',
  )

  await pickTime(page)
  await expect(dayChip(page, /./)).toHaveCount(2)

  const attributes = await toggleSection(page, 'Attributes')
  await expect(attributes).toContainText('1 inherited from this call')
  await expect(attributes).toContainText('28 inherited, 16 of them not shown')
  await attributeRow(page, 1)
    .getByLabel(/^Value/)
    .fill('late parcel')
  await expect(section(page, 'Attributes')).not.toContainText('to fill in')
})

test('an agent fills in required fields, and sees neither hidden fields nor the contact’s hidden attributes', async ({
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
  await expect(attributes).toContainText('orderId')
  await expect(attributes).not.toContainText(/customerTier|Gold|refunds/)

  await create(page)
  await expectComplaint(page, 'Attribute “reason”', 'Your organisation asks for this. Fill it in.')
  // The sign and the colour of a complaint, in the line of the section.
  const missing = attributes.getByText('1 to fill in')
  expect(await missing.evaluate((words) => getComputedStyle(words, '::before').content)).toContain('⚠')
  await attributeRow(page, 1)
    .getByLabel(/^Value/)
    .fill('late parcel')
  await createAndSee(page)

  expect(sentTask(connect)).toMatchObject({
    Attributes: { reason: 'late parcel', source: 'phone', desk: 'refunds' },
  })
  await expectNothingLeaked(page)
})

test('a URL to a host that the policy does not allow is an error at its field', async ({
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

  await expectComplaint(
    page,
    'Reference “Order”',
    'Your organisation allows only web addresses at *.example.com.',
  )
  const value = referenceRow(page, 1).getByLabel('Value', { exact: true })
  await expect(value).toHaveValue('https://example.com.evil.test/1')
  expect(connect.tasks).toEqual([])

  await value.fill('https://shop.example.com/1')
  await createAndSee(page)
})

test('a task without a link is refused if the policy requires a link', async ({ page, open, connect }) => {
  await open()
  await fillTask(page)
  await toggleSection(page, 'Attributes')
  await attributeRow(page, 1)
    .getByLabel(/^Value/)
    .fill('late parcel')

  await create(page)

  await expectComplaint(page, 'Link', /^Your organisation asks for a contact with each task\./)
  expect(connect.tasks).toEqual([])
  await expect(createdHeading(page)).toHaveCount(0)
})

test('the focus stays in its field when the rules arrive', async ({ page, open, product }) => {
  const letRulesCome = await holdRules(page, product.proxy.origin)
  await open(call)
  await nameField(page).click()

  await letRulesCome()
  await expect(section(page, 'Attributes')).toContainText('1 to fill in · 1 added')
  await page.keyboard.type('Call back')

  await expect(nameField(page)).toHaveValue('Call back')
})

test('an inherited attribute that is also required is not struck out until the agent fills in their own', async ({
  page,
  open,
}) => {
  await open({ ...call, attributes: { note: 'knows us' } })
  const attributes = await toggleSection(page, 'Attributes')
  await expect(attributes).toContainText('knows us')
  await expect(attributes).not.toContainText('overridden')

  await attributeRow(page, 2)
    .getByLabel(/^Value/)
    .fill('new')
  await expect(attributes).toContainText('overridden')
})

test('submitting before the rules have arrived shows that nothing was sent', async ({
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

test('after reloading the rules by keyboard the focus is at the contact, at the top of the panel', async ({
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
  await expect(linkedContact(page).getByRole('paragraph').first()).toBeFocused()
  await expect(section(page, 'Attributes')).toContainText('1 to fill in')
})

test('if policy stores nothing in the browser, the browser asks before a page that is sending is left, and the next page asks about the task', async ({
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
  // The task is created, and its answer never comes.
  await page.route(`**${tasksPath}`, async (route) => void (await route.fetch()))
  await create(page)
  await expect.poll(() => connect.tasks.length).toBe(1)

  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => setTimeout(() => location.reload(), 0))
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  await expect(page.getByRole('button', { name: 'Creating…' })).toBeVisible()

  page.once('dialog', (dialog) => dialog.accept())
  await page.reload()
  await expect(page.getByText('This browser does not have its text.')).toContainText('may have been created')
  await expect(nameField(page)).toHaveValue('')
  expect(connect.tasks).toHaveLength(1)
})
