import { expect, type Page } from '@playwright/test'
import { createAndSee, createdHeading, fillTask, linkedContact, nameField } from '../support/panel.ts'
import { chat, sentTasks, test } from '../support/product.ts'
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

test('two windows share the draft of a contact, ask about two versions, and both know of the created task', async ({
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

  // The other window has not heard of the new text yet when the agent types there.
  await other.evaluate(() => dispatchEvent(new Event('deaf')))
  await nameField(page).fill('In the morning')
  await untilStored(page, 'In the morning')
  await nameField(other).fill('In the evening')
  await expect(other.getByRole('status').filter({ hasText: 'changed in another window' })).toContainText(
    'In the morning',
  )
  await expect(nameField(other)).toHaveValue('In the evening')
  await other.evaluate(() => dispatchEvent(new Event('hearing')))
  await press(other, 'Keep this one')
  await expect(nameField(page)).toHaveValue('In the evening')

  await createAndSee(page)
  await expect(other.getByRole('heading', { name: 'Created in another window' })).toBeVisible()
  await press(other, 'Create another task')
  await expect(nameField(other)).toHaveValue('')
  await expect(createdHeading(page)).toBeVisible()
  expect(sentTasks(connect)).toHaveLength(1)
})
