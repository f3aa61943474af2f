import { expect } from '@playwright/test'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import {
  createAndSee,
  destinationField,
  expectDestination,
  expectNothingLeaked,
  fillTask,
  linkedContact,
  nameField,
  whenChip,
} from '../support/panel.ts'
import { call, ccpOf, chat, sentTask, test } from '../support/product.ts'
import { expectSoundEverywhere } from '../support/soundness.ts'

const refund = {
  name: 'Refund of the order',
  task: {
    name: 'Refund for {customer}',
    description: 'Order {attribute:orderId}, after the {channel}',
    destination: { type: 'flow', flowId: demoFlows.callbackRequests.flowId },
    start: { inDays: 1, at: '09:00' },
    references: [{ name: 'Order', type: 'URL', value: 'https://shop.example.com/{attribute:orderId}' }],
    attributes: [{ key: 'reason', value: 'refund' }],
  },
}

test.use({ policyFile: { policies: [{ name: 'Every agent', presets: [refund] }] } })
// In one worker, so that only one product is started for them.
test.describe.configure({ mode: 'default' })

test('an agent begins with a preset of the policy, by keyboard, keeps what was typed, and can take it back', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  const name = nameField(page)
  const description = page.getByLabel('Description')
  await name.fill('My own name')
  const presets = page.getByText('Presets', { exact: true })
  await expect(presets).toBeVisible()
  await name.press('Shift+Tab')
  const openMenu = async () => {
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('button', { name: refund.name, exact: true })).toBeFocused()
    // The attributes of the contact have been read.
    await expect(page.getByRole('button', { name: refund.name, exact: true })).toBeEnabled()
  }
  await openMenu()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: refund.name, exact: true })).toBeHidden()
  await expect(name).toHaveValue('My own name')

  // Enter in the menu creates nothing, and asks before it replaces what was typed.
  await openMenu()
  await page.keyboard.press('Enter')
  await expect(
    page.getByText('“Refund of the order” would replace what you filled in: what needs to be done.'),
  ).toBeVisible()
  await expectSoundEverywhere(page)
  // The question hides none of the fields that it is about.
  for (const field of [name, description, destinationField(page)]) await field.click({ trial: true })
  await page.keyboard.press('Enter')
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('My own name')
  await expect(description).toHaveValue('Order 48213, after the call')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(description).toHaveValue('')
  await expect(name).toHaveValue('My own name')

  await name.fill('')
  await name.press('Shift+Tab')
  await openMenu()
  await page.keyboard.press('Enter')
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('Refund for +12065550142')
  await expectDestination(page, 'Callback requests')
  await expect(whenChip(page, /^Tomorrow/)).toBeChecked()
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await expect(undo).toBeVisible()
  // From now on an undo of the preset would also remove this letter.
  await page.keyboard.press('End')
  await page.keyboard.press('!')
  await expect(undo).toBeHidden()
  expect(connect.tasks).toHaveLength(0)
  await createAndSee(page)

  expect(sentTask(connect)).toMatchObject({
    Name: 'Refund for +12065550142!',
    Description: 'Order 48213, after the call',
    ContactFlowId: demoFlows.callbackRequests.flowId,
    References: { Order: { Type: 'URL', Value: 'https://shop.example.com/48213' } },
    Attributes: { reason: 'refund' },
  })
  await expectNothingLeaked(page)
})

test('an agent saves the form as a preset, uses it for another contact after a reload, and deletes it', async ({
  page,
  open,
}) => {
  await open(call)
  await fillTask(page, 'Ask about {the} parcel')
  const menu = page.getByRole('group', { name: 'Presets' })
  const title = menu.getByText('Presets', { exact: true })
  await title.click()
  await menu.getByRole('button', { name: 'Save this as a preset…' }).click()
  await expect(menu.getByText(/^Kept in this browser only/)).toBeVisible()
  await menu.getByLabel('Name of the preset').fill('Parcel')
  await page.keyboard.press('Enter')
  await expect(menu.getByText('Saved in this browser.')).toBeVisible()
  await expectSoundEverywhere(page)

  await title.press('Escape')
  await createAndSee(page)
  await page.reload()
  const ccp = await ccpOf(page)
  await ccp.addContact(chat)
  await expect(linkedContact(page)).toContainText('Jonas Weber')
  await expect(nameField(page)).toHaveValue('')
  await title.click()
  await menu.getByRole('button', { name: 'Parcel', exact: true }).click()
  await expect(nameField(page)).toHaveValue('Ask about {the} parcel')
  await expectDestination(page, 'Callback requests')

  await title.click()
  await menu.getByRole('button', { name: 'Delete Parcel' }).click()
  await expect(menu.getByRole('button', { name: 'Parcel', exact: true })).toHaveCount(0)
  await menu.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await menu.getByRole('button', { name: 'Delete Parcel' }).click()
  await expect(menu.getByText('Parcel deleted.')).toBeVisible()
})
