import { expect } from '@playwright/test'
import {
  attributeRow,
  createAndSee,
  destinationField,
  fillTask,
  nameField,
  toggleSection,
} from '../support/panel.ts'
import { chat, sentTask } from '../support/product.ts'
import { untilStored } from '../support/stored-drafts.ts'
import { refund, test } from '../support/host-page.ts'

const value = (row: ReturnType<typeof attributeRow>) => row.getByLabel('Value')

test('a restored draft follows the current rules', async ({
  hostPage: { panel, open, openAgain },
  connect,
}) => {
  const contactId = await open(chat)
  await fillTask(panel, 'Named yesterday')
  await toggleSection(panel, 'Attributes')
  await panel.getByRole('button', { name: 'Add attribute' }).click()
  await attributeRow(panel, 1).getByLabel('Key').fill('reason')
  await value(attributeRow(panel, 1)).fill('lost')
  await untilStored(panel, 'lost')
  // The page has other rules now.
  await openAgain(contactId, { ...refund, name: { default: 'Named today', isLocked: true } })

  await expect(nameField(panel)).toHaveValue('Named today')
  await expect(destinationField(panel)).toHaveValue('Refund approvals')
  await createAndSee(panel)
  expect(sentTask(connect)).toMatchObject({
    Name: 'Named today',
    RelatedContactId: contactId,
    Attributes: { reason: 'lost', source: 'refund-desk' },
  })
})
