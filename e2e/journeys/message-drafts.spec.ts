import { expect } from '@playwright/test'
import {
  acceptedHeading,
  consent,
  messagesPolicy,
  noonInAmerica,
  sendButton,
  sentMessages,
  textField,
  toField,
  turnToMessage,
} from '../support/messages.ts'
import { failureNotice, nameField } from '../support/panel.ts'
import { call, test } from '../support/product.ts'

test.use({ policyFile: messagesPolicy, clocksAt: noonInAmerica })

const customer = { ...call, displayName: '+12065550161' }

test('a task and a message of one contact wait beside each other, and consent does not outlive the page', async ({
  page,
  open,
}) => {
  await open(customer)
  await nameField(page).fill('Call back about the refund')
  await turnToMessage(page)
  await textField(page).fill('Your refund has been approved.')
  await consent(page).check()
  await page.getByText('1 other unfinished draft').click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Call back about the refund' })).toBeVisible()
  await page.getByRole('radio', { name: 'Task' }).check()
  await expect(nameField(page)).toHaveValue('Call back about the refund')
  await page.getByRole('button', { name: /^Show the message draft for the call/ }).click()
  await expect(textField(page)).toHaveValue('Your refund has been approved.')
  await page.reload()

  await expect(textField(page)).toHaveValue('Your refund has been approved.')
  await expect(toField(page)).toHaveValue('+1 206 555 0161')
  await expect(consent(page)).not.toBeChecked()
})

test('after a reload the panel asks about a message that may have been sent, and it is sent once', async ({
  page,
  open,
  connect,
}) => {
  await open({ ...call, displayName: '+12065550162' })
  await turnToMessage(page)
  await textField(page).fill('Your refund has been approved.')
  await consent(page).check()
  await page.route('**/api/v1/messages', (route) => route.abort())
  await sendButton(page).click()
  await expect(failureNotice(page)).toContainText('The message may have been sent')
  await page.unroute('**/api/v1/messages')
  await page.reload()
  await expect(failureNotice(page)).toContainText('The message may have been sent')
  await sendButton(page).click()

  await expect(acceptedHeading(page)).toBeVisible()
  expect(sentMessages(connect)).toHaveLength(1)
})
