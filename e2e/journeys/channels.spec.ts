import { expect } from '@playwright/test'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import type { NewContact } from '../../src/simulators/ccp/page/state/ccp-contact.ts'
import { agentArn, ana, instanceId } from '../../src/simulators/instance/instance.ts'
import { createAndSee, expectRelatedTo, fillTask, linkedContact, nameField } from '../support/panel.ts'
import { call, chat, email, sentTasks, test as base, turnTo } from '../support/product.ts'

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

/** The contacts of a day, and what the created task says of its contact. */
const day: readonly { readonly from: string; readonly contact: NewContact; readonly said: string }[] = [
  { from: 'a call', contact: call, said: 'call with +12065550142' },
  { from: 'a queue callback', contact: callback, said: 'callback with +34910555012' },
  { from: 'a chat', contact: chat, said: 'chat with Jonas Weber' },
  { from: 'a task', contact: task, said: 'task “Check the new address”' },
  { from: 'an email', contact: email, said: 'email “Where is my parcel?”' },
  {
    from: 'a contact without an initial contact',
    contact: { ...chat, displayName: 'Mona Klein', initialContactId: null },
    said: 'chat with Mona Klein',
  },
  {
    from: 'a transferred contact, not from its initial one',
    contact: {
      ...call,
      displayName: '+12065550199',
      initialContactId: 'c2b8a9d0-6f1e-4a57-8d3b-0e9f7a6b5c41',
    },
    said: 'call with +12065550199',
  },
]

function expectLinked(connect: ConnectSimulator, contactId: string | undefined): void {
  expect(sentTasks(connect).at(-1)).toEqual({
    InstanceId: instanceId,
    Name: 'Call back about the refund',
    ContactFlowId: demoFlows.callbackRequests.flowId,
    RelatedContactId: contactId,
    ClientToken: expect.any(String),
    SegmentAttributes: { 'connect:CreatedByUser': { ValueString: agentArn(ana) } },
  })
}

test('a task is created from a contact of each channel, and linked by the id of that contact', async ({
  page,
  open,
  connect,
}) => {
  const ccp = await open(...day.map(({ contact }) => contact))
  for (const [index, { from, said }] of day.entries()) {
    await test.step(`a task is created from ${from}`, async () => {
      const contactId = ccp.contactIds[index] ?? ''
      await turnTo(ccp, contactId)
      await expect(linkedContact(page)).toContainText(`ID ${contactId.slice(0, 8)}`)
      await fillTask(page)
      await createAndSee(page)
      await expect(page.getByText(`Related to the ${said}`)).toBeVisible()
      expectLinked(connect, contactId)
    })
  }
  expect(sentTasks(connect)).toHaveLength(day.length)
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
