import { expect, type Page } from '@playwright/test'
import { readerOf } from '../support/accessibility-tree.ts'
import {
  attributeRow,
  chooseDestination,
  createdHeading,
  nameField,
  referenceRow,
  toggleSection,
  whenField,
} from '../support/panel.ts'
import { call, sentTask, test, type Fixtures } from '../support/product.ts'

/** A task that uses each part of the form. */
const wholeTask = {
  Name: 'Refund',
  Description: 'She was charged twice.',
  References: { Order: { Type: 'URL', Value: 'https://shop.example/48213' } },
  Attributes: { reason: 'damaged' },
  ScheduledTime: expect.any(Number),
}

/** The focused element, and whether the agent sees it: inside the window and not covered. */
const focusInView = (page: Page) =>
  page.evaluate(() => {
    let focused = document.activeElement
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
    const root = focused?.getRootNode()
    if (!focused || !(root instanceof ShadowRoot)) return undefined
    const name = focused.getAttribute('aria-label') ?? focused.getAttribute('name') ?? focused.textContent
    const { left, right, top, bottom } = focused.getBoundingClientRect()
    const inFront = root.elementFromPoint(
      (left + right) / 2,
      (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
    )
    const isSeen =
      left >= 0 && right <= innerWidth && (focused.contains(inFront) || inFront?.contains(focused) === true)
    return { name, isSeen }
  })

/** Opens the page and waits for the list of destinations: a list that comes while the agent types chooses nothing. */
async function openWithList(page: Page, open: Fixtures['open']): Promise<void> {
  const listed = page.waitForResponse('**/api/v1/destinations')
  await open(call)
  await listed
}

test('an agent with a keyboard alone creates a task with every part of the form', async ({
  page,
  open,
  connect,
}) => {
  await openWithList(page, open)
  await nameField(page).focus()
  const texts = async (...keysAndTexts: readonly string[]) => {
    for (const each of keysAndTexts) {
      if (each.startsWith('<')) await page.keyboard.press(each.slice(1))
      else await page.keyboard.type(each)
    }
  }
  await texts(
    'Refund',
    '<Tab',
    'She was charged twice.',
    '<Tab',
    '<R',
    '<Enter',
    '<Tab',
    '<ArrowRight',
    '<ArrowRight',
  )
  await texts('<Tab', '<Enter', '<ArrowDown')
  await texts('<Alt+Shift+6', 'Order', '<Enter', 'https://shop.example/48213')
  await texts('<Alt+Shift+7', 'reason', '<Enter', 'damaged', '<Escape', '<Control+Enter')
  await expect(createdHeading(page)).toBeFocused()
  expect(sentTask(connect)).toMatchObject(wholeTask)

  await page.keyboard.press('Alt+Shift+1')
  await expect(nameField(page)).toBeFocused()
  await expect(nameField(page)).toHaveValue('')
})

test('an agent with the accessibility tree alone creates a task with every part of the form', async ({
  page,
  open,
  connect,
}) => {
  await openWithList(page, open)
  const reader = await readerOf(page)
  const { keyboard } = page
  await reader.goTo('textbox', 'What needs to be done?')
  await keyboard.type('Refund')
  await reader.goTo('textbox', 'Description (optional)')
  await keyboard.type('She was charged twice.')
  await reader.goTo('combobox', 'Who should do it?')
  await keyboard.type('R')
  await keyboard.press('Enter')
  await reader.goTo('radio', 'In 2 h')
  await keyboard.press('Space')
  await reader.goTo('DisclosureTriangle', /^References/)
  await keyboard.press('Enter')
  await reader.goTo('textbox', 'Name')
  await keyboard.type('Order')
  await reader.goTo('textbox', 'Value')
  await keyboard.type('https://shop.example/48213')
  await reader.goTo('DisclosureTriangle', /^References/)
  await keyboard.press('Enter')
  await reader.goTo('DisclosureTriangle', /^Attributes/)
  await keyboard.press('Enter')
  await reader.goTo('textbox', 'Key')
  await keyboard.type('reason')
  await reader.goTo('textbox', 'Value')
  await keyboard.type('damaged')
  await reader.goTo('button', /^Schedule for/)
  await keyboard.press('Enter')

  await expect.poll(reader.focused).toMatch(/^heading Task scheduled/)
  expect(sentTask(connect)).toMatchObject(wholeTask)
})

test.describe('at 400 % zoom of a screen of 1,280 × 1,024', () => {
  test.use({ viewport: { width: 320, height: 256 } })

  test('the agent can reach and see every part, and creates the task', async ({ page, open, connect }) => {
    await open(call)
    await nameField(page).fill('Refund')
    await page.getByLabel('Description').fill('She was charged twice.')
    await chooseDestination(page, 'Refund approvals')
    await whenField(page).getByRole('radio', { name: 'In 2 h' }).check()
    await toggleSection(page, 'Link')
    await toggleSection(page, 'References')
    await referenceRow(page, 1).getByLabel('Name', { exact: true }).fill('Order')
    await referenceRow(page, 1).getByLabel('Value', { exact: true }).fill('https://shop.example/48213')
    await toggleSection(page, 'Attributes')
    await attributeRow(page, 1).getByLabel('Key', { exact: true }).fill('reason')
    await attributeRow(page, 1).getByLabel('Value', { exact: true }).fill('damaged')

    await nameField(page).focus()
    const stops: Awaited<ReturnType<typeof focusInView>>[] = []
    for (let stop = await focusInView(page); stop; stop = await focusInView(page)) {
      stops.push(stop)
      await page.keyboard.press('Tab')
    }
    expect(stops.length).toBeGreaterThan(15)
    expect(stops.filter((stop) => !stop?.isSeen)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)

    await page.getByRole('button', { name: /^Schedule for/ }).click()
    await expect(createdHeading(page)).toBeInViewport()
    expect(sentTask(connect)).toMatchObject(wholeTask)
  })
})
