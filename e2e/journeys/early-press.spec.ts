import { expect, type Locator, type Page } from '@playwright/test'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import { hold } from '../support/hold.ts'
import {
  addReference,
  attributeRow,
  create,
  createdHeading,
  fillTask,
  linkedContact,
  nameField,
  referenceRow,
  section,
  submitButton,
  toggleSection,
} from '../support/panel.ts'
import { call, ccpOf, chat, sentTask, sentTasks, test, turnTo } from '../support/product.ts'
import { untilStored } from '../support/stored-drafts.ts'

/**
 * Reloads the page with the rules held back, presses the button for the stored draft of the call, and opens the chat before the
 * rules are loaded.
 */
async function pressEarly(page: Page, callId: string, chatId: string): Promise<void> {
  await untilStored(page, demoFlows.callbackRequests.flowId)
  const release = await hold(page, '**/late-chunk-*.js')
  await page.reload()
  const ccp = await ccpOf(page)
  await turnTo(ccp, callId)
  await expect(nameField(page)).toHaveValue('Call back about the refund')
  await submitButton(page).click()
  await turnTo(ccp, chatId)
  await expect(linkedContact(page)).toContainText('Jonas Weber')
  await release()
}

test('a press before the rules are loaded counts for its contact, and the panel asks if it would repeat a task', async ({
  page,
  open,
  connect,
}) => {
  const [chatId = '', callId = ''] = (await open(chat, call)).contactIds
  await fillTask(page)
  await pressEarly(page, callId, chatId)
  const news = page.getByRole('status').filter({ hasText: 'Task for the call with +12065550142' })
  await expect(news).toContainText('created.')
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: callId })

  await news.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByRole('button', { name: 'Copy to a new draft' }).click()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await pressEarly(page, callId, chatId)
  await expect(news).toContainText('not sent.')
  await news.getByRole('button', { name: 'Show', exact: true }).click()
  await create(page)
  const question = page.getByRole('alert').filter({ hasText: 'Create another?' })
  await expect(question.getByRole('button', { name: 'No', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question).toHaveCount(0)
  expect(sentTasks(connect)).toHaveLength(1)
  await expect(createdHeading(page)).toHaveCount(0)
})

test('letters typed at once after a section is opened go into its first field', async ({ page, open }) => {
  await open()
  // Hold back the code that renders the rows.
  const release = await hold(page, '**/late-chunk-*.js')
  await page.reload()
  await section(page, 'References').locator('summary').click()
  await page.keyboard.type('Order  ')
  await page.keyboard.press('Backspace')
  await release()
  const name = referenceRow(page, 1).getByLabel('Name', { exact: true })
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('Order ')
  await page.keyboard.type('number')
  await expect(name).toHaveValue('Order number')

  // Type before the browser has sent `toggle` to the panel.
  const attributes = section(page, 'Attributes').locator('summary').first()
  await attributes.focus()
  await attributes.evaluate((summary: HTMLElement) => {
    summary.click()
    for (const key of 'id') {
      const press = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true })
      summary.dispatchEvent(press)
    }
  })
  await expect(attributeRow(page, 1).getByLabel('Key', { exact: true })).toHaveValue('id')
})

/** Presses a button, and returns the name of the field that has the focus right after the press. */
const focusedBy = (button: Locator) =>
  button.evaluate((pressed: HTMLButtonElement) => {
    // Read the root first, because the press may remove the button.
    const root = pressed.getRootNode()
    pressed.click()
    const focused = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null
    return focused?.getAttribute('name')
  })

test('a press that leads to a field moves the focus there before the next key', async ({ page, open }) => {
  await open(call)
  expect(await focusedBy(page.getByRole('button', { name: /^Ends / }))).toBe('expiry.amount')

  const attributes = await toggleSection(page, 'Attributes')
  const override = attributes.getByRole('button', { name: /^Override/ }).first()
  expect(await focusedBy(override)).toMatch(/^attributes\.\d+\.value$/)

  await attributes.getByRole('textbox', { name: 'Key' }).first().fill('bad key')
  await attributes.getByRole('textbox', { name: 'Key' }).first().blur()
  const useKey = attributes.getByRole('button', { name: 'Use bad_key' })
  expect(await focusedBy(useKey)).toMatch(/^attributes\.\d+\.key$/)

  const references = await toggleSection(page, 'References')
  await addReference(page, 1, { type: 'Number', name: 'Amount', value: '1,5' })
  await references.getByRole('textbox', { name: 'Value' }).blur()
  expect(await focusedBy(references.getByRole('button', { name: 'Use 1.5' }))).toBe('references.0.value')
})
