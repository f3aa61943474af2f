import { expect } from '@playwright/test'
import { createAndSee, fillTask, toggleSection } from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'

test('a reference of the contact is added with one press, and a file of the contact says why it is not', async ({
  page,
  open,
  connect,
}) => {
  const { contactIds } = await open(call)
  const order = { name: 'Order', type: 'URL', value: 'https://shop.example/48213' } as const
  connect.setReferences(contactIds[0] ?? '', [order, { name: 'photo.png', type: 'ATTACHMENT' }])
  await fillTask(page)
  await toggleSection(page, 'References')
  await expect(page.getByText('2 references of this call')).toBeVisible()
  await expect(page.getByRole('listitem', { name: 'photo.png' })).toContainText('It is not carried over')
  await page.getByRole('button', { name: 'Add Order to the task' }).click()
  await expect(page.getByRole('button', { name: 'Added: Order' })).toBeFocused()
  await createAndSee(page)

  expect(sentTask(connect)).toMatchObject({ References: { Order: { Type: 'URL', Value: order.value } } })
})
