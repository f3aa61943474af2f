import { expect, type Page } from '@playwright/test'
import { usualOpening } from '../../src/simulators/ccp/page/opening.ts'
import { createAndSee, fillTask, linkedContact, nameField, submitButton } from '../support/panel.ts'
import { call, ccpOf, chat, sentTask, test } from '../support/product.ts'

/** What the panel waits for before it says that the CCP does not answer. */
const loadTimeoutMs = 15_000

const draftName = 'Call back about the refund'

/** The words about the CCP, and the CCP itself as the agent reads it. */
const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'Contact Control Panel' })
const ccp = (page: Page) => page.frameLocator('iframe[title="Contact Control Panel"]')

async function expectDraftKept(page: Page): Promise<void> {
  await expect(nameField(page)).toBeEditable()
  await expect(nameField(page)).toHaveValue(draftName)
}

test('the agent can begin before the CCP has answered, and the draft stays when it does', async ({
  page,
  product,
  ccpService,
  connect,
}) => {
  ccpService.openNext({ ...usualOpening, acknowledgementDelayMs: 10_000 })
  await page.clock.install()
  await page.goto(product.proxy.origin)
  await expect(page.getByText('Waiting for the Contact Control Panel…')).toBeVisible()
  await fillTask(page, draftName)
  const { addContact } = await ccpOf(page)
  const added = addContact(call)
  await page.clock.fastForward(10_000)
  const contactId = await added

  await expect(notice(page)).toHaveCount(0)
  await expectDraftKept(page)
  await page.getByRole('button', { name: 'Move the task to the call with +12065550142' }).click()
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactId })
})

test('a CCP that does not answer has its likely causes told, the page’s own origin first', async ({
  page,
  product,
  ccpService,
}) => {
  ccpService.approve([])
  await page.clock.install()
  await page.goto(product.proxy.origin)
  await fillTask(page, draftName)
  await page.locator('iframe[title="Contact Control Panel"]').waitFor({ state: 'attached' })
  await page.clock.fastForward(loadTimeoutMs)

  await expect(page.getByText('The Contact Control Panel does not answer')).toBeVisible()
  await expect(notice(page).getByRole('listitem')).toHaveText([
    `This page is not approved. An administrator adds ${product.proxy.origin} to the approved origins of the Amazon Connect instance.`,
    /^You are not signed in to Amazon Connect\./,
    /^This browser blocks third-party cookies/,
  ])
  await expectDraftKept(page)

  ccpService.approve([product.proxy.origin])
  await page.clock.fastForward(loadTimeoutMs)
  await expect(notice(page)).toHaveCount(0)
  await expectDraftKept(page)
})

test('while the CCP does not answer a task can be created, linked to nothing', async ({
  page,
  product,
  ccpService,
  connect,
}) => {
  ccpService.openNext({ ...usualOpening, speech: 'silent' })
  await page.clock.install()
  await page.goto(product.proxy.origin)
  await ccpOf(page)
  await page.clock.fastForward(loadTimeoutMs)
  await expect(page.getByText('The Contact Control Panel does not answer')).toBeVisible()
  await fillTask(page, draftName)
  await createAndSee(page)

  expect(sentTask(connect)).not.toHaveProperty('RelatedContactId')
})

test('a session that ran out asks for a sign-in, keeps the draft on its contact, and comes back', async ({
  page,
  open,
  connect,
}) => {
  const { frame, contactIds } = await open(chat)
  await fillTask(page, draftName)
  await frame.evaluate(() => window.ccp.refuse('auth_fail'))

  await expect(page.getByText('Sign in to the Contact Control Panel to link a task')).toBeVisible()
  await expectDraftKept(page)
  await expect(submitButton(page)).toHaveText('Create task for the chat with Jonas Weber')

  await ccp(page).getByRole('button', { name: 'Sign in' }).click()
  await expect(notice(page)).toHaveCount(0)
  await expect(linkedContact(page)).toContainText('Connected')
  await expectDraftKept(page)
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactIds[0] })
})

test('a sign-in in the window that opens brings the contacts back', async ({ page, open }) => {
  await page.clock.install()
  const { frame } = await open(chat)
  await fillTask(page, draftName)
  await frame.evaluate(() => window.ccp.refuse('auth_fail'))
  await expect(page.getByText('Sign in to the Contact Control Panel to link a task')).toBeVisible()
  const opened = page.waitForEvent('popup')
  await page.clock.fastForward(3_000)
  const signIn = await opened
  await signIn.getByRole('button', { name: 'Sign in' }).click()
  await expect(signIn.getByText('You are signed in.')).toBeVisible()
  await page.clock.fastForward(loadTimeoutMs)

  await expect(notice(page)).toHaveCount(0)
  await expect(linkedContact(page)).toContainText('Connected')
  await expectDraftKept(page)
})

test('a CCP that refuses the page says so with the origin to approve, and comes back', async ({
  page,
  open,
  product,
}) => {
  const { frame } = await open(chat)
  await fillTask(page, draftName)
  await frame.evaluate(() => window.ccp.refuse('access_denied'))

  await expect(page.getByText('The Contact Control Panel refuses to run here')).toBeVisible()
  await expect(notice(page)).toContainText(`adds ${product.proxy.origin} to the approved origins`)
  await expectDraftKept(page)

  await ccp(page).getByRole('button', { name: 'Allow it again' }).click()
  await expect(notice(page)).toHaveCount(0)
  await expect(linkedContact(page)).toContainText('Connected')
  await expectDraftKept(page)
})

test('an agent who signed out of the CCP keeps the draft and its link, and signs in again', async ({
  page,
  open,
  connect,
}) => {
  const { frame, contactIds } = await open(call)
  await fillTask(page, draftName)
  await frame.evaluate(() => window.ccp.signOut())

  await expect(page.getByText('You are signed out of the Contact Control Panel.')).toBeVisible()
  await expectDraftKept(page)
  await expect(linkedContact(page)).toContainText('State unknown')

  await ccp(page).getByRole('button', { name: 'Sign in' }).click()
  await expect(notice(page)).toHaveCount(0)
  await expectDraftKept(page)
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactIds[0] })
})

test('a CCP that cannot be understood is said, until it can', async ({ page, open }) => {
  const { frame } = await open(chat)
  await fillTask(page, draftName)
  await frame.evaluate(() => {
    const snapshot = { state: { name: 'Available', type: 'routable' }, contacts: [] }
    const configuration = { routingProfile: { queues: [] } }
    window.parent.postMessage({ event: 'agent::update', data: { configuration, snapshot } }, '*')
  })
  await expect(page.getByText('does not say who you are')).toBeVisible()
  await expectDraftKept(page)

  await frame.evaluate(() => window.ccp.setAgentState('Break'))
  await expect(notice(page)).toHaveCount(0)
  await expectDraftKept(page)
})

test('lost keep-alive acknowledgements change nothing for the agent', async ({ page, open }) => {
  await page.clock.install()
  const { frame, addContact } = await open(call)
  await frame.evaluate(() => window.ccp.keepAlive('lost'))
  await page.clock.fastForward(loadTimeoutMs)
  await addContact(chat)

  await expect(submitButton(page)).toHaveText('Create task for the chat with Jonas Weber')
  await expect(notice(page)).toHaveCount(0)
})

test('a page loaded again finds the same contacts, the same one in front', async ({ page, open }) => {
  const { contactIds } = await open(chat, { ...chat, displayName: 'Maya Lopez' })
  await page.reload()
  const { frame } = await ccpOf(page)

  await expect(submitButton(page)).toHaveText('Create task for the chat with Maya Lopez')
  expect(await frame.evaluate(() => window.ccp.contactIds())).toEqual(contactIds)
})
