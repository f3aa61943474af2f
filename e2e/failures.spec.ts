import { expect } from '@playwright/test'
import { agentArn, ana, ben } from '../src/simulators/instance/instance.ts'
import {
  create,
  createAndSee,
  createdHeading,
  destinationField,
  errorSummary,
  expectNoArn,
  failureNotice,
  fillTask,
  nameField,
  submitButton,
  toggleSection,
} from './panel.ts'
import { call, sentTasks, test } from './product.ts'

const throttled = {
  kind: 'error',
  status: 429,
  type: 'ThrottlingException',
  message: 'Rate exceeded',
  headers: { 'retry-after': '1' },
} as const

const clientTokens = (tasks: readonly unknown[]) =>
  new Set(tasks.map((task) => JSON.stringify(task).match(/"ClientToken":"[^"]+"/)?.[0]))

test('a throttled task waits, says so and is created by itself', async ({ page, open, connect }) => {
  connect.failNext('StartTaskContact', throttled)
  await open(call)
  await fillTask(page)
  await create(page)
  await expect(
    page.getByText('Amazon Connect is busy. Nothing was created yet; asking again in 1 second…'),
  ).toBeVisible()
  await expect(submitButton(page)).toHaveAttribute('aria-disabled', 'true')

  await expect(createdHeading(page)).toBeFocused()
  expect(connect.tasks).toHaveLength(1)
  expect(sentTasks(connect)).toHaveLength(2)
  expect(clientTokens(sentTasks(connect)).size).toBe(1)
})

test('a task throttled for long is not created, and its draft can be sent again', async ({
  page,
  open,
  connect,
}) => {
  connect.failNext('StartTaskContact', throttled, 4)
  await open(call)
  await fillTask(page)
  await create(page)

  await expect(failureNotice(page).getByRole('heading', { name: 'The task was not created' })).toBeFocused()
  await expect(failureNotice(page)).toContainText('Amazon Connect is busy. Try again in a moment.')
  await expect(nameField(page)).toHaveValue('Call back about the refund')
  expect(connect.tasks).toHaveLength(0)
  await createAndSee(page)
  expect(connect.tasks).toHaveLength(1)
  expect(clientTokens(sentTasks(connect)).size).toBe(1)
})

test('a lost answer is asked for again with the same token: one task', async ({ page, open, connect }) => {
  connect.failNext('StartTaskContact', { kind: 'response-lost' })
  await open(call)
  await fillTask(page)
  await create(page)
  await expect(page.getByText('The answer was lost. Checking whether the task was created…')).toBeVisible()

  await expect(createdHeading(page)).toBeVisible()
  await expect(page.getByText(connect.tasks[0]?.contactId ?? 'no task')).toBeVisible()
  expect(connect.tasks).toHaveLength(1)
  const [first, second, ...more] = sentTasks(connect)
  expect(second).toEqual(first)
  expect(more).toEqual([])
})

test('while no answer comes the task may exist, and asking again finds it', async ({
  page,
  open,
  connect,
}) => {
  connect.failNext('StartTaskContact', { kind: 'response-lost' }, 4)
  await open(call)
  await fillTask(page)
  await create(page)

  await expect(
    failureNotice(page).getByRole('heading', { name: 'The task may have been created' }),
  ).toBeFocused()
  await expect(failureNotice(page)).toContainText('the same task cannot be made twice by asking')
  await expect(nameField(page)).toBeDisabled()
  await expect(submitButton(page)).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(createdHeading(page)).toBeFocused()
  expect(connect.tasks).toHaveLength(1)
})

test('a reached quota is said in words and keeps the draft', async ({ page, open, connect }) => {
  connect.failNext('StartTaskContact', {
    kind: 'error',
    status: 402,
    type: 'ServiceQuotaExceededException',
    message: 'There are already 12 tasks.',
  })
  await open(call)
  await fillTask(page)
  await nameField(page).press('Enter')

  await expect(failureNotice(page).getByRole('heading', { name: 'The task was not created' })).toBeFocused()
  await expect(failureNotice(page)).toContainText('Amazon Connect has reached a limit')
  await expect(failureNotice(page)).toContainText(/Reference for support: \S+/)
  await page.getByRole('button', { name: 'Close this message' }).click()
  await expect(failureNotice(page)).toHaveCount(0)
  await expect(submitButton(page)).toBeFocused()
  await createAndSee(page)
})

test('what AWS says of accounts and roles stays off the screen', async ({ page, open, connect }) => {
  connect.failNext('StartTaskContact', {
    kind: 'error',
    status: 403,
    type: 'AccessDeniedException',
    message: `User: ${agentArn(ana)} is not authorized to perform: connect:StartTaskContact`,
  })
  await open(call)
  await fillTask(page)
  await create(page)

  await expect(failureNotice(page)).toContainText('The task service may not do this in Amazon Connect.')
  await expectNoArn(page)
})

test('a list of destinations that did not come can be asked for again', async ({ page, open }) => {
  await page.route('**/api/v1/destinations', (route) => route.abort(), { times: 1 })
  await open(call)
  await expect(failureNotice(page)).toContainText('The list of destinations could not be loaded.')
  await page.getByRole('button', { name: 'Try again' }).click()

  await expect(failureNotice(page)).toHaveCount(0)
  await fillTask(page)
  await createAndSee(page)
})

test('another agent’s contact is refused in words', async ({ page, open, connect }) => {
  const contactId = crypto.randomUUID()
  // The service holds the contact for Ben, whatever this agent's CCP says.
  await page.route('**/simulator/agents/*/contacts', (route) => route.fulfill({ status: 204 }))
  connect.setContacts(ben.userId, [
    {
      contactId,
      initialContactId: null,
      channel: 'VOICE',
      state: 'CONNECTED',
      accepted: true,
      name: null,
      attributes: { secret: 'of Ben’s customer' },
    },
  ])
  await open({ ...call, contactId })
  await fillTask(page)
  await create(page)

  await expect(failureNotice(page)).toContainText('Amazon Connect does not list this contact as yours.')
  await expect(errorSummary(page)).toContainText('Link: Amazon Connect does not list this contact as yours.')
  await expect(page.getByText('of Ben’s customer')).toHaveCount(0)
  expect(sentTasks(connect)).toEqual([])
  const link = await toggleSection(page, 'Link')
  await link.getByRole('radio', { name: 'Not linked' }).check()
  await createAndSee(page)
})

test('a contact that the service does not know is refused in words', async ({ page, open, connect }) => {
  await page.route('**/simulator/agents/*/contacts', (route) => route.fulfill({ status: 204 }))
  await open(call)
  await fillTask(page)
  const attributes = await toggleSection(page, 'Attributes')
  await expect(attributes).toContainText('The contact’s attributes could not be read')
  await create(page)

  await expect(failureNotice(page)).toContainText('Amazon Connect does not list this contact as yours.')
  expect(sentTasks(connect)).toEqual([])
})

test('attributes that only the service finds too large are complained about', async ({
  page,
  open,
  connect,
}) => {
  await page.route('**/api/v1/contacts/*', (route) => route.abort())
  await open({ ...call, attributes: { history: 'x'.repeat(32_000) } })
  await fillTask(page)
  const attributes = await toggleSection(page, 'Attributes')
  await page.getByRole('button', { name: 'Add attribute' }).click()
  await attributes.getByLabel('Key', { exact: true }).fill('note')
  await attributes.getByLabel('Value', { exact: true }).fill('y'.repeat(1_000))
  await create(page)

  await expect(failureNotice(page)).toContainText('The task was refused as it is. Check the marked fields.')
  await expect(errorSummary(page)).toContainText(
    'Attributes: With those inherited, the attributes take 33,011 bytes',
  )
  expect(sentTasks(connect)).toEqual([])
})

test('a refused token is renewed without troubling the agent', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await page.route(
    '**/api/v1/tasks',
    (route) => route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer expired' } }),
    { times: 1 },
  )
  await createAndSee(page)

  expect(connect.tasks).toHaveLength(1)
})

test('an ended sign-in asks the agent to sign in again and keeps the draft', async ({
  page,
  open,
  connect,
  product,
}) => {
  await open(call)
  await fillTask(page)
  product.farSide.identity.signOutEverybody()
  await page.route(
    '**/api/v1/tasks',
    (route) => route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer expired' } }),
    { times: 1 },
  )
  await create(page)
  await expect(failureNotice(page)).toContainText('You are signed out of the task panel.')
  await expect(page.getByText('Your sign-in has ended. What you have typed is kept.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in' }).click()

  await expect(page.getByRole('button', { name: 'Sign in' })).toHaveCount(0)
  await expect(nameField(page)).toHaveValue('Call back about the refund')
  await createAndSee(page)
  expect(connect.tasks).toHaveLength(1)
})

test('a proxy that is gone is said in words, and the draft is kept', async ({ page, open, connect }) => {
  await open(call)
  await fillTask(page)
  await page.route('**/api/v1/tasks', (route) => route.abort(), { times: 4 })
  await create(page)

  await expect(failureNotice(page)).toContainText('The task may have been created')
  await expect(failureNotice(page)).toContainText('The task service cannot be reached.')
  await page.getByRole('button', { name: 'Edit anyway' }).click()
  await expect(destinationField(page)).toBeEnabled()
  await createAndSee(page)
  expect(connect.tasks).toHaveLength(1)
})

test('news does not take the keyboard away from the CCP', async ({ page, open, connect }) => {
  connect.failNext('StartTaskContact', throttled)
  const { frame } = await open(call)
  await fillTask(page)
  await create(page)
  await expect(page.getByText('asking again in 1 second')).toBeVisible()
  await frame.getByLabel('Agent state').focus()

  await expect(createdHeading(page)).toBeVisible()
  await expect(frame.getByLabel('Agent state')).toBeFocused()
  await expect(createdHeading(page)).not.toBeFocused()
})
