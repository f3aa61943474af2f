import { StartTaskContactCommand } from '@aws-sdk/client-connect'
import { expect, type Locator } from '@playwright/test'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import { sdkClient } from '../../src/simulators/connect/sdk-client.ts'
import { agentArn, ben, instanceId } from '../../src/simulators/instance/instance.ts'
import { createAndSee, fillTask, linkedContact, nameField, whenChip, type Panel } from '../support/panel.ts'
import { call, test } from '../support/product.ts'

const undo = (page: Panel): Locator => page.getByRole('button', { name: 'Undo', exact: true })
const stoppedHeading = (page: Panel): Locator => page.getByRole('heading', { name: 'Task stopped' })

/** The start of the created task on its card. */
const startOf = (page: Panel): Locator =>
  page
    .locator('dl > div')
    .filter({ has: page.getByRole('term').filter({ hasText: 'When' }) })
    .getByRole('definition')

/** Opens the section with the tasks from the contact. */
async function openTasks(page: Panel): Promise<Locator> {
  const tasks = page.getByRole('group', { name: 'Tasks from this contact' })
  await tasks.getByText('Tasks from this contact').click()
  return tasks
}

const backgroundOf = (button: Element) => getComputedStyle(button).backgroundColor

test('a scheduled task can be undone, and its content comes back as a draft with the latest start', async ({
  page,
  open,
  connect,
}) => {
  // Connect knows the task only after 2.5 s, so the panel must ask again.
  connect.tasksKnownAfterMs = 2_500
  await open(call)
  await fillTask(page)
  await whenChip(page, /^Tomorrow/).check()
  await createAndSee(page)
  // A status message for an agent whose focus is in the CCP.
  await expect(page.getByRole('status').filter({ hasText: /^Task scheduled$/ })).toBeAttached()
  await page.getByRole('button', { name: 'Change time' }).click()
  await whenChip(page, /^In 2 h/).check()
  const another = page.getByRole('button', { name: 'Create another task' })
  const loud = await page.getByRole('button', { name: /^Change to/ }).evaluate(backgroundOf)
  expect(await another.evaluate(backgroundOf)).not.toBe(loud)
  await page.getByRole('button', { name: /^Change to/ }).click()
  await expect(page.getByText('Time changed.')).toBeVisible()
  await expect(another).toHaveCSS('background-color', loud)
  const lastTime = await startOf(page).innerText()
  // The button is not just "Undo", which could mean the change of time.
  await page.getByRole('button', { name: 'Undo task', exact: true }).click()

  await expect(stoppedHeading(page)).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: /^Task stopped$/ })).toBeAttached()
  await expect(page.getByText('It will not start.')).toBeVisible()
  await expect(page.getByText('Time changed.')).toHaveCount(0)
  expect(connect.received.filter(({ operation }) => operation === 'StopContact')).toHaveLength(1)
  await page.getByRole('button', { name: 'Get it back as a draft' }).click()
  await expect(nameField(page)).toBeFocused()
  await expect(nameField(page)).toHaveValue('Call back about the refund')
  await createAndSee(page)
  expect(connect.tasks).toHaveLength(2)
  await expect(startOf(page)).toHaveText(lastTime)
})

test('after a reload, a scheduled task is in the list of its contact and can be stopped there', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await fillTask(page)
  await createAndSee(page)
  await page.reload()
  await expect(linkedContact(page)).toContainText('+12065550142')
  const tasks = page.getByRole('group', { name: 'Tasks from this contact' })
  // The count comes from the ledger: Connect has not been asked yet.
  await expect(tasks.getByText('1', { exact: true })).toBeVisible()
  await openTasks(page)
  await expect(tasks.getByRole('listitem')).toContainText('Call back about the refund')
  await expect(tasks.getByRole('listitem')).toContainText('Waiting to be accepted')
  const stop = tasks.getByRole('button', { name: /^Undo/ })
  await stop.click()
  await expect(tasks.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await tasks.getByRole('button', { name: 'Stop it' }).click()

  await expect(tasks.getByRole('listitem')).toContainText(/Stopped \w/)
  await expect(stop).toHaveCount(0)
  expect(connect.received.filter(({ operation }) => operation === 'StopContact')).toHaveLength(1)
})

test('a task that a colleague has accepted is not undone', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await createAndSee(page)
  connect.acceptTask(connect.tasks[0]?.contactId ?? '', ben.userId)
  await undo(page).click()

  await expect(page.getByText('Another agent has accepted this task')).toBeVisible()
  // No Undo any more: it would be refused again.
  await expect(undo(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Task created' })).toBeFocused()
  expect(connect.received.filter(({ operation }) => operation === 'StopContact')).toEqual([])
})

test('a colleague’s task on this contact is shown, and blocks nothing', async ({ page, open, connect }) => {
  const { contactIds } = await open(call)
  const [contactId = ''] = contactIds
  await sdkClient(connect).send(
    new StartTaskContactCommand({
      InstanceId: instanceId,
      Name: 'Call back about the refund',
      ContactFlowId: demoFlows.callbackRequests.flowId,
      RelatedContactId: contactId,
      SegmentAttributes: { 'connect:CreatedByUser': { ValueString: agentArn(ben) } },
    }),
  )
  const tasks = await openTasks(page)

  await expect(tasks.getByRole('listitem')).toContainText('Waiting to be accepted')
  await expect(tasks.getByRole('listitem')).toContainText('by a colleague')
  await expect(tasks.getByText('Call back about the refund')).toHaveCount(0)
  await expect(tasks.getByRole('button')).toHaveCount(0)
  await fillTask(page)
  await createAndSee(page)
  expect(connect.tasks).toHaveLength(2)
})
