import { expect } from '@playwright/test'
import {
  create,
  createAndSee,
  createdHeading,
  expectNothingLeaked,
  failureNotice,
  fillTask,
  nameField,
  submitButton,
} from '../support/panel.ts'
import { call, sentTasks, test } from '../support/product.ts'
import {
  clientTokens,
  expectDraftKept,
  expectNews,
  failing,
  refusedWords,
  taskName,
} from '../support/connect-answers.ts'

test('a throttled task is created after the wait that Connect asks for, and its result leaves the focus in the CCP', async ({
  page,
  open,
  connect,
}) => {
  connect.failNext(
    'StartTaskContact',
    failing(429, 'ThrottlingException', { headers: { 'retry-after': '3' } }),
  )
  const { frame } = await open(call)
  await fillTask(page)
  await create(page)
  await expect(page.getByRole('timer')).toHaveText(/^Your task will be sent in [1-3] seconds?\.$/)

  await expect(createdHeading(page)).toBeFocused()
  expect(connect.tasks).toHaveLength(1)
  expect(sentTasks(connect)).toHaveLength(2)

  connect.failNext('StartTaskContact', failing(429))
  await page.getByRole('button', { name: 'Create another task' }).click()
  await fillTask(page, 'Send the invoice')
  await create(page)
  await expect(page.getByRole('timer')).toBeVisible()
  await frame.getByLabel('Agent state').focus()
  await expect(createdHeading(page)).toBeVisible()
  await expect(frame.getByLabel('Agent state')).toBeFocused()
  await expect(createdHeading(page)).not.toBeFocused()
})

test('the agent sees the countdown of a long wait, and can stop it and keep editing', async ({
  page,
  open,
  connect,
}) => {
  connect.failNext(
    'StartTaskContact',
    failing(429, 'ThrottlingException', { headers: { 'retry-after': '38' } }),
  )
  await open(call)
  await fillTask(page)
  await create(page)
  // A range, because each second is shown only for a second.
  await expect(page.getByRole('timer')).toHaveText(/^Your task will be sent in 3[0-7] seconds\.$/)

  const stop = page.getByRole('button', { name: 'Do not send' })
  await stop.focus()
  await page.keyboard.press('Enter')

  await expect(stop).toHaveCount(0)
  await expect(submitButton(page)).toBeFocused()
  await nameField(page).fill('Call back tomorrow')
  expect(connect.tasks).toEqual([])

  // After the agent closes the notice of a failure, the focus is also on the button.
  connect.failNext('StartTaskContact', failing(402))
  await nameField(page).press('Enter')
  await page.getByRole('button', { name: 'Close this message' }).click()
  await expect(failureNotice(page)).toHaveCount(0)
  await expect(submitButton(page)).toBeFocused()
  await createAndSee(page)
  expect(connect.tasks).toHaveLength(1)
})

test('after a lost answer the panel sends the same attempt again, and there is one task', async ({
  page,
  open,
  connect,
}) => {
  connect.failNext('StartTaskContact', { kind: 'response-lost' })
  await open(call)
  await fillTask(page)
  await create(page)

  await expect(createdHeading(page)).toBeVisible()
  await expect(page.getByText(connect.tasks[0]?.contactId ?? 'no task')).toBeVisible()
  expect(connect.tasks).toHaveLength(1)
  const [first, second, ...more] = sentTasks(connect)
  expect(second).toEqual(first)
  expect(more).toEqual([])
})

test('after a timeout the panel sends the same attempt again, and there is one task', async ({
  page,
  open,
  connect,
}) => {
  // Longer than the proxy's timeout, which has no setting.
  connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 15_000 })
  await open(call)
  await fillTask(page)
  await create(page)
  await expect(page.getByText('Creating the task…')).toBeVisible()
  await expect(page.getByText('The answer was lost. Checking whether the task was created…')).toBeVisible({
    timeout: 15_000,
  })
  await expectNothingLeaked(page)

  await expect(createdHeading(page)).toBeFocused()
  expect(connect.tasks).toHaveLength(1)
  expect(clientTokens(connect).size).toBe(1)
})

test('if Connect refuses the second try, the outcome stays unknown, and the panel says which try was refused', async ({
  page,
  open,
  connect,
}) => {
  connect.clientTokens = 'refuse'
  connect.failNext('StartTaskContact', { kind: 'response-lost' })
  await open(call)
  await fillTask(page, taskName)
  await create(page)

  await expectNews(page, 'The task may have been created', { says: refusedWords })
  await expect(failureNotice(page)).toContainText(
    'The first answer was lost. When the panel checked, this came back:',
  )
  await expectNothingLeaked(page)
  await expectDraftKept(page)
  expect(connect.tasks).toHaveLength(1)
})
