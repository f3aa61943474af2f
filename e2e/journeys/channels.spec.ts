import { expect, type Page } from '@playwright/test'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import { agentArn, ana, instanceId } from '../../src/simulators/instance/instance.ts'
import {
  createAndSee,
  expectRelatedTo,
  fillTask,
  linkedContact,
  nameField,
  section,
  toggleSection,
} from '../support/panel.ts'
import { call, chat, email, sentTask, test as base } from '../support/product.ts'

/** Fails on page errors and console errors. Streams' connection getters throw for a task, so the panel must not call them. */
const test = base.extend<{ readonly complaints: readonly string[] }>({
  complaints: [
    async ({ page }, provide) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      await provide(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

const callback = { channel: 'queue_callback', displayName: '+34910555012', state: 'connected' } as const
const task = { channel: 'task', displayName: 'Check the new address', state: 'connected' } as const

async function createFrom(page: Page, contactName: string): Promise<void> {
  await expect(section(page, 'Link')).toContainText('Related to this')
  await fillTask(page, 'Call back about the refund')
  await createAndSee(page)
  await expect(page.getByText(`Related to the ${contactName}`)).toBeVisible()
}

function expectLinked(connect: ConnectSimulator, contactId: string | undefined): void {
  expect(sentTask(connect)).toEqual({
    InstanceId: instanceId,
    Name: 'Call back about the refund',
    ContactFlowId: demoFlows.callbackRequests.flowId,
    RelatedContactId: contactId,
    ClientToken: expect.any(String),
    SegmentAttributes: { 'connect:CreatedByUser': { ValueString: agentArn(ana) } },
  })
}

test('a task is created from a call', async ({ page, open, connect }) => {
  const { contactIds } = await open(call)
  await createFrom(page, 'call with +12065550142')
  expectLinked(connect, contactIds[0])
})

test('a task is created from a queue callback', async ({ page, open, connect }) => {
  const { contactIds } = await open(callback)
  await createFrom(page, 'callback with +34910555012')
  expectLinked(connect, contactIds[0])
})

test('a task is created from a chat', async ({ page, open, connect }) => {
  const { contactIds } = await open(chat)
  await createFrom(page, 'chat with Jonas Weber')
  expectLinked(connect, contactIds[0])
})

test('a task is created from a task', async ({ page, open, connect }) => {
  const { contactIds } = await open(task)
  await createFrom(page, 'task “Check the new address”')
  expectLinked(connect, contactIds[0])
})

test('a task is created from an email, which can be related only', async ({ page, open, connect }) => {
  const { contactIds } = await open(email)
  const link = await toggleSection(page, 'Link')
  await expect(link.getByRole('radio', { name: 'Related' })).toBeChecked()
  await expect(link.getByRole('radio', { name: /^Continues this/ })).toBeDisabled()
  await createFrom(page, 'email “Where is my parcel?”')
  expectLinked(connect, contactIds[0])
})

test('a task that is paused and resumed stays the contact of its draft', async ({ page, open, connect }) => {
  const { frame, contactIds } = await open(task)
  await fillTask(page)
  await frame.getByRole('button', { name: 'Pause Check the new address' }).click()
  await expect(linkedContact(page)).toContainText('Paused')
  await frame.getByRole('button', { name: 'Resume Check the new address' }).click()
  await expect(linkedContact(page)).toContainText('Connected')
  await createAndSee(page)

  expectLinked(connect, contactIds[0])
})

test('a contact without an initial contact is linked by its own id', async ({ page, open, connect }) => {
  const { contactIds } = await open({ ...chat, initialContactId: null })
  await createFrom(page, 'chat with Jonas Weber')

  expectLinked(connect, contactIds[0])
})

test('a transferred contact is linked by its own id, not by that of the initial contact', async ({
  page,
  open,
  connect,
}) => {
  const initialContactId = 'c2b8a9d0-6f1e-4a57-8d3b-0e9f7a6b5c41'
  const { contactIds } = await open({ ...call, initialContactId })
  await createFrom(page, 'call with +12065550142')

  expectLinked(connect, contactIds[0])
  expect(contactIds[0]).not.toBe(initialContactId)
})

test('a contact that vanishes while the agent types keeps its draft and its link', async ({
  page,
  open,
  connect,
}) => {
  const { frame, contactIds } = await open(call)
  await fillTask(page)
  await frame.evaluate((id) => window.ccp.remove(id), contactIds[0] ?? '')

  await expect(linkedContact(page)).toContainText('Closed')
  await expect(nameField(page)).toHaveValue('Call back about the refund')
  await expectRelatedTo(page, 'call', '+12065550142')
  await createAndSee(page)
  expectLinked(connect, contactIds[0])
})

test('a contact that is missed while the agent types keeps its draft', async ({ page, open }) => {
  const { frame, contactIds } = await open({ channel: 'voice', displayName: '+12065550142' })
  await expect(linkedContact(page)).toContainText('Ringing')
  await fillTask(page)
  await frame.evaluate((id) => window.ccp.setState(id, 'missed'), contactIds[0] ?? '')

  await expect(linkedContact(page)).toContainText('Missed')
  await expect(nameField(page)).toHaveValue('Call back about the refund')
})

test('with five contacts at once the task is linked to the one in view', async ({ page, open, connect }) => {
  const { frame, contactIds } = await open(call, callback, chat, task, email)
  await frame.getByRole('button', { name: 'Task Check the new address Connected' }).click()
  await expectRelatedTo(page, 'task', '“Check the new address”')
  await fillTask(page)
  await frame.getByRole('button', { name: 'End +34910555012' }).click()
  await frame.getByRole('button', { name: 'Chat Jonas Weber Connected' }).click()

  await expectRelatedTo(page, 'chat', 'Jonas Weber')
  await frame.getByRole('button', { name: 'Task Check the new address Connected' }).click()
  await expect(nameField(page)).toHaveValue('Call back about the refund')
  await createAndSee(page)
  expectLinked(connect, contactIds[3])
})
