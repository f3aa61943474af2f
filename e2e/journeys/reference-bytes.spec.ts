import { expect, type Page } from '@playwright/test'
import {
  addReference,
  create,
  createAndSee,
  errorSummary,
  expectComplaint,
  fillTask,
  referenceRow,
  section,
  toggleSection,
} from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'

const valueOf = (page: Page, position: number) =>
  referenceRow(page, position).getByLabel('Value', { exact: true })

test('the counter counts bytes while the agent types', async ({ page, open }) => {
  await open(call)
  const references = await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Text', name: 'n', value: 'é' })
  await expect(references.getByText('3 of 4,096 bytes').first()).toBeVisible()
  await valueOf(page, 1).pressSequentially('👍')
  await expect(references.getByText('7 of 4,096 bytes').first()).toBeVisible()
})

test('references fill 4,096 bytes exactly', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  const references = await toggleSection(page, 'References')
  const value = `${'é'.repeat(1_000)}${'👍'.repeat(500)}${'x'.repeat(95)}`
  await addReference(page, 1, { type: 'Text', name: 'n', value })
  await expect(references.getByText('4,096 of 4,096 bytes').first()).toBeVisible()
  await createAndSee(page)

  expect(sentTask(connect)).toMatchObject({ References: { n: { Type: 'STRING', Value: value } } })
})

test('one byte too many in the references is an error with the sizes', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Text', name: 'n', value: `${'é'.repeat(2_047)}x` })
  await valueOf(page, 1).pressSequentially('x')
  await expect(section(page, 'References').getByText('4,097 of 4,096 bytes — 1 byte too many')).toBeVisible()
  await create(page)

  await expectComplaint(
    page,
    'References',
    'The references take 4,097 bytes; 4,096 fit. Shorten or remove some.',
  )
  expect(connect.tasks).toHaveLength(0)
  await valueOf(page, 1).fill('é'.repeat(2_047))
  await expect(errorSummary(page)).toHaveCount(0)
})
