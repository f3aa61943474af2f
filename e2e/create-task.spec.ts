import { expect } from '@playwright/test'
import { call, chat, sentTask, test } from './product.ts'

test('an agent on a call creates a related task for a flow', async ({ page, open, connect }) => {
  const ccp = await open(call)
  const [contactId] = await ccp.frame.evaluate(() => window.ccp.contactIds())

  await page.getByLabel('What needs to be done?').fill('Call back about the refund')
  await page.getByLabel('Description').fill('She wants to know when the money arrives.')
  await page.getByLabel('Who should do it?').selectOption('Callback requests')
  await page.getByRole('button', { name: 'Create task for the call with +12065550142' }).click()

  await expect(page.getByRole('heading', { name: 'Task created' })).toBeFocused()
  await expect(page.getByText(connect.tasks[0]?.contactId ?? 'no task')).toBeVisible()
  expect(sentTask(connect)).toEqual({
    InstanceId: expect.any(String),
    ClientToken: expect.stringMatching(/^[0-9a-f]{64}$/),
    Name: 'Call back about the refund',
    Description: 'She wants to know when the money arrives.',
    ContactFlowId: expect.any(String),
    RelatedContactId: contactId,
    SegmentAttributes: { 'connect:CreatedByUser': { ValueString: expect.stringContaining('/agent/') } },
  })
})
