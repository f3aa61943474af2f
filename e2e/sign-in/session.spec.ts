import { expect, type Page } from '@playwright/test'
import { usualOpening } from '../../src/simulators/ccp/page/session/opening.ts'
import { createAndSee, expectRelatedTo, fillTask, linkedContact, nameField } from '../support/panel.ts'
import { call, ccpOf, chat, sentTask, test } from '../support/product.ts'

/** The time after which the panel reports that the CCP does not answer. */
const loadTimeoutMs = 15_000

const draftName = 'Call back about the refund'

/** The panel's notice about the CCP, and the CCP's frame. */
const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'Contact Control Panel' })
const ccp = (page: Page) => page.frameLocator('iframe[title="Contact Control Panel"]')

async function expectDraftKept(page: Page): Promise<void> {
  await expect(nameField(page)).toBeEditable()
  await expect(nameField(page)).toHaveValue(draftName)
}

test('the agent can type before the CCP has answered, and the draft stays when it does', async ({
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
  await page.getByRole('button', { name: 'Link this task to it' }).click()
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactId })
})

test('if the CCP does not answer, the panel lists likely causes, the page’s origin first', async ({
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
  await page.getByText('Usual causes').click()
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

test('while the CCP does not answer, a task can be created without a link', async ({
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

test('after an expired session the panel asks for a sign-in, keeps the draft on its contact, and recovers', async ({
  page,
  open,
  connect,
}) => {
  const { frame, contactIds } = await open(chat)
  await fillTask(page, draftName)
  await frame.evaluate(() => window.ccp.refuse('auth_fail'))

  await expect(page.getByText('Sign in to the Contact Control Panel to link a task')).toBeVisible()
  await expectDraftKept(page)
  await expectRelatedTo(page, 'chat', 'Jonas Weber')

  await ccp(page).getByRole('button', { name: 'Sign in' }).click()
  await expect(notice(page)).toHaveCount(0)
  await expect(linkedContact(page)).toContainText('Connected')
  await expectDraftKept(page)
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactIds[0] })
})

test('if the CCP refuses the page, the panel names the origin to approve, and recovers', async ({
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

  await expect(page.getByText('You are signed out of the Contact Control Panel. Sign in there')).toBeVisible()
  await expectDraftKept(page)
  await expect(linkedContact(page)).toContainText('State unknown')

  await ccp(page).getByRole('button', { name: 'Sign in' }).click()
  await expect(notice(page)).toHaveCount(0)
  await expectDraftKept(page)
  await createAndSee(page)
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactIds[0] })
})

test('the panel reports a CCP with unreadable messages until they are readable', async ({ page, open }) => {
  const { frame } = await open(chat)
  await fillTask(page, draftName)
  await frame.evaluate(() => {
    const snapshot = { state: { name: 'Available', type: 'routable' }, contacts: [] }
    const configuration = { routingProfile: { queues: [] } }
    window.parent.postMessage({ event: 'agent::update', data: { configuration, snapshot } }, '*')
  })
  await expect(page.getByText('does not understand this version of the Contact Control Panel')).toBeVisible()
  await expectDraftKept(page)

  await frame.evaluate(() => window.ccp.setAgentState('Break'))
  await expect(notice(page)).toHaveCount(0)
  await expectDraftKept(page)
})

test('lost keep-alive acknowledgements do not affect the agent', async ({ page, open }) => {
  await page.clock.install()
  const { frame, addContact } = await open(call)
  await frame.evaluate(() => window.ccp.keepAlive('lost'))
  await page.clock.fastForward(loadTimeoutMs)
  await addContact(chat)

  await expectRelatedTo(page, 'chat', 'Jonas Weber')
  await expect(notice(page)).toHaveCount(0)
})

test('a reload shows the same contacts with the same one in view', async ({ page, open }) => {
  const { contactIds } = await open(chat, { ...chat, displayName: 'Maya Lopez' })
  await page.reload()
  const { frame } = await ccpOf(page)

  await expectRelatedTo(page, 'chat', 'Maya Lopez')
  expect(await frame.evaluate(() => window.ccp.contactIds())).toEqual(contactIds)
})
