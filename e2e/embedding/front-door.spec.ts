import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { NewContact } from '../../src/simulators/ccp/page/state/ccp-contact.ts'
import { exampleContact } from '../../src/simulators/example-contact.ts'
import { ana } from '../../src/simulators/instance/instance.ts'
import {
  createAndSee,
  destinationField,
  fillTask,
  linkedContact,
  nameField,
  type Panel,
} from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'
import { signInToFrame } from '../support/source-driver.ts'
import { expectSoundEverywhere } from '../support/soundness.ts'
import { inCcp } from '../support/streams-drivers.ts'
import { untilDefined } from '../support/until-defined.ts'

/** How to use one example once its page is open. */
interface Way {
  /** The page or frame with the panel. */
  readonly panel: Panel
  /** Makes a contact the current one; resolves to its id. */
  readonly contact: () => Promise<string>
  readonly fill?: () => Promise<void>
}

/** The browser logs this when a framed panel asks the proxy for the agent before the sign-in. */
const notSignedInYet = 'Failed to load resource: the server responded with a status of 401 (Unauthorized)'

const maya: NewContact = {
  channel: 'chat',
  displayName: 'Maya Lopez',
  attributes: { customerName: 'Maya Lopez' },
}

const beside = (page: Page): Way => ({ panel: page, contact: () => inCcp(page).add(call) })

const afterButton = (page: Page): Way => ({
  panel: page.locator('#tasklink'),
  contact: async () => {
    await page.waitForSelector('#ccp iframe', { state: 'attached' })
    await page.getByRole('button', { name: 'Tasks' }).click()
    return inCcp(page).add(call)
  },
})

/** For pages with a form that holds the id of a contact that Connect knows. */
const byForm = (page: Page, button: string, panel: Panel = page): Way => ({
  panel,
  contact: async () => {
    // Wait for the panel: until then the page's script has no listener for the form.
    await expect(nameField(panel)).toBeVisible()
    await page.getByLabel('Customer').fill('Maya Lopez')
    await page.getByRole('button', { name: button }).click()
    return exampleContact.contactId
  },
})

/** How a contact becomes the current one in each example, by the link on the examples' front page. */
const ways: Readonly<Record<string, (page: Page) => Way>> = {
  'CCP page': beside,
  'React component': beside,
  'mount()': afterButton,
  'Streams desktop': afterButton,
  'Custom element': (page) => byForm(page, 'Open the chat'),
  'Prefilled task': (page) => ({
    ...byForm(page, 'Open the refund'),
    fill: async () => {
      await page.getByLabel('Description').fill('She sent it back in May.')
      await expect(destinationField(page)).toHaveValue('Refund approvals')
      await page.getByText('Attributes', { exact: true }).click()
      await page
        .getByRole('group', { name: 'Attribute 1', exact: true })
        .getByLabel('Value (required)')
        .fill('Broken')
    },
  }),
  'Host page with an iframe': (page) => {
    const panel = page.frameLocator('iframe[title="Tasklink"]')
    const { contact } = byForm(page, 'Put in front of the agent', panel)
    return {
      panel,
      contact: async () => {
        await signInToFrame(page, panel)
        return contact()
      },
    }
  },
  'Agent workspace': (page) => {
    const panel = page.frameLocator('iframe[title="Tasklink for Maya Lopez"]')
    return {
      panel,
      contact: async () => {
        await untilDefined(page, 'workspace')
        const contactId = await page.evaluate((added) => window.workspace.addContact(added), maya)
        await signInToFrame(page, panel)
        return contactId
      },
    }
  },
}

const examples = new URL('../../src/examples/', import.meta.url)
const frontPage = readFileSync(new URL('index.html', examples), 'utf8')
const links = [...frontPage.matchAll(/<a href="[^"]+">([^<]+)<\/a>/g)].map(([, name = '']) => name)

test('the front page of the examples links to all of them', () => {
  const places = [...frontPage.matchAll(/<a href="([\w-]+)\/">/g)].map(([, place]) => place)
  // An example with its own package.json must be installed, so it is not served here.
  const pages = readdirSync(examples).filter(
    (name) =>
      existsSync(new URL(`${name}/index.html`, examples)) &&
      !existsSync(new URL(`${name}/package.json`, examples)),
  )

  expect(new Set(places)).toEqual(new Set(pages))
})

test('the front page of the examples is accessible, and this file tests each link', async ({
  page,
  product,
}) => {
  await page.goto(product.farSide.examples.origin)

  await expect(page.getByRole('link')).toHaveText(links)
  expect(links.toSorted()).toEqual(Object.keys(ways).toSorted())
  await expectSoundEverywhere(page)
})

for (const name of links) {
  test(`the front page leads to ${name}, where a linked task is created without console errors`, async ({
    page,
    context,
    product,
    connect,
  }) => {
    const complaints: string[] = []
    // Violations of the content security policy are console errors too, in any frame or window.
    context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    context.on('weberror', (error) => complaints.push(error.error().message))
    connect.setContacts(ana.userId, [exampleContact])
    await page.goto(product.farSide.examples.origin)
    await page.getByRole('link', { name, exact: true }).click()
    const way = ways[name]?.(page)
    if (!way) throw new Error(`This file has no entry for ${name}.`)
    const contactId = await way.contact()
    await expect(linkedContact(way.panel)).toContainText(`ID ${contactId.slice(0, 8)}`)
    await (way.fill ?? (() => fillTask(way.panel)))()
    await createAndSee(way.panel)

    expect(sentTask(connect)).toMatchObject({ RelatedContactId: contactId })
    expect(complaints.filter((text) => text !== notSignedInYet)).toEqual([])
  })
}
