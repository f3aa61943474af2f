import { expect } from '@playwright/test'
import { createAndSee, fillTask, referenceRow, toggleSection } from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'

test.use({ hasBucket: false })

test('without a bucket, the panel offers no files, says why, and creates tasks as before', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await fillTask(page)
  const references = await toggleSection(page, 'References')
  const button = references.getByRole('button', { name: 'Add files' })

  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription(
    'Files cannot be added: your organisation has not set up a file store.',
  )
  await expect(referenceRow(page, 1).getByRole('option', { name: 'File (not available)' })).toBeDisabled()
  await createAndSee(page)
  expect(sentTask(connect)).not.toHaveProperty('Attachments')
})
