import { expect } from '@playwright/test'
import {
  create,
  createAndSee,
  createdHeading,
  errorSummary,
  expectComplaint,
  expectRelatedTo,
  fillTask,
  linkedContact,
  nameField,
  section,
  toggleSection,
} from '../support/panel.ts'
import { call, chat, email, sentTask, sentTasks, test } from '../support/product.ts'

test('the panel explains what each link does with attributes, and how many of the twelve tasks continue the call', async ({
  page,
  open,
}) => {
  await open(call)
  await expectRelatedTo(page, 'call', '+12065550142')
  await fillTask(page)
  const link = await toggleSection(page, 'Link')

  await expect(link.getByRole('radio', { name: 'Related' })).toBeChecked()
  await expect(link.getByRole('radio', { name: 'Related' })).toHaveAccessibleDescription(
    'For separate work. The task shows this call and gets a copy of its attributes.',
  )
  const previous = link.getByRole('radio', { name: 'Continues this call' })
  await expect(previous).toHaveAccessibleDescription(
    /Call and task share their attributes: a change to one changes the other\. At most 12 tasks\./,
  )
  await expect(previous).toHaveAccessibleDescription(/0 of 12 used\.$/)
  await previous.check()
  await createAndSee(page)
  await page.getByRole('button', { name: 'Create another task' }).click()
  await toggleSection(page, 'Link')
  await expect(previous).toHaveAccessibleDescription(/1 of 12 used\.$/)
})

test('an email can only be linked as related', async ({ page, open, connect }) => {
  const { contactIds } = await open(email)
  await fillTask(page)
  const link = await toggleSection(page, 'Link')
  await expect(link.getByRole('radio', { name: /^Continues this/ })).toBeDisabled()
  await expect(link.getByRole('radio', { name: /^Continues this/ })).toHaveAccessibleDescription(
    'Email contacts cannot be continued.',
  )
  await page.getByRole('button', { name: 'Create task', exact: true }).click()

  await expect(page.getByText('Related to the email “Where is my parcel?”')).toBeVisible()
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactIds[0] })
})

test('a link that the new contact does not allow is an error', async ({ page, open, connect }) => {
  const ccp = await open(call)
  await fillTask(page)
  const link = await toggleSection(page, 'Link')
  await link.getByRole('radio', { name: /^Continues this/ }).check()
  await ccp.addContact(email)
  await page.getByRole('button', { name: 'Move this task to it' }).click()
  await create(page)

  await expectComplaint(page, 'Link', 'An email cannot be continued. Choose “Related” instead.')
  expect(connect.tasks).toHaveLength(0)
  await link.getByRole('radio', { name: 'Related' }).check()
  await createAndSee(page)
})

test('without a contact the task has no link, and the panel says so', async ({ page, open, connect }) => {
  await open()
  await expect(linkedContact(page)).toContainText('You have no contact now.')
  await fillTask(page)
  await expect(section(page, 'Link')).toContainText('Not linked')
  await createAndSee(page)

  expect(sentTask(connect)).not.toHaveProperty('RelatedContactId')
  expect(sentTask(connect)).not.toHaveProperty('PreviousContactId')
})

test('an empty draft follows the agent from contact to contact, and a begun one stays until the agent moves it', async ({
  page,
  open,
  connect,
}) => {
  const ccp = await open(call, chat)
  const [callId = '', chatId = ''] = ccp.contactIds
  await expectRelatedTo(page, 'chat', 'Jonas Weber')
  await ccp.frame.evaluate((id) => window.ccp.select(id), callId)
  await expectRelatedTo(page, 'call', '+12065550142')

  await fillTask(page)
  await ccp.frame.evaluate((id) => window.ccp.select(id), chatId)
  const move = page.getByRole('button', { name: 'Move this task to it' })
  await expect(move).toHaveAccessibleDescription(
    'Now open: the chat with Jonas Weber. This task stays with the call.',
  )
  await expectRelatedTo(page, 'call', '+12065550142')
  await move.click()
  await expectRelatedTo(page, 'chat', 'Jonas Weber')
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: chatId })
})

test('a draft that is not moved is linked to the contact on which it was begun', async ({
  page,
  open,
  connect,
}) => {
  const ccp = await open(call)
  await fillTask(page)
  await ccp.addContact(chat)
  await createAndSee(page)

  expect(sentTask(connect)).toMatchObject({ RelatedContactId: ccp.contactIds[0] })
})

test('a contact that ends and closes while the agent types keeps its draft', async ({
  page,
  open,
  connect,
}) => {
  const { frame, contactIds } = await open(call)
  const contactId = contactIds[0] ?? ''
  await fillTask(page)
  await frame.evaluate((id) => window.ccp.setState(id, 'ended'), contactId)
  await expect(linkedContact(page)).toContainText('After-contact work')
  await frame.evaluate((id) => window.ccp.remove(id), contactId)

  await expect(linkedContact(page)).toContainText('Closed')
  await expect(nameField(page)).toHaveValue('Call back about the refund')
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactId })
})

test('with two contacts and none in view the agent must choose one, or that the task is about none', async ({
  page,
  open,
  connect,
}) => {
  const { contactIds, showNone } = await open(call, chat)
  await showNone()
  await expect(linkedContact(page)).toContainText('Choose the contact this task is about.')
  await fillTask(page)
  await create(page)
  await expect(errorSummary(page)).toContainText(
    'Contact: Choose the contact this task is about, or “No contact”.',
  )
  expect(connect.received.map(({ operation }) => operation)).not.toContain('StartTaskContact')

  await errorSummary(page).getByRole('button', { name: 'Contact' }).click()
  const chooser = page.getByRole('combobox', { name: 'Contact', exact: true })
  await expect(chooser).toBeFocused()
  await expect(chooser).toHaveAccessibleDescription(/Choose the contact/)
  await chooser.click()
  await page.getByRole('option', { name: /^Call with/ }).click()
  await expect(errorSummary(page)).toHaveCount(0)
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactIds[0] })

  await page.getByRole('button', { name: 'Create another task' }).click()
  await chooser.click()
  await page.getByRole('option', { name: 'No contact' }).click()
  await expect(linkedContact(page)).toContainText('This task is not linked to a contact.')
  await fillTask(page, 'Send the newsletter')
  await page.getByRole('button', { name: 'Create task', exact: true }).click()
  await expect(createdHeading(page)).toBeVisible()
  expect(sentTasks(connect).at(-1)).not.toHaveProperty('RelatedContactId')
})
