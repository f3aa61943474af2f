import { chromium, expect } from '@playwright/test'
import { findHeadlessShell } from '../../src/simulators/find-chromium.ts'
import { brokenWords } from '../support/broken-words.ts'
import { setClocks } from '../support/clocks.ts'
import {
  chooseDestination,
  destinationField,
  errorSummary,
  failureNotice,
  linkedContact,
  nameField,
  pickTime,
  referenceRow,
  section,
  submitButton,
  toggleSection,
  whenChip,
  whenSaid,
} from '../support/panel.ts'
import { call, ccpOf, chat, test } from '../support/product.ts'

test('the usual task fits a window of 320 × 560 without scrolling', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 560 })
  await open(call)
  const panel = page.getByRole('region', { name: 'New task' })
  // The summaries come last and may make a line higher.
  await expect(section(page, 'Link')).toContainText('Related to this call')

  const parts = [
    linkedContact(page),
    nameField(page),
    page.getByLabel('Description'),
    destinationField(page),
    ...['When', 'Link', 'References', 'Attributes'].map((name) => panel.getByText(name, { exact: true })),
    submitButton(page),
  ]
  for (const part of parts) await expect(part.first()).toBeInViewport({ ratio: 1 })
  const box = await panel.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThanOrEqual(560)
})

test('in a narrow panel the choice of a time moves nothing', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 560 })
  await setClocks(page, '2026-11-23T12:07:20Z')
  await open(call)
  const link = section(page, 'Link')
  await expect(link).toContainText('Related to this call')
  const before = await link.boundingBox()

  await whenChip(page, /^Tomorrow/).check()
  await expect(whenSaid(page)).toHaveText(/in 21 hours$/)
  expect(await link.boundingBox()).toEqual(before)
})

test('neither a complaint nor a failure moves the field that the agent is in', async ({
  page,
  open,
  connect,
}) => {
  connect.failNext('StartTaskContact', { kind: 'error', status: 403, type: 'AccessDeniedException' })
  await open(call)
  await nameField(page).fill('Call back about the refund')
  const before = await nameField(page).boundingBox()
  await nameField(page).press('Enter')
  await expect(destinationField(page)).toBeFocused()
  await expect(errorSummary(page)).toBeVisible()
  expect(await nameField(page).boundingBox()).toEqual(before)

  await chooseDestination(page, 'Callback requests')
  await nameField(page).press('Enter')
  await expect(failureNotice(page)).toBeVisible()
  await expect(nameField(page)).toBeFocused()
  expect(await nameField(page).boundingBox()).toEqual(before)
})

test('at twice the usual size of text in 320 pixels no word is broken, and names are readable', async ({
  product,
}) => {
  const browser = await chromium.launch({
    executablePath: findHeadlessShell(),
    args: ['--blink-settings=defaultFontSize=32'],
  })
  const page = await browser.newPage({ viewport: { width: 320, height: 560 } })
  await page.goto(product.proxy.origin)
  const ccp = await ccpOf(page)
  await ccp.addContact(call)
  await ccp.addContact(chat)
  await expect(linkedContact(page)).toContainText('Jonas Weber')
  await toggleSection(page, 'References')
  const name = referenceRow(page, 1).getByLabel('Name', { exact: true })
  await name.fill('Invoice')
  await referenceRow(page, 1).getByLabel('Value', { exact: true }).fill('48213')
  await toggleSection(page, 'Attributes')
  await expect(page.getByRole('button', { name: 'Add attribute' })).toBeVisible()

  expect(await brokenWords(page)).toEqual([])
  expect((await linkedContact(page).boundingBox())?.height).toBeLessThan(200)
  expect(await name.evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth)).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(560)
  await browser.close()
})

test('in a low window the news takes little of the height, and never covers the field with the focus', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 320, height: 560 })
  const ccp = await open(call)
  await page.getByLabel('Description').fill('She was charged twice.')
  const foot = () => submitButton(page).locator('..').boundingBox()
  /** By how much the focused field ends above the foot. */
  const roomBelowFocus = async () => {
    const field = await page
      .getByRole('region', { name: 'New task' })
      .locator('fieldset :focus')
      .boundingBox()
    return ((await foot())?.y ?? 0) - ((field?.y ?? Infinity) + (field?.height ?? 0))
  }
  await toggleSection(page, 'Attributes')
  await page.getByLabel('Key', { exact: true }).focus()
  await ccp.addContact(chat)
  const move = page.getByRole('button', { name: 'Move this task to it' })
  await expect(move).toBeInViewport({ ratio: 1 })
  await expect.poll(roomBelowFocus).toBeGreaterThan(0)
  await toggleSection(page, 'Attributes')
  await pickTime(page)
  await expect(page.getByLabel('In your words')).toBeFocused()
  await expect.poll(roomBelowFocus).toBeGreaterThan(0)

  await submitButton(page).click()
  await expect(errorSummary(page)).toBeInViewport({ ratio: 1 })
  await expect(move).toBeInViewport({ ratio: 1 })
  expect((await foot())?.height).toBeLessThan(0.35 * 560 + 60)
  await expect.poll(roomBelowFocus).toBeGreaterThan(0)
})

test('another contact in front is in view, however far down the form was scrolled', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 320, height: 400 })
  const ccp = await open(call)
  await section(page, 'Attributes').scrollIntoViewIfNeeded()
  await expect(linkedContact(page)).not.toBeInViewport()
  await ccp.addContact(chat)

  await expect(linkedContact(page)).toContainText('Jonas Weber')
  await expect(linkedContact(page)).toBeInViewport({ ratio: 1 })
})
