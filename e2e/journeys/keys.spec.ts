import { expect, type Page } from '@playwright/test'
import {
  createdHeading,
  destinationField,
  errorSummary,
  fillTask,
  linkedContact,
  nameField,
  referenceRow,
  section,
  submitButton,
  toggleSection,
  whenChip,
} from '../support/panel.ts'
import { call, chat, sentTasks, test, turnTo } from '../support/product.ts'
import { expectSoundEverywhere } from '../support/soundness.ts'

const summary = (page: Page, title: 'Link' | 'References' | 'Attributes') =>
  section(page, title).locator('summary').first()

test('Ctrl+Enter creates the task from a field, a list, a text box, a row and a summary', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  const places = [
    async () => nameField(page),
    async () => destinationField(page),
    async () => page.getByLabel('Description'),
    async () => summary(page, 'Link'),
    async () => {
      const references = await toggleSection(page, 'References')
      await references.getByRole('button', { name: 'Add reference' }).click()
      await references.getByRole('textbox', { name: 'Name' }).fill('Order')
      await references.getByRole('textbox', { name: 'Value' }).fill('https://shop.example/48213')
      return references.getByRole('combobox', { name: 'Type' })
    },
  ]
  for (const [index, place] of places.entries()) {
    // Another name each time, because the panel asks before it creates the same task again.
    await fillTask(page, `Call back ${index + 1}`)
    await (await place()).press('Control+Enter')
    await expect(createdHeading(page)).toBeVisible()
    await page.getByRole('button', { name: 'Create another task' }).click()
  }

  expect(sentTasks(connect)).toHaveLength(places.length)
})

test('Esc closes a section, keeps what is in it, and moves the focus to its summary', async ({
  page,
  open,
}) => {
  await open(call)
  await toggleSection(page, 'References')
  const name = referenceRow(page, 1).getByLabel('Name', { exact: true })
  await name.fill('Order')
  await name.press('Escape')
  await expect(name).toBeHidden()
  await expect(summary(page, 'References')).toBeFocused()
  // If the agent only opens the picker, the task still starts now.
  await page.keyboard.press('Alt+Shift+4')
  await expect(submitButton(page)).not.toHaveAccessibleName(/^Create task/)
  await page.keyboard.press('Escape')
  await expect(submitButton(page)).toHaveAccessibleName(/^Create task/)
  await expect(whenChip(page, 'Now')).toBeFocused()

  await summary(page, 'References').press('Enter')
  await expect(name).toHaveValue('Order')
})

test('a key of the form works from anywhere in it, and opens an empty row of a list', async ({
  page,
  open,
}) => {
  await open(call)
  await nameField(page).press('Alt+Shift+6')
  await expect(referenceRow(page, 1).getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.press('Alt+Shift+3')
  await expect(destinationField(page)).toBeFocused()
  await page.keyboard.press('Alt+Shift+5')
  await expect(section(page, 'Link').getByRole('radio', { checked: true })).toBeFocused()
  await expect(summary(page, 'Link')).toHaveAttribute('aria-keyshortcuts', 'Alt+Shift+5')
  await expect(submitButton(page)).toHaveAttribute('title', 'Ctrl+Enter')
  const shownKey = await submitButton(page).evaluate((button) => getComputedStyle(button, '::after').content)
  expect(shownKey).toContain('Ctrl+Enter')
})

test('keys and styles still work when the page moves the panel to another window', async ({ page, open }) => {
  await open(call)
  await expect(submitButton(page)).toHaveAttribute('title')
  const [other] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate(() => {
      const panel = document.querySelector('[data-tasklink]')
      if (panel) window.open('', '', 'width=400,height=700')?.document.body.append(panel)
    }),
  ])
  await expect(other.getByRole('region', { name: 'New task' })).toHaveCSS('font-size', '14px')
  await nameField(other).press('Alt+Shift+6')
  const [first, second] = [referenceRow(other, 1), referenceRow(other, 2)].map((row) =>
    row.getByLabel('Name', { exact: true }),
  )
  await first?.fill('Order')
  await first?.press('Enter')
  await other.keyboard.type('48213')
  await other.keyboard.press('Enter')
  if (second) await expect(second).toBeFocused()
  await other.keyboard.press('Control+Enter')

  await expect(errorSummary(other)).toBeVisible()
  await expect(nameField(other)).toBeFocused()
})

test('the agent opens the list of keys with a key, gives an action another key, and comes back to the field', async ({
  page,
  open,
}) => {
  await open(call)
  await nameField(page).press('Control+/')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await list.getByRole('button', { name: 'Link: Alt+Shift+5. Change' }).press('Enter')
  const row = list.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Link:/ }) })
  await page.keyboard.press('Alt+Shift+6')
  await expect(row.getByRole('status')).toContainText('Alt+Shift+6 is already the key for “References”.')
  await page.keyboard.press('k')
  await expect(row.getByRole('status')).toContainText('K would be typed into the field.')
  await page.keyboard.press('Alt+Shift+K')
  await expect(list.getByRole('button', { name: 'Link: Alt+Shift+K. Change' })).toBeFocused()
  await expectSoundEverywhere(page)
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(nameField(page)).toBeFocused()
  // The Tab order follows the screen: the button comes at the end of the contact's line.
  await linkedContact(page).locator('summary').press('Tab')
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeFocused()

  await page.reload()
  await expect(summary(page, 'Link')).toContainText('Related')
  await expect(summary(page, 'Link')).toHaveAttribute('aria-keyshortcuts', 'Alt+Shift+K')
  await nameField(page).press('Alt+Shift+K')
  await expect(section(page, 'Link').getByRole('radio', { checked: true })).toBeFocused()
})

test('the agent takes a call while the list of keys is open, and going back to the form closes it', async ({
  page,
  open,
}) => {
  const ccp = await open(call)
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await list.getByRole('checkbox', { name: 'Use keyboard shortcuts' }).uncheck()
  await ccp.addContact(chat)
  await turnTo(ccp, ccp.contactIds[0] ?? '')
  await expect(list).toBeVisible()
  await list.getByRole('button', { name: 'Reset all' }).focus()
  await page.keyboard.press('Tab')
  await expect(list).toBeHidden()
})

for (const fontSizePx of [16, 32]) {
  test(`a small window shows in full, beside the key, why it is refused, with text of ${fontSizePx} px`, async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width: 320, height: 560 })
    const browser = await page.context().newCDPSession(page)
    await browser.send('Page.setFontSizes', { fontSizes: { standard: fontSizePx } })
    await open(call)
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    const reset = list.getByRole('button', { name: 'Reset all' })
    if (fontSizePx === 16) await expect(reset).toBeInViewport({ ratio: 0.99 })
    const undo = list.getByRole('button', { name: /^Undo:/ })
    await undo.click()
    // A press on plain text leaves the list open and the focus on the key.
    await list.getByText('Undo', { exact: true }).click()
    await expect(undo).toBeFocused()
    await page.keyboard.press('Alt+Shift+1')
    const reason = list.getByRole('listitem').getByRole('status')
    await expect(reason).toContainText('already the key for “What needs to be done?”')
    await expect(reason).toBeInViewport({ ratio: 0.99 })
    await page.keyboard.press('Alt+Shift+K')

    await reset.click()
    await expect(reset).toBeInViewport({ ratio: 0.99 })
    await expect(list.getByRole('status')).toBeInViewport({ ratio: 0.99 })
  })
}
