import { expect, type Page } from '@playwright/test'
import type { NewContact } from '../../src/simulators/ccp/page/state/ccp-contact.ts'
import { host } from '../support/host-driver.ts'
import { createAndSee, fillTask, linkedContact, nameField } from '../support/panel.ts'
import { call, chat, email, sentTask, sentTasks, test as base } from '../support/product.ts'
import type { CreateDriver, SourceDriver } from '../support/source-driver.ts'
import { streamsGuest, streamsOwner } from '../support/streams-drivers.ts'
import { workspace } from '../support/workspace-driver.ts'

/** Tests for all contact sources. Each source is a driver in this list. */
const sources: Readonly<Record<string, CreateDriver>> = {
  'the page that starts the CCP': streamsOwner,
  'a desktop that runs Streams itself': streamsGuest,
  'the agent workspace': workspace,
  'a page that tells the contacts': host,
}

const callback: NewContact = { channel: 'queue_callback', displayName: '+34910555012', state: 'connected' }
const task: NewContact = { channel: 'task', displayName: 'Check the new address', state: 'connected' }

/**
 * Moves the focus out of the panel, as a click elsewhere does. While the focus is in the panel, it does not leave a created
 * task.
 */
const leavePanel = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })

for (const [name, createDriver] of Object.entries(sources)) {
  const test = base.extend<{ readonly source: SourceDriver }>({
    source: async ({ page, product }, provide) => provide(createDriver(page, product)),
  })

  test.describe(name, () => {
    test('says that it waits until the source has answered, and then shows a contact that arrives', async ({
      source,
    }) => {
      const answer = await source.openUnanswered()
      const waiting = source.panel.getByText(source.waiting)
      await expect(waiting).toBeVisible()

      await answer()

      await expect(waiting).toHaveCount(0)
      await expect(linkedContact(source.panel)).toContainText('You have no contact now')

      await source.add(chat)

      await expect(linkedContact(source.panel)).toContainText('Jonas Weber')
    })

    test('a task is linked to its contact of any channel, also if the contact arrived before the panel', async ({
      page,
      source,
      connect,
    }) => {
      const { panel } = source
      const contactIds = [...(await source.open(call))]
      await expect(linkedContact(panel)).toContainText('Connected')
      for (const contact of [call, callback, chat, task, email]) {
        // Sequential: there is one panel.
        if (contact !== call) {
          await leavePanel(page)
          const contactId = await source.add(contact)
          contactIds.push(contactId)
          await source.select(contactId)
        }
        await expect(linkedContact(panel)).toContainText(contact.displayName ?? '')
        await fillTask(panel)
        await createAndSee(panel)
      }

      expect(sentTasks(connect)).toMatchObject(contactIds.map((RelatedContactId) => ({ RelatedContactId })))
    })

    test('follows the agent from contact to contact and a contact into after-contact work, and keeps the draft when it closes', async ({
      source,
      connect,
    }) => {
      const { panel } = source
      const [callId = '', chatId] = await source.open(call, chat)
      await source.select(callId)
      await expect(linkedContact(panel).getByRole('paragraph')).toContainText('+12065550142')
      await source.select(chatId)
      await expect(linkedContact(panel).getByRole('paragraph')).toContainText('Jonas Weber')
      await source.select(undefined)
      await expect(linkedContact(panel)).toContainText('Choose the contact this task is about.')

      await source.select(callId)
      await expect(linkedContact(panel)).toContainText('Connected')
      await fillTask(panel)
      await source.setState(callId, 'ended')
      await expect(linkedContact(panel)).toContainText('After-contact work')
      await source.close(callId)
      await expect(linkedContact(panel)).toContainText('Closed')
      await expect(nameField(panel)).toHaveValue('Call back about the refund')
      await createAndSee(panel)
      expect(sentTask(connect)).toMatchObject({ RelatedContactId: callId })
    })
  })
}
