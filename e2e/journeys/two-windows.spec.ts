import { expect, type Page } from '@playwright/test'
import { tasksPath } from '../../src/contract/tasks/task-paths.ts'
import { hold } from '../support/hold.ts'
import {
  create,
  createAndSee,
  createdHeading,
  fillTask,
  linkedContact,
  nameField,
  submitButton,
} from '../support/panel.ts'
import { call, ccpOf, chat, sentTasks, test, turnTo } from '../support/product.ts'
import { untilStored } from '../support/stored-drafts.ts'

/** Runs in the page: messages of other windows do not arrive between the events `deaf` and `hearing`. */
function makeDeafOnRequest(): void {
  let isDeaf = false
  addEventListener('deaf', () => (isDeaf = true))
  addEventListener('hearing', () => (isDeaf = false))
  const Channel = BroadcastChannel
  window.BroadcastChannel = class extends Channel {
    override addEventListener(type: string, listener: EventListener) {
      super.addEventListener(type, (event) => {
        if (!isDeaf) listener(event)
      })
    }
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('two windows share the draft of a contact, ask about two versions, and both show the created task', async ({
  page,
  context,
  open,
  product,
  connect,
}) => {
  await open(chat)
  const other = await context.newPage()
  await other.addInitScript(makeDeafOnRequest)
  await other.goto(product.proxy.origin)
  await expect(linkedContact(other)).toContainText('Jonas Weber')

  await fillTask(page, 'Call back')
  await expect(nameField(other)).toHaveValue('Call back')
  await nameField(page).fill('Call back today')
  await expect(nameField(other)).toHaveValue('Call back today')

  // The other window does not know the new text yet when the agent types there.
  await other.evaluate(() => dispatchEvent(new Event('deaf')))
  await nameField(page).fill('In the morning')
  await untilStored(page, 'In the morning')
  await nameField(other).fill('In the evening')
  await expect(other.getByRole('status').filter({ hasText: 'changed in another window' })).toContainText(
    'In the morning',
  )
  await expect(nameField(other)).toHaveValue('In the evening')
  await other.evaluate(() => dispatchEvent(new Event('hearing')))
  // The agent must answer the question first, even if they press the key for Create.
  await expect(submitButton(other)).toBeHidden()
  await nameField(other).press('Control+Enter')
  await expect(other.getByRole('button', { name: 'Keep this one' })).toBeFocused()
  await press(other, 'Keep this one')
  await expect(submitButton(other)).toBeVisible()
  await expect(nameField(page)).toHaveValue('In the evening')

  await createAndSee(page)
  await expect(other.getByRole('heading', { name: 'Created in another window' })).toBeVisible()
  await expect(createdHeading(page)).toBeVisible()
  await press(page, 'Undo')
  await expect(page.getByRole('heading', { name: 'Task stopped' })).toBeVisible()
  const ended = other.getByRole('region', { name: 'Task stopped' })
  await expect(ended.getByRole('button', { name: 'Get it back as a draft' })).toBeVisible()
  await expect(ended.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await press(other, 'Create another task')
  await expect(nameField(other)).toHaveValue('')
  await other.getByText('Tasks from this contact').click()
  await expect(other.getByRole('listitem').filter({ hasText: 'Stopped' })).toBeVisible()
  expect(sentTasks(connect)).toHaveLength(1)
})

test('drafts that the agent deletes in one window disappear in the other, and it says so', async ({
  page,
  context,
  open,
  product,
}) => {
  const ccp = await open(chat, call)
  await nameField(page).fill('Private matter')
  const other = await context.newPage()
  await untilStored(page, 'Private matter')
  await other.goto(product.proxy.origin)
  await expect(nameField(other)).toHaveValue('Private matter')
  await turnTo(ccp, ccp.contactIds[0] ?? '')
  await page.getByText('1 other unfinished draft').click()
  await press(page, 'Delete all my drafts in this browser…')
  await expect(submitButton(page)).toBeHidden()
  await page.getByText('1 other unfinished draft').click()
  await expect(submitButton(page)).toBeVisible()
  await page.getByText('1 other unfinished draft').click()
  await press(page, 'Delete all my drafts in this browser…')
  await press(page, 'Delete it')

  await expect(nameField(other)).toHaveValue('')
  await expect(other.getByText('You deleted all your drafts in another window')).toBeVisible()
  await other.reload()
  // The CCP remembers the contact that the agent opened last.
  await expect(linkedContact(other)).toContainText('Jonas Weber')
  await expect(nameField(other)).toHaveValue('')
  await expect(other.getByText('unfinished draft')).toHaveCount(0)
  await expect(page.getByText('unfinished draft')).toHaveCount(0)
})

test('one window sends after the other, and a window that dies lets it go on', async ({
  page,
  context,
  open,
  product,
  connect,
}) => {
  const [chatId = ''] = (await open(chat, call)).contactIds
  await fillTask(page)
  const dying = await context.newPage()
  await hold(dying, `**${tasksPath}`)
  await dying.goto(product.proxy.origin)
  const ccp = await ccpOf(dying)
  await expect(linkedContact(dying)).toContainText('+12065550142')
  await ccp.showNone()
  await turnTo(ccp, chatId)
  await expect(linkedContact(dying)).toContainText('Jonas Weber')
  await fillTask(dying, 'Send the form')
  const third = await context.newPage()
  await third.goto(product.proxy.origin)
  await turnTo(await ccpOf(third), chatId)
  await expect(nameField(third)).toHaveValue('Send the form')
  await create(dying)
  await expect(dying.getByRole('button', { name: 'Creating…' })).toBeVisible()
  await create(page)
  await expect(page.getByText('Your task waits for 1 other task of yours.')).toBeVisible()
  expect(sentTasks(connect)).toEqual([])
  await expect(third.getByText('Another window sent this task at')).toBeVisible()
  await dying.close()
  await expect(third.getByText('“Send the form” may have been created', { exact: true })).toBeVisible()

  await expect(createdHeading(page)).toBeVisible()
  // The held request of the closed window is released with it. It may arrive before or after this one.
  expect(sentTasks(connect)).toContainEqual(expect.objectContaining({ Name: 'Call back about the refund' }))
})
