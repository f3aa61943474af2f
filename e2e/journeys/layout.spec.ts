import { chromium, expect, type Locator, type Page } from '@playwright/test'
import { findHeadlessShell } from '../../src/simulators/find-chromium.ts'
import { brokenWords } from '../support/broken-words.ts'
import { setClocks } from '../support/clocks.ts'
import { madeFile } from '../support/files.ts'
import { hold } from '../support/hold.ts'
import {
  attributeRow,
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
import { call, ccpOf, chat, email, test } from '../support/product.ts'

/** The distance between the end of a part of the form and the bar with the button below it. */
async function roomAboveFoot(page: Page, part: Locator): Promise<number> {
  const foot = await submitButton(page).locator('..').boundingBox()
  const box = await part.boundingBox()
  return (foot?.y ?? 0) - ((box?.y ?? Infinity) + (box?.height ?? 0))
}

test('the usual task fits a window of 320 × 560 without scrolling', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 560 })
  await open(call)
  const panel = page.getByRole('region', { name: 'New task' })
  // Wait for the summaries: they come last and may make a line higher.
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
  // The ring of the focus leaves room for the red inside it.
  await expect(destinationField(page)).toHaveCSS('box-shadow', / 3px inset$/)
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
  /** The distance between the end of the focused field and the foot. */
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

test('a contact that comes to the front is in view, however far down the form was scrolled', async ({
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

test('a section that the agent opens comes into view in a low window', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 560 })
  await open(call)
  const link = await toggleSection(page, 'Link')

  await expect(link.getByRole('radio')).toHaveCount(3)
  await expect.poll(() => roomAboveFoot(page, link)).toBeGreaterThan(0)
  await expect(link.getByText('Related to this call').first()).toBeInViewport({ ratio: 1 })
})

test('a complaint in a closed section is in view above the bar of a low window', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 560 })
  await open(call)
  await nameField(page).fill('Call back about the refund')
  await chooseDestination(page, 'Callback requests')
  await toggleSection(page, 'Attributes')
  await page.getByLabel('Value', { exact: true }).fill('Refund')
  await toggleSection(page, 'Attributes')
  await submitButton(page).click()

  const complaint = attributeRow(page, 1).getByText(/^Give the attribute a key/)
  await expect(complaint).toBeVisible()
  await expect(page.getByLabel('Key', { exact: true })).toBeFocused()
  await expect.poll(() => roomAboveFoot(page, complaint)).toBeGreaterThan(0)
})

test('what went wrong at the end of the references is marked in their line, and in view above the bar', async ({
  page,
  open,
  connect,
}) => {
  await page.setViewportSize({ width: 320, height: 560 })
  await open(call)
  await expect(submitButton(page)).toBeEnabled()
  connect.failNext('ListContactReferences', { kind: 'error', status: 403, type: 'AccessDeniedException' }, 10)
  const references = await toggleSection(page, 'References')
  const readAgain = page.getByRole('button', { name: 'Try again' })
  await expect(readAgain).toBeVisible()
  await expect.poll(() => roomAboveFoot(page, readAgain)).toBeGreaterThan(0)
  await expect(references).toContainText('Some not read')
  connect.clearFailures()
  await readAgain.click()
  await expect(references).not.toContainText('Some not read')

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files' }).click()
  const files = [1, 2, 3, 4, 5, 6].map((copy) => madeFile(`note ${copy}.txt`, 100))
  await (await chooser).setFiles(files)
  await expect(references).toContainText('1 not added')
  const refusal = page.getByText('1 file was left out')
  await expect.poll(() => roomAboveFoot(page, refusal)).toBeGreaterThan(0)
})

test('in a low window the panel is compact, and a list of drafts leaves most of it to the form', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 320, height: 760 })
  const ccp = await open(call)
  await expect(nameField(page)).toHaveCSS('height', '32px')
  await page.setViewportSize({ width: 320, height: 560 })
  await expect(nameField(page)).toHaveCSS('height', '28px')

  for (const contact of [chat, email, { ...chat, displayName: 'Maya Lopez' }]) {
    // Sequential, as calls come in.
    await nameField(page).fill('Call back about the refund')
    await ccp.addContact(contact)
    await page.getByRole('button', { name: 'Switch to it' }).click()
    await expect(nameField(page)).toHaveValue('')
  }
  const count = page.getByText('3 other unfinished drafts')
  await count.click()
  const show = page.getByRole('button', { name: /^Show the draft/ })
  await expect(show).toHaveCount(3)
  const list = await count.locator('xpath=ancestor::details').evaluate((details) => {
    const place = details.closest('.tl-foot-notices')
    return place?.getBoundingClientRect().height
  })
  expect(list).toBeLessThan(0.35 * 560)
  await show.last().scrollIntoViewIfNeeded()
  await expect(show.last()).toBeInViewport({ ratio: 1 })
})

test('at 400 % zoom neither old news nor a complaint hides the field that the agent is in', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 320, height: 256 })
  await open(call)
  await page.getByLabel('Description').fill('She was charged twice.')
  await page.getByRole('button', { name: 'Discard this draft' }).click()
  await expect(page.getByText(/^Draft for .* discarded/)).toBeAttached()
  await page.getByLabel('Description').focus()
  await expect.poll(() => roomAboveFoot(page, page.getByLabel('Description'))).toBeGreaterThan(0)
  await expect(submitButton(page)).toBeInViewport({ ratio: 1 })
  const foot = await submitButton(page).locator('..').boundingBox()
  expect(foot?.y).toBeGreaterThan(200)

  await submitButton(page).click()
  const complaint = page.getByText('Give the task a name.').filter({ visible: true }).first()
  await expect(nameField(page)).toBeFocused()
  await expect(complaint).toBeInViewport({ ratio: 1 })
  await expect.poll(() => roomAboveFoot(page, complaint)).toBeGreaterThan(0)
})

test('on a wide page the fields stand in the middle of the panel, in lines that are easy to read', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await open(call)
  const panel = await page.getByRole('region', { name: 'New task' }).boundingBox()
  const name = await nameField(page).boundingBox()
  const middle = (box: typeof panel) => (box?.x ?? 0) + (box?.width ?? 0) / 2
  expect(name?.width).toBe(Math.min(48 * 14, (panel?.width ?? 0) - 24))
  expect(middle(name)).toBe(middle(panel))

  // What opens from the line of the contact is as wide as the fields that it covers.
  await linkedContact(page).getByLabel('Details').click()
  const details = await page.getByText(/^ID /).locator('..').boundingBox()
  expect([details?.x, details?.width]).toEqual([name?.x, name?.width])
})

test('nothing turns on the screen of an agent who wants no motion', async ({ page, open }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(call)
  await nameField(page).fill('Call back about the refund')
  await chooseDestination(page, 'Callback requests')
  const goOn = await hold(page, '**/api/v1/tasks')
  await submitButton(page).click()
  await expect(submitButton(page)).toHaveText('Creating…')

  const moving = page
    .getByRole('region', { name: 'New task' })
    .evaluate((panel) =>
      panel
        .getAnimations({ subtree: true })
        .map((each) => each instanceof CSSAnimation && each.animationName),
    )
  expect(await moving).toEqual([])
  await goOn()
})
