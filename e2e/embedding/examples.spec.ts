import { expect } from '@playwright/test'
import { ana } from '../../src/simulators/instance/instance.ts'
import { create, createAndSee, failureNotice, fillTask, linkedContact, nameField } from '../support/panel.ts'
import { call, ccpOf, sentTask, test } from '../support/product.ts'

/** The example pages in `src/examples`. */

test('on a React page with the component the agent creates a linked task, and the page gets the event', async ({
  page,
  product,
  connect,
}) => {
  await page.goto(`${product.farSide.examples.origin}/react-component/`)
  const ccp = await ccpOf(page)
  const contactId = await ccp.addContact(call)
  await expect(linkedContact(page)).toContainText('+12065550142')
  await fillTask(page)
  await createAndSee(page)

  await expect(page.getByText('Tasks created here: 1')).toBeVisible()
  expect(sentTask(connect)).toMatchObject({
    RelatedContactId: contactId,
    Attributes: { source: 'react-desktop' },
  })
})

test('a page without React mounts the panel, and a draft outlasts unmounting', async ({
  page,
  product,
  connect,
}) => {
  await page.goto(`${product.farSide.examples.origin}/mount/`)
  await page.waitForSelector('iframe[title="Contact Control Panel"]', { state: 'attached' })
  const tasks = page.getByRole('button', { name: 'Tasks' })
  await tasks.click()
  const ccp = await ccpOf(page)
  const contactId = await ccp.addContact(call)
  await expect(linkedContact(page)).toContainText('+12065550142')
  await fillTask(page, 'Send the second parcel')

  await tasks.click()
  await expect(page.getByRole('heading', { name: 'New task' })).toHaveCount(0)
  await tasks.click()

  await expect(nameField(page)).toHaveValue('Send the second parcel')
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactId, Name: 'Send the second parcel' })
})

test('a page with the custom element sets the contact and gets the event of its task', async ({
  page,
  product,
  connect,
}) => {
  connect.setContacts(ana.userId, [
    {
      contactId: 'chat-7',
      initialContactId: null,
      channel: 'CHAT',
      state: 'CONNECTED',
      accepted: true,
      name: null,
      attributes: {},
    },
  ])
  await page.goto(`${product.farSide.examples.origin}/custom-element/`)
  await expect(linkedContact(page)).toContainText('You have no contact now')
  await page.getByLabel('Contact id', { exact: true }).fill('chat-7')
  await page.getByLabel('Customer').fill('Maya Lopez')
  await page.getByRole('button', { name: 'Open the chat' }).click()
  await expect(linkedContact(page)).toContainText('Maya Lopez')
  await fillTask(page)
  await createAndSee(page)

  await expect(page.getByText('A task was created for contact chat-7.')).toBeVisible()
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: 'chat-7' })
})

test('a page with the custom element gets events: ready, draft changed, failure, task created', async ({
  page,
  product,
  connect,
}) => {
  await page.addInitScript(() => {
    window.heard = []
    for (const name of ['ready', 'draft-changed', 'failure', 'task-created'] as const) {
      document.addEventListener(`tasklink-${name}`, (event) => {
        window.heard.push({ name, ...(event instanceof CustomEvent ? { detail: event.detail } : {}) })
      })
    }
  })
  await page.goto(`${product.farSide.examples.origin}/custom-element/`)
  await expect(linkedContact(page)).toContainText('You have no contact now')
  connect.failNext('StartTaskContact', {
    kind: 'error',
    status: 402,
    type: 'ServiceQuotaExceededException',
  })
  await fillTask(page, 'A secret of the customer')
  await create(page)
  await expect(failureNotice(page)).toBeVisible()
  await createAndSee(page)

  const heard = await page.evaluate(() => window.heard)
  expect(heard).toContainEqual({ name: 'ready', detail: null })
  expect(heard).toContainEqual({ name: 'draft-changed', detail: { isBegun: true } })
  expect(heard).toContainEqual({
    name: 'failure',
    detail: { code: 'quota-reached', outcome: 'not-created' },
  })
  expect(heard.at(-1)).toEqual({
    name: 'task-created',
    detail: { contactId: connect.tasks[0]?.contactId },
  })
  expect(JSON.stringify(heard)).not.toContain('secret')
})

declare global {
  interface Window {
    heard: { readonly name: string; readonly detail?: unknown }[]
  }
}
