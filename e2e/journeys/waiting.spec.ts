import { expect, type Page } from '@playwright/test'
import {
  create,
  createAndSee,
  createdHeading,
  failureNotice,
  fillTask,
  linkedContact,
  nameField,
  submitButton,
} from '../support/panel.ts'
import { call, chat, test, turnTo } from '../support/product.ts'

const names = (connect: { readonly tasks: readonly { readonly name: string }[] }) =>
  connect.tasks.map(({ name }) => name)

/** The first request reaches Connect. Its answer is lost, and so are the requests by which the panel asks for it. */
async function loseAnswers(page: Page): Promise<void> {
  await page.route('**/api/v1/tasks', (route) => route.abort(), { times: 4 })
  await page.route(
    '**/api/v1/tasks',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
}

test('without a network the panel says so before a press, and sends what was pressed in that order when it is back', async ({
  page,
  context,
  open,
  connect,
}) => {
  const { contactIds, ...ccp } = await open(call, chat)
  await fillTask(page, 'Send the letter')
  await context.setOffline(true)
  await expect(page.getByText('You are offline. A task that you create now is sent')).toBeVisible()
  await create(page)
  await expect(page.getByText('You are offline.', { exact: true })).toBeVisible()

  await turnTo(ccp, contactIds[0] ?? '')
  await expect(linkedContact(page)).toContainText('+12065550142')
  await expect(page.getByText('Task for the chat with Jonas Weber: waiting to be sent.')).toBeVisible()
  await fillTask(page, 'Call back')
  await create(page)
  await expect(page.getByText('Your task waits for 1 other task of yours.')).toBeVisible()
  expect(names(connect)).toEqual([])

  await context.setOffline(false)
  await expect(createdHeading(page)).toBeVisible()
  await expect(page.getByText('Task for the chat with Jonas Weber: created.')).toBeVisible()
  expect(names(connect)).toEqual(['Send the letter', 'Call back'])
})

test('the question about a lost task stays beside the edited one that was created', async ({
  page,
  context,
  open,
  connect,
}) => {
  await open(call)
  await loseAnswers(page)
  await fillTask(page, 'Call back')
  await create(page)
  await expect(page.getByText(/^The answer was lost/)).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('You are offline. The answer was lost')).toBeVisible()
  await context.setOffline(false)
  await expect(failureNotice(page)).toContainText('The task may have been created')
  await page.getByRole('button', { name: 'Edit anyway' }).click()
  await expect(page.getByText('“Call back” may have been created')).toBeVisible()
  await nameField(page).fill('Call back today')
  await createAndSee(page)

  await expect(page.getByText('“Call back” may have been created')).toBeVisible()
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByText('“Call back” was created.')).toBeVisible()
  await expect(page.getByText('“Call back” may have been created')).toHaveCount(0)
  expect(names(connect)).toEqual(['Call back', 'Call back today'])
})

test('when Connect may have forgotten a task, the panel looks for it and asks before anything is sent', async ({
  page,
  open,
  connect,
}) => {
  await page.clock.install()
  await open(call)
  await loseAnswers(page)
  await fillTask(page, 'Call back')
  await create(page)
  await expect(async () => {
    await page.clock.runFor('00:02')
    await expect(failureNotice(page)).toBeVisible({ timeout: 100 })
  }).toPass()
  // Not much longer than needed: the panel's timeout for the answer also runs by this clock.
  await page.clock.runFor('04:35')

  await expect(failureNotice(page)).toContainText('It is too late to check again')
  await expect(failureNotice(page)).toContainText('You created this task. Is it the one?')
  // The Create button is hidden while the question is open, and a key sends nothing.
  await expect(submitButton(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'The task may have been created' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'The task may have been created' })).toBeFocused()
  await page.setViewportSize({ width: 320, height: 560 })
  const notice = await failureNotice(page).boundingBox()
  expect(notice?.height).toBeLessThanOrEqual(0.35 * 560)
  await page.getByRole('button', { name: 'Yes, this one: “Call back”' }).click()

  await expect(createdHeading(page)).toBeVisible()
  await expect(page.getByText(connect.tasks[0]?.contactId ?? 'no task')).toBeVisible()
  expect(names(connect)).toEqual(['Call back'])
})
