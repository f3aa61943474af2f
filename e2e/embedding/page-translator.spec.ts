import { expect, type Page } from '@playwright/test'
import {
  chooseDestination,
  attributeRow,
  create,
  createdHeading,
  errorSummary,
  linkedContact,
  nameField,
  submitButton,
  toggleSection,
  whenChip,
  whenField,
} from '../support/panel.ts'
import { call, chat, test, turnTo } from '../support/product.ts'

/** Replaces every text of the page and the panel with elements, now and after each change, like a page translator. */
const translate = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const changes = { childList: true, characterData: true, subtree: true }
    const untranslated = 'font, style, script, textarea'
    function swapTexts(root: Node): void {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const found: Node[] = []
      while (texts.nextNode()) found.push(texts.currentNode)
      for (const text of found) {
        const isShown = (text.textContent ?? '').trim() !== ''
        const parent = text.parentElement
        if (!isShown || !parent || parent.closest(untranslated)) continue
        const outer = document.createElement('font')
        const inner = document.createElement('font')
        inner.textContent = text.textContent
        outer.append(inner)
        parent.replaceChild(outer, text)
      }
    }
    for (const element of document.querySelectorAll('*')) {
      const root = element.shadowRoot ?? (element === document.body ? element : undefined)
      if (!root) continue
      swapTexts(root)
      new MutationObserver(() => swapTexts(root)).observe(root, changes)
    }
  })

test('an agent creates a task while a translator of the browser swaps every text of the page', async ({
  page,
  open,
}) => {
  const exceptions: string[] = []
  page.on('pageerror', ({ message }) => exceptions.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('NotFoundError'))
      exceptions.push(message.text())
  })
  const ccp = await open(call, chat)
  const [callId = '', chatId = ''] = ccp.contactIds
  await translate(page)
  await expect(page.getByText('New task').locator('xpath=self::font')).toBeVisible()

  // The sections, with values that change as the agent types.
  const references = await toggleSection(page, 'References')
  await toggleSection(page, 'Link')
  const attributes = await toggleSection(page, 'Attributes')
  await attributes.getByRole('button', { name: 'Add attribute' }).click()
  await attributeRow(page, 1).getByLabel('Key', { exact: true }).fill('a b')
  await attributeRow(page, 1).getByLabel('Value', { exact: true }).fill('12345')
  await expect(attributes.getByText('8 of 32,768 bytes').filter({ visible: true }).first()).toBeVisible()
  await attributeRow(page, 1).getByLabel('Value', { exact: true }).fill('x'.repeat(33_000))
  await expect(attributes.getByText('235 bytes too many').filter({ visible: true }).first()).toBeVisible()
  await attributeRow(page, 1).getByLabel('Value', { exact: true }).fill('1234')
  await expect(attributes.getByText('7 of 32,768 bytes').filter({ visible: true }).first()).toBeVisible()
  await expect(attributes.getByText('too many')).toHaveCount(0)
  await references.getByRole('button', { name: 'Add reference' }).click()
  await references.getByRole('button', { name: 'Remove reference 1' }).click()

  // Complaints that change and disappear.
  await create(page)
  await expect(page.getByText('Give the task a name.')).toBeVisible()
  await expect(attributes.getByText('Use only the letters A to Z')).toBeVisible()
  await nameField(page).fill('x'.repeat(1_030))
  await expect(page.getByText('The name has 1,030 characters')).toBeVisible()
  await nameField(page).fill('x'.repeat(1_031))
  await expect(page.getByText('The name has 1,031 characters')).toBeVisible()
  await nameField(page).pressSequentially('y')
  await expect(page.getByText('The name has 1,032 characters')).toBeVisible()
  await nameField(page).fill('Call back')
  await chooseDestination(page, 'Callback requests')
  await attributeRow(page, 1).getByLabel('Key', { exact: true }).fill('ab')
  await expect(errorSummary(page)).toHaveCount(0)

  // The agent turns to another contact and back. The draft waits there.
  await turnTo(ccp, callId)
  await expect(linkedContact(page)).toContainText(`ID ${callId.slice(0, 8)}`)
  await expect(page.getByText('1 other unfinished draft')).toBeVisible()
  await turnTo(ccp, chatId)
  await expect(linkedContact(page)).toContainText(`ID ${chatId.slice(0, 8)}`)

  const when = whenField(page)
  await whenChip(page, 'In 30 min').check()
  await expect(
    when
      .getByText(/in 3[01] minutes/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
  await whenChip(page, 'In 2 h').check()
  await expect(
    when
      .getByText(/in 2 hours/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
  await expect(when.getByText(/in 3[01] minutes/)).toHaveCount(0)
  await expect(submitButton(page)).toContainText('Schedule for')
  await create(page)
  await expect(createdHeading(page)).toContainText('Task scheduled')
  await page.getByRole('button', { name: 'Create another task' }).click()
  await expect(nameField(page)).toHaveValue('')

  await expect(page.getByText('The task panel has failed')).toHaveCount(0)
  expect(exceptions).toEqual([])
})
