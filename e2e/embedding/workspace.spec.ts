import { expect, type FrameLocator, type Page } from '@playwright/test'
import { workspacePath } from '../../src/contract/page-paths.ts'
import type { NewContact } from '../../src/simulators/ccp/page/state/ccp-contact.ts'
import { permissions } from '../../src/simulators/workspace/page/app-registration.ts'
// Declares `window.workspace`.
import '../../src/simulators/workspace/page/workspace-script.ts'
import {
  createAndSee,
  expectOnOffer,
  expectRelatedTo,
  fillTask,
  linkedContact,
  nameField,
  toggleSection,
} from '../support/panel.ts'
import { sentTask, test as base } from '../support/product.ts'
import { untilDefined } from '../support/until-defined.ts'

interface Fixtures {
  /** Opens the agent workspace with these contacts, the last one in view. */
  readonly openWorkspace: (...contacts: readonly NewContact[]) => Promise<readonly string[]>
}

const test = base.extend<Fixtures>({
  openWorkspace: async ({ page, product }, provide) => {
    await provide(async (...contacts) => {
      await page.goto(product.farSide.workspace.url)
      await untilDefined(page, 'workspace')
      const contactIds: string[] = []
      for (const contact of contacts) {
        // Sequential, so that the contacts arrive one after the other.
        contactIds.push(await page.evaluate((added) => window.workspace.addContact(added), contact))
      }
      const front = contactIds.at(-1)
      if (front !== undefined) await page.evaluate((id) => window.workspace.select(id), front)
      return contactIds
    })
  },
})

const named = (channel: NewContact['channel'], name: string): NewContact => ({
  channel,
  displayName: name,
  state: 'connected',
  attributes: { customerName: name },
})

const jonas = named('chat', 'Jonas Weber')
const maya = named('voice', 'Maya Lopez')

/** The panel that the workspace opened for this contact. */
const panelFor = (page: Page, { displayName }: NewContact): FrameLocator =>
  page.frameLocator(`iframe[title="Tasklink for ${displayName}"]`)
const panelForAll = (page: Page): FrameLocator => page.frameLocator('iframe[title="Tasklink"]')

/** Signs in in a window, because the provider's page cannot be framed. */
async function signIn(panel: FrameLocator): Promise<void> {
  await panel.getByRole('button', { name: 'Sign in' }).click()
  await expectOnOffer(panel, 'Callback requests')
}

const stages = (page: Page) =>
  page.evaluate(() => window.workspace.apps().map(({ contactId, stage }) => ({ contactId, stage })))

test('a task is created from the contact that the workspace opened the panel for', async ({
  page,
  openWorkspace,
  connect,
}) => {
  const [contactId] = await openWorkspace(jonas)
  const panel = panelFor(page, jonas)
  await expectRelatedTo(panel, 'chat', 'Jonas Weber')
  await signIn(panel)
  await fillTask(panel)
  await createAndSee(panel)

  expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactId })
})

test('the panel follows its contact from ringing to after-contact work', async ({ page, openWorkspace }) => {
  const [contactId = ''] = await openWorkspace({ ...jonas, state: 'connecting' })
  const panel = panelFor(page, jonas)
  await expect(linkedContact(panel)).toContainText('Ringing')

  await page.evaluate((id) => window.workspace.setState(id, 'connected'), contactId)
  await expect(linkedContact(panel)).toContainText('Connected')
  await page.evaluate((id) => window.workspace.setState(id, 'ended'), contactId)
  await expect(linkedContact(panel)).toContainText('After-contact work')
})

test('each of five contacts has its own panel and draft', async ({ page, openWorkspace }) => {
  const contacts = [
    maya,
    named('queue_callback', 'Ada Byron'),
    jonas,
    named('task', 'Refund 48213'),
    named('email', 'Parcel lost'),
  ]
  const contactIds = await openWorkspace(...contacts)
  for (const [index, contact] of contacts.entries()) {
    // Sequential, as an agent works.
    await page.evaluate((id) => window.workspace.select(id), contactIds[index] ?? '')
    await nameField(panelFor(page, contact)).fill(`About ${contact.displayName}`)
  }
  await page.getByRole('button', { name: 'Chat Jonas Weber' }).click()

  await expect(nameField(panelFor(page, jonas))).toHaveValue('About Jonas Weber')
  await expect(linkedContact(panelFor(page, jonas))).toContainText('Jonas Weber')
  await expect(nameField(panelFor(page, maya))).toBeHidden()
  await expect
    .poll(() => stages(page))
    .toEqual(contactIds.map((contactId, index) => ({ contactId, stage: index === 2 ? 'shown' : 'hidden' })))
})

test('a panel whose contact is cleared finishes its work, and is then closed', async ({
  page,
  openWorkspace,
}) => {
  const [contactId = ''] = await openWorkspace(maya, jonas)
  await expect(linkedContact(panelFor(page, jonas))).toContainText('Connected')
  await page.evaluate((id) => window.workspace.clear(id), contactId)

  await expect(page.locator('iframe')).toHaveCount(1)
  await expect(linkedContact(panelFor(page, jonas))).toContainText('Jonas Weber')
})

test('a draft whose panel was closed with its contact is listed in the next panel', async ({
  page,
  product,
  connect,
}) => {
  // As localhost the workspace is same-site with the panel, so the browser lets the panel store drafts.
  await page.goto(product.farSide.workspace.url.replace('127.0.0.1', 'localhost'))
  await untilDefined(page, 'workspace')
  const jonasId = await page.evaluate((added) => window.workspace.addContact(added), jonas)
  await signIn(panelFor(page, jonas))
  await fillTask(panelFor(page, jonas), 'Call Jonas back')
  await page.evaluate((id) => window.workspace.clear(id), jonasId)
  await page.evaluate((added) => window.workspace.addContact(added), maya)

  const panel = panelFor(page, maya)
  await panel.getByText('1 other unfinished draft').click()
  await panel.getByRole('button', { name: 'Show the draft for the chat with Jonas Weber' }).click()
  await expect(nameField(panel)).toHaveValue('Call Jonas back')
  await createAndSee(panel)
  expect(sentTask(connect)).toMatchObject({ Name: 'Call Jonas back', RelatedContactId: jonasId })
})

test('closing the tab of one panel keeps the panels of other contacts', async ({ page, openWorkspace }) => {
  await openWorkspace(maya, jonas)
  await expect(linkedContact(panelFor(page, jonas))).toContainText('Connected')
  await page.getByText('Simulate').click()
  await page.getByRole('button', { name: 'Close its tab' }).click()
  await page.getByRole('button', { name: 'Call Maya Lopez' }).click()

  await expect(page.locator('iframe')).toHaveCount(1)
  await expect(linkedContact(panelFor(page, maya))).toContainText('Maya Lopez')
})

test('one panel for all contacts lets the agent choose the contact', async ({
  page,
  openWorkspace,
  connect,
}) => {
  const [, chatId = ''] = await openWorkspace(maya, jonas)
  await page.evaluate(() => window.workspace.handle('CROSS_CONTACTS'))
  const panel = panelForAll(page)
  await expect(panel.getByText('Choose the contact this task is about.')).toBeVisible()
  await panel.getByRole('combobox', { name: 'Contact', exact: true }).click()
  await panel.getByRole('option', { name: `Chat with Jonas Weber · ${chatId.slice(0, 8)}` }).click()
  await signIn(panel)
  await fillTask(panel)
  await createAndSee(panel)

  expect(sentTask(connect)).toMatchObject({ RelatedContactId: chatId })
})

test('one panel for all contacts is about the contact that it was opened in', async ({
  page,
  openWorkspace,
}) => {
  await openWorkspace(maya, jonas)
  await page.evaluate(() => window.workspace.handle('CROSS_CONTACTS'))
  await page.evaluate(() => window.workspace.launch('in-contact'))

  await expectRelatedTo(panelFor(page, jonas), 'chat', 'Jonas Weber')
})

test('a panel that was opened without a contact links to the next contact', async ({
  page,
  openWorkspace,
}) => {
  await openWorkspace()
  await page.evaluate(() => window.workspace.handle('CROSS_CONTACTS'))
  const panel = panelForAll(page)
  await expect(panel.getByText('You have no contact now.')).toBeVisible()
  await page.evaluate((added) => window.workspace.addContact(added), jonas)

  await expectRelatedTo(panel, 'chat', 'Jonas Weber')
})

test('a panel without the permission to see its contact names the permission', async ({
  page,
  openWorkspace,
}) => {
  await openWorkspace()
  await page.evaluate(
    (left) => window.workspace.permit(left),
    permissions.filter((permission) => permission === 'User.Details.View'),
  )
  await page.evaluate((added) => window.workspace.addContact(added), jonas)
  const panel = panelFor(page, jonas)

  await expect(
    panel.getByText(
      'Ask an administrator to give it these permissions in Amazon Connect: Contact.Details.View.',
    ),
  ).toBeVisible()
  await expect(nameField(panel)).toBeEditable()
})

test('the panel reports a workspace that does not answer, keeps the draft, and recovers', async ({
  page,
  openWorkspace,
}) => {
  await page.clock.install()
  const [contactId = ''] = await openWorkspace(jonas)
  const panel = panelFor(page, jonas)
  await expect(linkedContact(panel)).toContainText('Connected')
  await nameField(panel).fill('Call back about the refund')
  await page.evaluate(() => window.workspace.silence(true))
  await page.clock.runFor(20_000)
  await expect(linkedContact(panel)).toContainText('State unknown')
  await page.evaluate((id) => window.workspace.setState(id, 'ended'), contactId)
  await page.evaluate(() => window.workspace.silence(false))
  await page.clock.runFor(5_000)

  await expect(linkedContact(panel)).toContainText('After-contact work')
  await expect(nameField(panel)).toHaveValue('Call back about the refund')
})

test('the panel says that the page around it is not the agent workspace', async ({ page, openWorkspace }) => {
  await page.clock.install()
  await openWorkspace()
  await page.evaluate(() => window.workspace.silence(true))
  await page.evaluate((added) => window.workspace.addContact(added), jonas)
  const panel = panelFor(page, jonas)
  await expect(panel.getByText('Waiting for')).toBeVisible()

  // The panel sends its hello message when its chunk has been loaded, and then waits 15 s.
  await expect(async () => {
    await page.clock.runFor(15_000)
    await expect(panel.getByText('This page belongs inside the Amazon Connect agent workspace.')).toBeVisible(
      { timeout: 1_000 },
    )
  }).toPass()
})

test('a workspace panel without a frame says at once where to open it', async ({ page, product }) => {
  await page.goto(`${product.proxy.origin}${workspacePath}`)

  await expect(page.getByText('This page belongs inside the Amazon Connect agent workspace.')).toBeVisible()
  await expect(nameField(page)).toBeEditable()
  expect(new URL(page.url()).pathname).toBe(workspacePath)
})

test('only the workspace and pages that the administrator allows may frame the panel', async ({
  product,
  request,
}) => {
  const response = await request.get(`${product.proxy.origin}${workspacePath}`)
  const { FRAME_ANCESTORS: allowed = '' } = product.farSide.environment

  expect(allowed.split(' ')).toContain(new URL(product.farSide.workspace.url).origin)
  expect(response.headers()['content-security-policy']).toContain(`frame-ancestors 'self' ${allowed};`)
  expect(response.headers()).not.toHaveProperty('x-frame-options')
})

test('attributes to copy are selected in a field, because the workspace gives its apps no clipboard', async ({
  page,
  openWorkspace,
}) => {
  await openWorkspace(maya)
  const panel = panelFor(page, maya)
  await signIn(panel)
  const attributes = await toggleSection(panel, 'Attributes')
  await attributes.getByRole('button', { name: 'Copy as text' }).click()

  await expect(attributes.getByText('The browser does not let the panel copy.')).toBeVisible()
  await expect(attributes.getByLabel('Attributes as text')).toBeFocused()
  await expect(attributes.getByLabel('Attributes as text')).toHaveValue('customerName\tMaya Lopez')
})
