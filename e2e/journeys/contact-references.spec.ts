import { expect } from '@playwright/test'
import { chooseDestination, createAndSee, fillTask, nameField, toggleSection } from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'

test('a reference of the contact is added with one press, and the panel says why a file of the contact cannot be', async ({
  page,
  open,
  connect,
}) => {
  const { contactIds } = await open(call)
  const order = { name: 'Order', type: 'URL', value: 'https://shop.example/48213' } as const
  connect.setReferences(contactIds[0] ?? '', [order, { name: 'photo.png', type: 'ATTACHMENT' }])
  await fillTask(page)
  const asked = page.waitForRequest('**/references')
  await page.route('**/api/**', (route) => route.abort())
  await toggleSection(page, 'References')
  await asked
  await expect(page.getByText('The task service cannot be reached.')).toBeVisible()
  await expect(page.getByText('could not be read')).toBeHidden()
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('2 references of this call')).toBeVisible()
  await expect(page.getByRole('listitem', { name: 'photo.png' })).toContainText(
    'It cannot be copied to a task',
  )
  await page.getByRole('button', { name: 'Add Order to the task' }).click()
  await expect(page.getByRole('button', { name: 'Added: Order' })).toBeFocused()
  await createAndSee(page)

  expect(sentTask(connect)).toMatchObject({ References: { Order: { Type: 'URL', Value: order.value } } })
})

test('a reference of the contact fills the template’s field of the same name, and the panel says why others cannot be added', async ({
  page,
  open,
  connect,
}) => {
  const { contactIds } = await open(call)
  connect.setReferences(contactIds[0] ?? '', [
    { name: 'Amount', type: 'NUMBER', value: '75.50' },
    { name: 'Shop', type: 'STRING', value: 'Berlin' },
  ])
  await chooseDestination(page, 'Refund request')
  await nameField(page).fill('Refund the bicycle')
  await page.getByText('References of this call', { exact: true }).click()
  await expect(page.getByRole('listitem', { name: 'Shop' })).toContainText(
    'Only certain references are allowed',
  )
  // The values stand in one column.
  const [amount, shop] = [
    await page.getByTitle('75.50').boundingBox(),
    await page.getByTitle('Berlin').boundingBox(),
  ]
  expect(amount?.x).toBe(shop?.x)
  await page.getByRole('button', { name: 'Add Amount to the task' }).click()
  await expect(page.getByRole('button', { name: 'Added: Amount' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Amount' })).toHaveValue('75.50')
  await page.getByLabel('Reason', { exact: true }).selectOption('Too late')
  await createAndSee(page)

  expect(sentTask(connect)).toMatchObject({ References: { Amount: { Type: 'NUMBER', Value: '75.50' } } })
})
