import { expect } from '@playwright/test'
import type { NewContact } from '../../src/simulators/ccp/page/ccp-contact.ts'
import { host } from '../support/host-driver.ts'
import { createAndSee, fillTask, linkedContact, nameField } from '../support/panel.ts'
import { call, chat, email, sentTask, test as base } from '../support/product.ts'
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

for (const [name, createDriver] of Object.entries(sources)) {
  const test = base.extend<{ readonly source: SourceDriver }>({
    source: async ({ page, product }, provide) => provide(createDriver(page, product)),
  })

  test.describe(name, () => {
    test('says that it waits until the source has answered', async ({ source }) => {
      const answer = await source.openUnanswered()
      const waiting = source.panel.getByText(source.waiting)
      await expect(waiting).toBeVisible()

      await answer()

      await expect(waiting).toHaveCount(0)
    })

    test('shows the contact that arrived before the panel opened', async ({ source }) => {
      await source.open(call)

      await expect(linkedContact(source.panel)).toContainText('+12065550142')
      await expect(linkedContact(source.panel)).toContainText('Connected')
    })

    test('shows a contact that arrives', async ({ source }) => {
      await source.open()
      await expect(linkedContact(source.panel)).toContainText('No contact is in front of you')

      await source.add(chat)

      await expect(linkedContact(source.panel)).toContainText('Jonas Weber')
    })

    for (const contact of [call, callback, chat, task, email]) {
      test(`a task is linked to its ${contact.channel}`, async ({ source, connect }) => {
        const [contactId] = await source.open(contact)
        await expect(linkedContact(source.panel)).toContainText(contact.displayName ?? '')
        await fillTask(source.panel)
        await createAndSee(source.panel)

        expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactId })
      })
    }

    test('follows a contact into after-contact work, and keeps the draft when it closes', async ({
      source,
      connect,
    }) => {
      const [contactId = ''] = await source.open(call)
      await expect(linkedContact(source.panel)).toContainText('Connected')
      await fillTask(source.panel)
      await source.setState(contactId, 'ended')
      await expect(linkedContact(source.panel)).toContainText('After-contact work')

      await source.close(contactId)

      await expect(linkedContact(source.panel)).toContainText('Closed')
      await expect(nameField(source.panel)).toHaveValue('Call back about the refund')
      await createAndSee(source.panel)
      expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactId })
    })

    test('asks for the contact when there are several and none is in view', async ({ source }) => {
      const [callId = ''] = await source.open(call, chat)
      await source.select(callId)
      await expect(linkedContact(source.panel)).toContainText('ID')

      await source.select(undefined)

      await expect(linkedContact(source.panel)).toContainText('Choose the contact this task is about.')
    })

    test('follows the agent to another contact', async ({ source }) => {
      const [callId, chatId] = await source.open(call, chat)

      await source.select(callId)
      await expect(linkedContact(source.panel).getByRole('paragraph')).toContainText('+12065550142')

      await source.select(chatId)
      await expect(linkedContact(source.panel).getByRole('paragraph')).toContainText('Jonas Weber')
    })
  })
}
