import { expect } from '@playwright/test'
import { hold } from '../support/hold.ts'
import { create, createdHeading, fillTask, linkedContact, submitButton } from '../support/panel.ts'
import { call, ccpOf, chat, sentTask, sentTasks, test, turnTo } from '../support/product.ts'

const rules = '**/late-chunk-*.js'

test('a press before the rules have come counts for its contact, and is asked about if it repeats a task', async ({
  page,
  product,
  connect,
}) => {
  let release = await hold(page, rules)
  await page.goto(product.proxy.origin)
  let ccp = await ccpOf(page)
  const chatId = await ccp.addContact(chat)
  const callId = await ccp.addContact(call)
  await expect(linkedContact(page)).toContainText('+12065550142')
  await fillTask(page)
  await submitButton(page).click()
  await turnTo(ccp, chatId)
  await expect(linkedContact(page)).toContainText('Jonas Weber')
  await release()

  await expect(page.getByText('Task for the call with +12065550142: created.')).toBeVisible()
  expect(sentTask(connect)).toMatchObject({ RelatedContactId: callId })

  await page.unrouteAll({ behavior: 'ignoreErrors' })
  release = await hold(page, rules)
  await page.reload()
  ccp = await ccpOf(page)
  await turnTo(ccp, callId)
  await expect(linkedContact(page)).toContainText('+12065550142')
  await fillTask(page)
  await submitButton(page).click()
  await turnTo(ccp, chatId)
  await expect(linkedContact(page)).toContainText('Jonas Weber')
  await release()

  const news = page.getByRole('status').filter({ hasText: 'Task for the call with +12065550142: not sent.' })
  await news.getByRole('button', { name: 'Show', exact: true }).click()
  await create(page)
  await expect(page.getByRole('alert').filter({ hasText: 'Create another?' })).toBeVisible()
  expect(sentTasks(connect)).toHaveLength(1)
  await expect(createdHeading(page)).toHaveCount(0)
})
