import { expect, type FrameLocator, type Page } from '@playwright/test'
import type { NewContact } from '../../src/simulators/ccp/page/state/ccp-contact.ts'
import { host } from '../support/host-driver.ts'
import {
  create,
  createAndSee,
  expectRelatedTo,
  fillTask,
  linkedContact,
  nameField,
} from '../support/panel.ts'
import { call, sentTask, test, type Product } from '../support/product.ts'

/** The panel in the frame of `src/examples/host-page`. */
const panelOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Tasklink"]')

const said = (page: Page) => page.getByRole('list', { name: 'What the panel says' })

async function openHost(page: Page, { farSide }: Product): Promise<void> {
  await page.goto(`${farSide.examples.origin}/host-page/`)
  await expect(said(page)).toContainText('{"tasklink":1,"type":"ready"}')
}

const jonas: NewContact = { channel: 'chat', contactId: 'chat-1', displayName: 'Jonas Weber' }

const contactMessage = {
  tasklink: 1,
  type: 'contacts',
  contact: { contactId: 'stranger-1', channel: 'chat', displayName: 'Mallory' },
}

test('a page of another origin sends a contact, and the agent’s task is linked to it', async ({
  page,
  product,
  connect,
}) => {
  const source = host(page, product)
  await source.open(call)
  await source.add(jonas)
  await page.getByLabel('Contact id').fill('chat-1')
  await page.getByLabel('Channel').selectOption('Chat')
  await page.getByLabel('Customer').fill('Jonas Weber')
  await page.getByRole('button', { name: 'Put in front of the agent' }).click()

  await expectRelatedTo(source.panel, 'chat', 'Jonas Weber')
  await fillTask(source.panel)
  await createAndSee(source.panel)

  expect(sentTask(connect)).toMatchObject({ RelatedContactId: 'chat-1' })
})

test('the panel fills its frame and shows no CCP', async ({ page, product }) => {
  await openHost(page, product)
  const panel = panelOf(page)

  await expect(panel.getByRole('heading', { name: 'New task' })).toBeVisible()
  await expect(panel.locator('iframe[title="Contact Control Panel"]')).toHaveCount(0)
  const [frame, form] = await Promise.all([
    page.locator('iframe[title="Tasklink"]').boundingBox(),
    panel.getByRole('main').boundingBox(),
  ])
  expect(form?.width).toBe(frame?.width)
})

test('the panel shows that the page has no contact', async ({ page, product }) => {
  await openHost(page, product)
  await page.getByRole('button', { name: 'No contact' }).click()

  await expect(linkedContact(panelOf(page))).toContainText('You have no contact now')
})

test('the panel loads the code for the page’s messages again if the network has lost it', async ({
  page,
  product,
}) => {
  await page.route('**/messages-*.js', (route) => route.abort(), { times: 1 })
  await openHost(page, product)
  await page.getByRole('button', { name: 'No contact' }).click()

  await expect(linkedContact(panelOf(page))).toContainText('You have no contact now')
})

test('the page receives events of the agent’s work, without any typed text', async ({
  page,
  product,
  connect,
}) => {
  const source = host(page, product)
  const [callId] = await source.open(call)
  await expect(linkedContact(source.panel)).toContainText('+12065550142')
  connect.failNext('StartTaskContact', {
    kind: 'error',
    status: 403,
    type: 'AccessDeniedException',
  })
  await fillTask(source.panel)
  await expect(said(page)).toContainText(
    JSON.stringify({ tasklink: 1, type: 'draft-changed', contactId: callId, isBegun: true }),
  )
  await create(source.panel)
  await expect(said(page)).toContainText(
    JSON.stringify({ tasklink: 1, type: 'failure', code: 'connect-denied', outcome: 'not-created' }),
  )
  await createAndSee(source.panel)

  await expect(said(page)).toContainText('"type":"task-created"')
  await expect(said(page)).toContainText(`"linkedContactId":"${callId}"`)
  await expect(said(page)).not.toContainText('refund')
})

test('an invalid message gets an answer with the reason, and the draft stays', async ({ page, product }) => {
  await openHost(page, product)
  await page.evaluate(() => window.tasklink.tell({ contact: { contactId: 'c-1', channel: 'chat' } }))
  await expect(linkedContact(panelOf(page))).toContainText('ID c-1')
  await nameField(panelOf(page)).fill('Call back about the refund')

  await page.evaluate(() => window.tasklink.tell({ contact: { contactId: 'c-2', channel: 'phone' } }))

  await expect(said(page)).toContainText(
    '"type":"refused","reason":"contact.channel must be one of voice, queue_callback, chat, task, email."',
  )
  await expect(linkedContact(panelOf(page))).toContainText('ID c-1')
  await expect(nameField(panelOf(page))).toHaveValue('Call back about the refund')
})

test('messages of another window are ignored, even from an allowed origin', async ({
  page,
  product,
  context,
}) => {
  await openHost(page, product)
  const opened = context.waitForEvent('page')
  await page.evaluate(() => void window.open('/host-page/?second'))
  const second = await opened
  await expect(said(second)).toContainText('"ready"')
  // A window of the host's own origin, opened by it, can reach the frame.
  await second.evaluate((message) => {
    const frame = window.opener.frames[0]
    frame.postMessage(message, '*')
    frame.postMessage({ ...message, type: 'nonsense' }, '*')
  }, contactMessage)

  // The host's own message arrives after that of the other window.
  await page.evaluate(() => window.tasklink.tell({ contact: null }))
  await expect(linkedContact(panelOf(page))).toContainText('You have no contact now')
  await expect(said(page)).not.toContainText('refused')
  await expect(panelOf(page).getByText('Mallory')).toHaveCount(0)
})

test('a page of an origin that is not allowed cannot frame the panel, and its messages are ignored', async ({
  page,
  product,
  context,
}) => {
  const foreign = 'http://foreign.localhost:4999/'
  await page.route(`${foreign}**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Foreign</title><iframe title="Tasklink" src="${product.proxy.origin}/embed"></iframe>`,
    }),
  )
  const refused = page.waitForEvent('requestfailed')
  await page.goto(foreign)
  expect((await refused).url()).toBe(`${product.proxy.origin}/embed`)
  await expect(panelOf(page).getByRole('heading', { name: 'New task' })).toHaveCount(0)

  // It can reach the frame of a window that it has opened.
  const opened = context.waitForEvent('page')
  const handle = await page.evaluateHandle(
    (address) => window.open(address),
    `${product.farSide.examples.origin}/host-page/`,
  )
  const hostPage = await opened
  await expect(said(hostPage)).toContainText('"ready"')
  await handle.evaluate((hostWindow, message) => {
    hostWindow?.frames[0]?.postMessage(message, '*')
    hostWindow?.frames[0]?.postMessage({ ...message, type: 'nonsense' }, '*')
  }, contactMessage)

  await hostPage.evaluate(() => window.tasklink.tell({ contact: null }))
  await expect(linkedContact(panelOf(hostPage))).toContainText('You have no contact now')
  await expect(said(hostPage)).not.toContainText('refused')
})
