import { expect } from '@playwright/test'
import { demoFlows, demoQuickConnects } from '../../src/simulators/connect/state/demo-seed.ts'
import { agentArn, ana, instanceId } from '../../src/simulators/instance/instance.ts'
import {
  chooseDestination,
  create,
  createAndSee,
  createdHeading,
  expectDestination,
  expectOffered,
  failureNotice,
  fillTask,
  linkedContact,
  nameField,
  submitButton,
  toggleSection,
} from '../support/panel.ts'
import { call, chat, sentTask, sentTasks, test } from '../support/product.ts'

/** The parameters that Connect gets with each task. */
const always = {
  InstanceId: instanceId,
  ClientToken: expect.stringMatching(/^[0-9a-f]{64}$/),
  SegmentAttributes: { 'connect:CreatedByUser': { ValueString: agentArn(ana) } },
}

test('an agent on a call creates tasks that are related to it, that continue it, and without a link', async ({
  page,
  open,
  connect,
}) => {
  const { contactIds } = await open(call)

  await test.step('a related task for a flow, with a description', async () => {
    await expect(linkedContact(page)).toContainText('Call')
    await expect(linkedContact(page)).toContainText('+12065550142')
    await nameField(page).fill('Call back about the refund')
    await page.getByLabel('Description').fill('She wants to know when the money arrives.')
    await chooseDestination(page, 'Callback requests')
    await page.getByRole('button', { name: 'Create task', exact: true }).click()

    await expect(page.getByRole('heading', { name: 'Task created' })).toBeFocused()
    await expect(page.getByText(connect.tasks[0]?.contactId ?? 'no task')).toBeVisible()
    await expect(createdHeading(page)).toHaveAccessibleDescription(
      /^Call back about the refund For Callback requests Flow When Starts now Link Related to the call with \+12065550142 With description$/,
    )
    expect(sentTask(connect)).toEqual({
      ...always,
      Name: 'Call back about the refund',
      Description: 'She wants to know when the money arrives.',
      ContactFlowId: demoFlows.callbackRequests.flowId,
      RelatedContactId: contactIds[0],
    })
  })

  await test.step('“another task” begins an empty draft, and its task continues the call', async () => {
    await page.getByRole('button', { name: 'Create another task' }).click()
    await expect(nameField(page)).toBeFocused()
    await expect(nameField(page)).toHaveValue('')
    await expect(page.getByLabel('Description')).toHaveValue('')
    await expectDestination(page, '')
    await fillTask(page, 'Approve the refund')
    const link = await toggleSection(page, 'Link')
    await link.getByRole('radio', { name: 'Continues this call' }).check()
    await createAndSee(page)

    await expect(page.getByText('Continues the call with +12065550142')).toBeVisible()
    expect(sentTasks(connect).at(-1)).toEqual({
      ...always,
      Name: 'Approve the refund',
      ContactFlowId: demoFlows.callbackRequests.flowId,
      PreviousContactId: contactIds[0],
    })
  })

  await test.step('a task without a link', async () => {
    await page.getByRole('button', { name: 'Create another task' }).click()
    await fillTask(page, 'Send the newsletter')
    const link = await toggleSection(page, 'Link')
    await link.getByRole('radio', { name: 'Not linked' }).check()
    await page.getByRole('button', { name: 'Create task', exact: true }).click()

    await expect(createdHeading(page)).toBeVisible()
    expect(sentTasks(connect).at(-1)).toEqual({
      ...always,
      Name: 'Send the newsletter',
      ContactFlowId: demoFlows.callbackRequests.flowId,
    })
  })

  expect(connect.tasks).toHaveLength(3)
  expect(new Set(connect.tasks.map(({ clientToken }) => clientToken)).size).toBe(3)
})

test('an agent in a chat creates a related task for a colleague, and one for a queue that continues it', async ({
  page,
  open,
  connect,
}) => {
  const { contactIds } = await open(chat)
  await expect(linkedContact(page)).toContainText('Chat')
  await expect(linkedContact(page)).toContainText('Jonas Weber')
  await nameField(page).fill('Approve the refund')
  await chooseDestination(page, 'Ben Okafor')
  await page.getByRole('button', { name: 'Create task', exact: true }).click()

  await expect(createdHeading(page)).toBeVisible()
  expect(sentTask(connect)).toEqual({
    ...always,
    Name: 'Approve the refund',
    QuickConnectId: demoQuickConnects.ben.quickConnectId,
    RelatedContactId: contactIds[0],
  })

  await page.getByRole('button', { name: 'Create another task' }).click()
  await nameField(page).fill('Chase the missing document')
  await chooseDestination(page, 'Back office')
  const link = await toggleSection(page, 'Link')
  await link.getByRole('radio', { name: 'Continues this chat' }).check()
  await createAndSee(page)
  expect(sentTasks(connect).at(-1)).toEqual({
    ...always,
    Name: 'Chase the missing document',
    QuickConnectId: demoQuickConnects.backOffice.quickConnectId,
    PreviousContactId: contactIds[0],
  })
})

test('the panel offers only quick connects of agents and queues, published flows and active forms', async ({
  page,
  open,
}) => {
  await open(call)

  await expectOffered(page, [
    'Ana Ruiz',
    'Ben Okafor',
    'Back office',
    'Billing',
    'Callback requests',
    'Complaint follow-up',
    'Document chase',
    'Refund approvals',
    'Change of address',
    'Complaint',
    'Customer callback',
    'Identity check',
    'Insurance claim',
    'My follow-up',
    'Question for a colleague',
    'Refund request',
    'Reklamation (Möbelhaus)',
    'Signed document',
    'Warranty claim',
  ])
})

test('the panel asks before it creates the same task within ten minutes, and Enter means no', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await fillTask(page)
  await createAndSee(page)
  await page.getByRole('button', { name: 'Copy to a new draft' }).click()
  await expect(nameField(page)).toHaveValue('Call back about the refund')
  await nameField(page).press('Enter')

  const question = page
    .getByRole('alert')
    .filter({ hasText: /You created this at \d\d:\d\d\. Create another\?/ })
  const no = question.getByRole('button', { name: 'No', exact: true })
  await expect(no).toBeFocused()
  await no.press('Enter')
  await expect(question).toHaveCount(0)
  await expect(nameField(page)).toBeFocused()
  expect(connect.tasks).toHaveLength(1)

  // The second click does not reach the button that comes back where the answer was.
  await create(page)
  await no.dblclick()
  await expect(submitButton(page)).toBeVisible()
  await expect(question).toHaveCount(0)

  // The agent has answered the question, so it does not come again at the next try.
  connect.failNext('StartTaskContact', { kind: 'error', status: 403, type: 'AccessDeniedException' })
  await create(page)
  await question.getByRole('button', { name: 'Create another' }).click()
  await expect(failureNotice(page)).toContainText('The task was not created')
  await createAndSee(page)
  expect(connect.tasks).toHaveLength(2)
  expect(new Set(connect.tasks.map(({ clientToken }) => clientToken)).size).toBe(2)
})

test('a double click, and Enter and a click while Connect is slow, create one task each', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await fillTask(page)
  await submitButton(page).dblclick()
  await expect(createdHeading(page)).toBeVisible()
  expect(sentTasks(connect)).toHaveLength(1)

  await page.getByRole('button', { name: 'Create another task' }).click()
  connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 500 })
  await fillTask(page, 'Send the invoice')
  await nameField(page).press('Enter')
  await expect(page.getByText('Creating the task…')).toBeVisible()
  await submitButton(page).click({ force: true })
  await submitButton(page).press('Enter')
  await expect(createdHeading(page)).toBeVisible()
  expect(sentTasks(connect)).toHaveLength(2)
})

test('a task can be created with the keyboard alone', async ({ page, open, connect }) => {
  const { contactIds } = await open(call)
  await expect(nameField(page)).toBeFocused()
  await page.keyboard.type('Call back about the refund')
  await page.keyboard.press('Tab')
  await page.keyboard.type('She wants to know when.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Callback')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await expect(submitButton(page)).toHaveAccessibleName(/^Schedule for (\w{3} )?\d/)
  await nameField(page).press('Enter')

  await expect(page.getByRole('heading', { name: /Task scheduled/ })).toBeFocused()
  expect(sentTask(connect)).toEqual({
    ...always,
    Name: 'Call back about the refund',
    Description: 'She wants to know when.',
    ContactFlowId: demoFlows.callbackRequests.flowId,
    RelatedContactId: contactIds[0],
    ScheduledTime: expect.any(Number),
  })
})
