import { expect, type Page } from '@playwright/test'
import {
  createdHeading,
  destinationField,
  fillTask,
  nameField,
  section,
  toggleSection,
} from '../support/panel.ts'
import { call, sentTasks, test } from '../support/product.ts'

const summary = (page: Page, title: 'When' | 'Link' | 'References' | 'Attributes') =>
  section(page, title).locator('summary').first()

test('Ctrl+Enter creates the task from a field, a list, a text box, a row and a summary', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  const places = [
    async () => nameField(page),
    async () => destinationField(page),
    async () => page.getByLabel('Description'),
    async () => summary(page, 'Link'),
    async () => {
      const references = await toggleSection(page, 'References')
      await references.getByRole('button', { name: 'Add reference' }).click()
      await references.getByRole('textbox', { name: 'Name' }).fill('Order')
      await references.getByRole('textbox', { name: 'Value' }).fill('https://shop.example/48213')
      return references.getByRole('combobox', { name: 'Type' })
    },
  ]
  for (const place of places) {
    await fillTask(page)
    await (await place()).press('Control+Enter')
    await expect(createdHeading(page)).toBeVisible()
    await page.getByRole('button', { name: 'Create another task' }).click()
  }

  expect(sentTasks(connect)).toHaveLength(places.length)
})

test('Esc closes a section, keeps what is in it, and moves the focus to its summary', async ({
  page,
  open,
}) => {
  await open(call)
  const references = await toggleSection(page, 'References')
  await references.getByRole('button', { name: 'Add reference' }).click()
  const name = references.getByRole('textbox', { name: 'Name' })
  await name.fill('Order')
  await name.press('Escape')
  await expect(name).toBeHidden()
  await expect(summary(page, 'References')).toBeFocused()

  await summary(page, 'References').press('Enter')
  await expect(name).toHaveValue('Order')
})
