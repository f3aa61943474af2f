import { expect } from '@playwright/test'
import { contactPath } from '../../src/contract/reads/reads.ts'
import { tasksPath } from '../../src/contract/tasks/task-paths.ts'
import { ben } from '../../src/simulators/instance/instance.ts'
import { hold } from '../support/hold.ts'
import {
  chooseDestination,
  create,
  createAndSee,
  destinationField,
  errorSummary,
  expectDestination,
  failureNotice,
  fillTask,
  linkedContact,
  nameField,
  section,
  submitButton,
  toggleSection,
} from '../support/panel.ts'
import { call, chat, sentTasks, test, turnTo } from '../support/product.ts'

test('the panel explains that a contact of another agent is refused', async ({ page, open, connect }) => {
  const contactId = crypto.randomUUID()
  // Connect keeps the contact as Ben's, although it is in Ana's CCP.
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

  await expect(failureNotice(page)).toContainText('The task was not created')
  await expect(errorSummary(page).getByRole('button', { name: 'Link' })).toBeVisible()
  await expect(section(page, 'Link')).toContainText('Amazon Connect does not list this contact as yours.')
  await expect(page.getByText('of Ben’s customer')).toHaveCount(0)
  expect(sentTasks(connect)).toEqual([])
  await section(page, 'Link').getByRole('radio', { name: 'Not linked' }).check()
  await createAndSee(page)
})

test('the panel explains that a contact unknown to Connect is refused, also if the agent was at another one meanwhile', async ({
  page,
  open,
  connect,
}) => {
  await page.route('**/simulator/agents/*/contacts', (route) => route.fulfill({ status: 204 }))
  const { contactIds, ...ccp } = await open(chat, call)
  await fillTask(page)
  const attributes = await toggleSection(page, 'Attributes')
  await expect(attributes).toContainText('The contact’s attributes could not be read')
  await expect(attributes).toContainText('(0 added, inherited not known)')
  const again = page.waitForRequest(`**${contactPath(contactIds[1] ?? '')}`)
  await attributes.getByRole('button', { name: 'Try again' }).click()
  await again
  const release = await hold(page, `**${tasksPath}`)
  await create(page)
  await turnTo(ccp, contactIds[0] ?? '')
  await expect(linkedContact(page)).toContainText('Jonas Weber')
  await release()
  const news = page
    .getByRole('status')
    .filter({ hasText: 'Task for the call with +12065550142: not created.' })
  await news.getByRole('button', { name: 'Show' }).click()

  await expect(failureNotice(page)).toContainText('The task was not created')
  await expect(errorSummary(page).getByRole('button', { name: 'Link' })).toBeVisible()
  await expect(section(page, 'Link')).toContainText('Amazon Connect does not list this contact as yours.')
  expect(sentTasks(connect)).toEqual([])
})

test('attributes that only the proxy finds too large are an error in the form', async ({
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

  await expect(errorSummary(page)).toContainText('Attributes')
  await expect(failureNotice(page)).toContainText('The task was not created')
  await expect(attributes).toContainText('With those inherited, the attributes take 33,011 bytes')
  expect(sentTasks(connect)).toEqual([])
})

test('a refused token is renewed without an action of the agent', async ({ page, open, connect }) => {
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
  await expect(page.getByText('Your sign-in has ended. What you type is kept.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in' }).click()

  await expect(page.getByRole('button', { name: 'Sign in' })).toHaveCount(0)
  await expect(nameField(page)).toHaveValue('Call back about the refund')
  await createAndSee(page)
  expect(connect.tasks).toHaveLength(1)
})

test('the panel explains that the proxy cannot be reached, and keeps the draft', async ({
  page,
  open,
  connect,
}) => {
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

test('nothing is sent while the rules are missing, and the agent can load them again', async ({
  page,
  open,
  connect,
}) => {
  const part = '**/late-chunk-*.js'
  await page.route(part, (route) => route.abort())
  // The details of the contact could not be loaded either, so look for its name.
  const { addContact } = await open()
  await addContact(call)
  await expect(linkedContact(page)).toContainText('+12065550142')
  await nameField(page).fill('Call back about the refund')
  await destinationField(page).fill('Callback requests')

  await expect(submitButton(page)).toBeDisabled()
  await nameField(page).press('Enter')
  await expect(
    page.getByText('This part of the panel could not be loaded.').filter({ visible: true }),
  ).toBeVisible()
  expect(sentTasks(connect)).toEqual([])

  await page.unroute(part)
  await page.getByRole('button', { name: 'Try again' }).click()
  // The letters are still there: a list that has just been loaded chooses nothing by itself.
  await expectDestination(page, 'Callback requests')
  await chooseDestination(page, 'Callback requests')
  await createAndSee(page)

  expect(sentTasks(connect)).toHaveLength(1)
})

/** Each way in which a task may fail to be created, and the step that helps. */
const failures = [
  {
    what: 'a denial with advice for the administrator',
    answer: { status: 502, code: 'connect-denied', outcome: 'not-created' },
    step: 'Details',
  },
  {
    what: 'a failure of Connect',
    answer: { status: 502, code: 'connect-failed', outcome: 'not-created' },
    step: 'Try again',
  },
  {
    what: 'a full quota',
    answer: { status: 409, code: 'quota-reached', outcome: 'not-created' },
    step: 'Create task',
  },
  {
    what: 'a destination that is gone',
    answer: { status: 422, code: 'destination-gone', outcome: 'not-created' },
    says: 'The chosen destination is no longer available. Choose another.',
    step: 'Who should do it?',
  },
  {
    what: 'a lost answer',
    answer: { status: 502, code: 'unexpected', outcome: 'unknown', retryAfterSeconds: 0 },
    step: 'Check again',
  },
] as const

test('each failure and its buttons are fully in view in small windows', async ({ page, open }) => {
  await page.setViewportSize({ width: 360, height: 760 })
  await page.clock.install()
  await open(call)
  await nameField(page).fill('Call back about the refund')
  for (const { what, answer, step, ...more } of failures) {
    await test.step(`the news of ${what}`, async () => {
      await chooseDestination(page, 'Callback requests')
      const json = { title: 'x', detail: 'x', requestId: crypto.randomUUID(), ...answer }
      await page.route('**/api/v1/tasks', (route) => route.fulfill({ status: answer.status, json }))
      await create(page)
      const news = 'says' in more ? more.says : json.requestId
      await expect(async () => {
        await page.clock.runFor('00:02')
        await expect(failureNotice(page)).toContainText(news, { timeout: 100 })
      }).toPass()

      for (const viewport of [
        { width: 320, height: 560 },
        { width: 360, height: 760 },
      ]) {
        // Sequential, because there is one page.
        await page.setViewportSize(viewport)
        await expect(failureNotice(page)).toBeInViewport({ ratio: 1 })
        await expect(submitButton(page)).toBeInViewport({ ratio: 1 })
        await expect(submitButton(page)).toBeEnabled()
        await expect(page.getByRole('button', { name: step })).toBeInViewport({ ratio: 1 })
        const notice = await failureNotice(page).boundingBox()
        const button = await submitButton(page).boundingBox()
        expect((notice?.y ?? 0) + (notice?.height ?? Infinity)).toBeLessThanOrEqual(button?.y ?? 0)
      }
    })
  }
})
