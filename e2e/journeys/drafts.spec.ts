import { expect, type Page } from '@playwright/test'
import {
  addAttribute,
  addReference,
  attributeRow,
  chooseDestination,
  create,
  createAndSee,
  createdHeading,
  dayChip,
  destinationField,
  destinationOption,
  expectDestination,
  expectRelatedTo,
  fillTask,
  linkedContact,
  nameField,
  referenceRow,
  pickTime,
  timeField,
  section,
  toggleSection,
  whenChip,
  whenSaid,
} from '../support/panel.ts'
import { call, chat, sentTask, sentTasks, test, turnTo } from '../support/product.ts'
import { hold } from '../support/hold.ts'
import { untilStored } from '../support/stored-drafts.ts'

const others = (page: Page, count: number) =>
  page.getByText(`${count} other unfinished draft${count === 1 ? '' : 's'}`)

test('each contact has its own draft, which comes back unchanged', async ({ page, open }) => {
  const ccp = await open(chat, call)
  const [chatId = '', callId = ''] = ccp.contactIds
  await fillTask(page, 'For the call')
  await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Number', name: 'Order', value: '48213' })
  await toggleSection(page, 'Attributes')
  await addAttribute(page, 1, 'reason', 'refund')
  await turnTo(ccp, chatId)

  await expect(linkedContact(page)).toContainText('Jonas Weber')
  await expect(nameField(page)).toHaveValue('')
  await nameField(page).fill('For the chat')
  await turnTo(ccp, callId)
  await expect(nameField(page)).toHaveValue('For the call')
  await expectDestination(page, 'Callback requests')
  await toggleSection(page, 'References')
  await expect(referenceRow(page, 1).getByLabel('Value', { exact: true })).toHaveValue('48213')
  await toggleSection(page, 'Attributes')
  await expect(attributeRow(page, 1).getByLabel('Value', { exact: true })).toHaveValue('refund')
  await turnTo(ccp, chatId)
  await expect(nameField(page)).toHaveValue('For the chat')

  await others(page, 1).click()
  await expect(page.getByRole('button', { name: 'Show the draft for the call' })).toBeVisible()
  await chooseDestination(page, 'Callback requests')
  await createAndSee(page)
  await page.getByRole('button', { name: 'Create another task' }).click()
  await expect(others(page, 1)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show the draft for the call' })).toBeHidden()
})

test('a contact that comes into view does not change the draft that the agent is typing', async ({
  page,
  open,
}) => {
  const ccp = await open(call)
  await fillTask(page, 'For the call')
  await ccp.addContact(chat)
  await expect(page.getByText(/Now open: the chat with Jonas Weber/)).toBeVisible()
  await page.keyboard.press('Home')
  await nameField(page).press('End')
  await page.keyboard.type(', at noon')

  await expect(nameField(page)).toHaveValue('For the call, at noon')
  await page.getByRole('button', { name: 'Switch to it' }).click()
  await expect(nameField(page)).toHaveValue('')
  await expectRelatedTo(page, 'chat', 'Jonas Weber')
})

test('a draft that is moved inherits the attributes of its new contact', async ({ page, open, connect }) => {
  const ccp = await open(call)
  await fillTask(page)
  const chatId = await ccp.addContact({ ...chat, attributes: { topic: 'delivery' } })
  await page.getByRole('button', { name: 'Move this task to it' }).click()
  await toggleSection(page, 'Attributes')

  await expect(section(page, 'Attributes').getByText('1 inherited from this chat')).toBeVisible()
  await expect(section(page, 'Attributes').getByText('topic')).toBeVisible()
  await expect(section(page, 'Attributes').getByText('customerTier')).toHaveCount(0)
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: chatId })
})

test('a draft whose contact has closed is in the list of other drafts, and can be discarded and brought back', async ({
  page,
  open,
  connect,
}) => {
  const ccp = await open(chat, call)
  const [chatId = '', callId = ''] = ccp.contactIds
  await fillTask(page, 'For the call')
  await turnTo(ccp, chatId)
  await ccp.frame.evaluate((id) => window.ccp.remove(id), callId)
  await others(page, 1).click()
  await expect(page.getByText('Draft for the call with +12065550142: For the call')).toBeVisible()
  await page.getByRole('button', { name: 'Discard the draft for the call with +12065550142' }).click()
  await expect(others(page, 1)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await others(page, 1).click()
  await page.getByRole('button', { name: 'Show the draft for the call with +12065550142' }).click()

  await expect(linkedContact(page)).toContainText('Closed')
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ Name: 'For the call', RelatedContactId: callId })
})

test('the draft in front can be discarded once it is begun, and comes back with its contact', async ({
  page,
  open,
}) => {
  await open(call)
  const discard = page.getByRole('button', { name: 'Discard this draft' })
  await expect(page.getByRole('button', { name: 'Create task' })).toBeVisible()
  await expect(discard).toBeDisabled()
  await nameField(page).fill('For the call')
  await expect(discard).toBeEnabled()
  await discard.press('Enter')
  await expect(nameField(page)).toHaveValue('')
  await expect(discard).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')

  await expect(nameField(page)).toHaveValue('For the call')
  await expect(linkedContact(page).getByRole('paragraph').first()).toBeFocused()
})

test('the focus stays in the panel when a pressed button disappears', async ({ page, open }) => {
  const ccp = await open(chat, call)
  const [chatId = ''] = ccp.contactIds
  const press = (name: RegExp | string) => page.getByRole('button', { name }).press('Enter')
  const card = (name: string) => linkedContact(page).getByRole('paragraph').filter({ hasText: name }).first()
  await fillTask(page, 'For the call')
  await ccp.frame.evaluate((id) => window.ccp.select(id), chatId)
  await press('Switch to it')
  await expect(card('Jonas Weber')).toBeFocused()

  await nameField(page).fill('For the chat')
  await others(page, 1).press('Enter')
  await press('Show the draft for the call with +12065550142')
  await expect(card('+12065550142')).toBeFocused()
  await press('Discard the draft for the chat with Jonas Weber')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await press('Undo')
  await expect(others(page, 1)).toBeFocused()
  await press('Move this task to it')
  await expect(card('Jonas Weber')).toBeFocused()

  const chooser = page.getByRole('combobox', { name: 'Contact', exact: true })
  await chooser.press('ArrowDown')
  await chooser.press('ArrowDown')
  await expect(page.getByRole('option', { name: /^Call with/ })).toBeVisible()
  await expect(nameField(page)).toHaveValue('For the call')
  await chooser.press('Enter')
  await expect(nameField(page)).toHaveValue('')
  await expect(chooser).toBeFocused()
})

test('a task that is being sent is created for its own contact when the agent changes contacts', async ({
  page,
  open,
  connect,
}) => {
  const ccp = await open(chat, call)
  const [chatId = '', callId = ''] = ccp.contactIds
  await fillTask(page, 'For the call')
  const sent = page.waitForRequest('**/api/v1/tasks')
  let letGo: (() => void) | undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/api/v1/tasks', async (route) => {
    await held
    await route.continue()
  })
  await create(page)
  await sent
  await turnTo(ccp, chatId)
  await ccp.frame.evaluate((id) => window.ccp.remove(id), callId)
  await expect(page.getByText('Task for the call with +12065550142: being created…')).toBeVisible()
  letGo?.()

  await expect(page.getByText('Task for the call with +12065550142: created.')).toBeVisible()
  await expect(page.getByText('unfinished draft')).toHaveCount(0)
  await expect(nameField(page)).toHaveValue('')
  expect(sentTask(connect)).toMatchObject({ Name: 'For the call', RelatedContactId: callId })
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
  await expect(createdHeading(page)).toBeFocused()
})

test('another task after a created one is for the same contact, also when the next call has come', async ({
  page,
  open,
}) => {
  const ccp = await open(call)
  await fillTask(page)
  await createAndSee(page)
  await ccp.addContact(chat)
  await expect(page.getByRole('status').filter({ hasText: 'Now open: the chat' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Move this task to it' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Create another task' }).click()

  await expect(nameField(page)).toBeFocused()
  await expect(linkedContact(page)).toContainText('+12065550142')
  await page.getByRole('button', { name: 'Switch to it' }).click()
  await expect(linkedContact(page)).toContainText('Jonas Weber')
})

test('a draft is restored after a reload', async ({ page, open, connect }) => {
  const ccp = await open(call)
  await fillTask(page, 'Call back 👋 שלום')
  await pickTime(page)
  await dayChip(page, /./).nth(2).check()
  await timeField(page).fill('10:30')
  await untilStored(page, '10:30')
  await page.reload()

  await expect(linkedContact(page)).toContainText('+12065550142')
  await expect(nameField(page)).toHaveValue('Call back 👋 שלום')
  await expect(whenChip(page, 'Pick…')).toBeChecked()
  await expect(whenSaid(page)).toContainText('10:30')
  await expect(linkedContact(page).getByText(/^Draft begun \w+/)).toBeAttached()
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: ccp.contactIds[0] })
  await page.reload()
  await expect(linkedContact(page)).toContainText('+12065550142')
  await expect(nameField(page)).toHaveValue('')
})

test('a stored draft that comes after a reload leaves the agent in the open list of destinations', async ({
  page,
  open,
}) => {
  await open(call)
  await nameField(page).fill('For the call')
  await untilStored(page, 'For the call')
  const letGo = await hold(page, '**/api/v1/me')
  await page.reload()
  await destinationField(page).click()
  await expect(destinationOption(page, 'Callback requests')).toBeVisible()
  await page.keyboard.type('refund')
  await letGo()

  await expect(nameField(page)).toHaveValue('For the call')
  await expect(destinationField(page)).toBeFocused()
  await expect(destinationField(page)).toHaveValue('refund')
  await expect(destinationOption(page, 'Refund approvals')).toBeVisible()
  await page.keyboard.type(' app')
  await expect(destinationField(page)).toHaveValue('refund app')
  await expect(destinationOption(page, 'Refund approvals')).toBeVisible()
  await page.keyboard.press('Enter')
  await expectDestination(page, 'Refund approvals')
})

test('without a contact the agent can type an id, and the proxy checks whether the contact is theirs', async ({
  page,
  open,
  connect,
}) => {
  const ccp = await open(call)
  const [callId = ''] = ccp.contactIds
  await ccp.frame.evaluate((id) => window.ccp.remove(id), callId)
  await expect(linkedContact(page)).toContainText('You have no contact now.')
  // The section "Link" also offers a link by contact id.
  const link = await toggleSection(page, 'Link')
  await link.getByRole('button', { name: 'Link by ID' }).click()
  const field = page.getByLabel('Contact ID')
  await expect(field).toBeFocused()
  await page.keyboard.type('abc')
  await page.keyboard.press('Enter')
  await expect(field).toHaveAccessibleDescription(/A contact ID looks like/)
  await field.fill('00000000-dead-4000-8000-000000000000')
  await page.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(field).toHaveAccessibleDescription(/does not list this contact as yours/)
  await field.fill(` ${callId} `)
  await page.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(linkedContact(page)).toContainText('Linked by its ID')

  await fillTask(page)
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: callId })
})

test('three chats, a call and a task make five tasks, each on its own contact', async ({
  page,
  open,
  connect,
}) => {
  const ccp = await open(
    call,
    { channel: 'chat', displayName: 'Ana A', state: 'connected' },
    { channel: 'chat', displayName: 'Bo B', state: 'connected' },
    { channel: 'chat', displayName: 'Cy C', state: 'connected' },
    { channel: 'task', displayName: 'Check the invoice', state: 'connected' },
  )
  for (const id of ccp.contactIds) {
    // Sequential, as an agent works.
    await turnTo(ccp, id)
    // The list names all contacts; only the draft's own contact is shown with "ID".
    await expect(linkedContact(page)).toContainText(`ID ${id.slice(0, 8)}`)
    await fillTask(page, `For ${id}`)
  }
  for (const id of ccp.contactIds.toReversed()) {
    await turnTo(ccp, id)
    await expect(nameField(page)).toHaveValue(`For ${id}`)
    await createAndSee(page)
  }

  expect(sentTasks(connect)).toMatchObject(
    ccp.contactIds.toReversed().map((id) => ({ Name: `For ${id}`, RelatedContactId: id })),
  )
  await expect(createdHeading(page)).toBeVisible()
})

test('after a lost answer and a reload the same attempt is sent again', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await page.route('**/api/v1/tasks', async (route) => {
    await route.fetch()
    await route.abort()
  })
  const sent = page.waitForEvent('requestfailed')
  await create(page)
  await sent
  await page.unroute('**/api/v1/tasks')
  await page.reload()

  await expect(page.getByRole('heading', { name: 'The task may have been created' })).toBeVisible()
  await expect(page.getByText('The page was closed or reloaded before the answer came.')).toBeVisible()
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(createdHeading(page)).toBeVisible()
  const tokens = sentTasks(connect).map((task) => JSON.stringify(task))
  expect(new Set(tokens).size).toBe(1)
})
