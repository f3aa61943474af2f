import { expect, type Page, type Request } from '@playwright/test'
import { create, createAndSee, createdHeading, fillTask, linkedContact, nameField } from '../support/panel.ts'
import { call, ccpOf, chat, test } from '../support/product.ts'

const ccpColumn = (page: Page) => page.getByRole('region', { name: 'Contact Control Panel' })

test.describe('from 640 px', () => {
  test.use({ viewport: { width: 640, height: 700 } })

  test('CCP and panel stand side by side', async ({ page, open }) => {
    await open(call)
    await expect(page.getByRole('tab')).toHaveCount(0)
    const left = await ccpColumn(page).boundingBox()
    const right = await page.getByRole('main').boundingBox()
    expect(left).toMatchObject({ x: 0, width: 320 })
    expect(right).toMatchObject({ x: 320, width: 320 })
  })
})

test.describe('below 640 px', () => {
  test.use({ viewport: { width: 639, height: 700 } })

  test('CCP and panel are two tabs, and the CCP keeps running when hidden', async ({ page, open }) => {
    const { frame, contactIds } = await open(call)
    await fillTask(page)
    await expect(ccpColumn(page)).toHaveCount(0)
    await page.getByRole('tab', { name: 'Contact Control Panel' }).click()
    await expect(ccpColumn(page)).toBeVisible()
    await expect(nameField(page)).toBeHidden()
    await page.keyboard.press('ArrowRight')

    await expect(page.getByRole('tab', { name: 'Task' })).toBeFocused()
    await expect(page.getByRole('tab', { name: 'Task' })).toHaveAttribute('aria-selected', 'true')
    await expect(nameField(page)).toHaveValue('Call back about the refund')
    // The frame was not reloaded: after a reload it would have other contacts.
    expect(await frame.evaluate(() => window.ccp.contactIds())).toEqual(contactIds)
    await createAndSee(page)
  })
})

test('resizing the window keeps the draft and the call', async ({ page, open }) => {
  const { frame, contactIds } = await open(call)
  await fillTask(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expect(page.getByRole('tab', { name: 'Task' })).toBeVisible()
  await page.setViewportSize({ width: 1_280, height: 800 })

  await expect(nameField(page)).toHaveValue('Call back about the refund')
  expect(await frame.evaluate(() => window.ccp.contactIds())).toEqual(contactIds)
})

test('the page embeds one CCP', async ({ page, open }) => {
  await open(call)
  await expect(page.locator('iframe[title="Contact Control Panel"]')).toHaveCount(1)
})

test('creating a task violates no content security policy and logs no error', async ({ page, open }) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await open(call)
  await fillTask(page)
  await createAndSee(page)
  await page.getByRole('button', { name: 'Create another task' }).click()
  await expect(nameField(page)).toBeFocused()

  expect(complaints).toEqual([])
})

test('the page connects only to its proxy and the identity provider, and contains no AWS key', async ({
  page,
  open,
  product,
  connect,
}) => {
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  await open(call)
  await fillTask(page)
  await createAndSee(page)

  const ofThePage = requests.filter((request) => request.frame() === page.mainFrame())
  expect(new Set(ofThePage.map((request) => new URL(request.url()).origin))).toEqual(
    new Set([product.proxy.origin, product.farSide.identity.issuer]),
  )
  const everything = requests.map((request) =>
    JSON.stringify([request.url(), request.headers(), request.postData()]),
  )
  expect(everything.join('\n')).not.toContain(connect.credentials.accessKeyId)
  expect(everything.join('\n')).not.toContain(connect.credentials.secretAccessKey)
  expect(everything.join('\n')).not.toContain('AWS4-HMAC-SHA256')
  await expect(createdHeading(page)).toBeVisible()
})

test('no token is in the browser’s storage', async ({ page, open }) => {
  await open(call)
  await expect(linkedContact(page)).toContainText('+12065550142')
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))

  expect(stored).not.toMatch(/eyJ|access_token|id_token/)
})

test('a page reloaded during a call is signed in', async ({ page, product }) => {
  // The simulated CCP starts without contacts; in this test it has a call.
  await page.route('**/api/v1/config', async (route) => {
    const answer = await route.fetch()
    const body = await answer.text()
    await route.fulfill({ response: answer, body: body.replace('scenario=empty', 'scenario=call') })
  })
  await page.goto(product.proxy.origin)
  await ccpOf(page)
  await expect(linkedContact(page)).toContainText('+12065550142')
  await page.reload()
  await ccpOf(page)

  await expect(linkedContact(page)).toContainText('+12065550142')
  await fillTask(page)
  await create(page)
  await expect(createdHeading(page)).toBeVisible()
})

test('the page explains that the proxy cannot be reached', async ({ page, product }) => {
  await page.route('**/api/v1/config', (route) => route.abort(), { times: 1 })
  await page.goto(product.proxy.origin)
  await expect(page.getByRole('alert')).toContainText('The task service cannot be reached')
  await page.getByRole('button', { name: 'Try again' }).click()

  await expect(page.getByRole('heading', { name: 'New task' })).toBeVisible()
})

test('the focus begins in the first field, goes along with an empty form, and never leaves the CCP', async ({
  page,
  open,
}) => {
  const ccp = await open(call)
  await expect(nameField(page)).toBeFocused()
  await ccp.addContact(chat)
  await expect(linkedContact(page)).toContainText('Jonas Weber')
  await expect(nameField(page)).toBeFocused()

  await ccp.frame.getByRole('heading', { name: 'Contact Control Panel' }).click()
  await ccp.frame.getByRole('combobox', { name: 'Agent state' }).focus()
  await ccp.frame.evaluate((id) => window.ccp.select(id), ccp.contactIds[0] ?? '')
  await expect(linkedContact(page)).toContainText('+12065550142')
  await expect(ccp.frame.getByRole('combobox', { name: 'Agent state' })).toBeFocused()
  // The agent never went to the field, so it does not complain.
  await expect(nameField(page)).not.toHaveAttribute('aria-invalid')
})
