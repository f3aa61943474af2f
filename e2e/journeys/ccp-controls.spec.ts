import { expect } from '@playwright/test'
import { createAndSee, fillTask, linkedContact } from '../support/panel.ts'
import { call, chat, ccpOf, test } from '../support/product.ts'
import { expectSoundEverywhere } from '../support/soundness.ts'

/** The controls of the simulated CCP, for people who try the product by hand. */

test('buttons add a contact on each channel, change its state and clear it', async ({ page, open }) => {
  const { frame } = await open()
  await frame.getByText('Simulate').click()
  await frame.getByRole('button', { name: 'Incoming callback' }).click()
  await expect(linkedContact(page)).toContainText('+12065550164')
  const becomes = frame.getByRole('group', { name: 'It becomes' })
  await becomes.getByRole('button', { name: 'Missed' }).click()
  await expect(linkedContact(page)).toContainText('Missed')
  await becomes.getByRole('button', { name: 'Gone' }).click()
  await frame.getByRole('button', { name: 'Incoming task' }).click()
  await frame.getByRole('button', { name: 'Accept Check the new address' }).click()
  await frame.getByRole('button', { name: 'Pause Check the new address' }).click()
  await expect(linkedContact(page)).toContainText('Paused')
  await becomes.getByRole('button', { name: 'Connected' }).click()
  await becomes.getByRole('button', { name: 'Error' }).click()

  await expect(linkedContact(page)).toContainText('Failed')
  await frame.getByRole('button', { name: 'Close Check the new address' }).click()
  await expect(frame.getByText('No contacts. New ones arrive here.')).toBeVisible()
})

test('the form sets an attribute of the open contact, and a button shows no contact', async ({
  page,
  open,
}) => {
  const { frame } = await open(call, chat)
  await frame.getByText('Simulate').click()
  await frame.getByLabel('Attribute').fill('topic')
  await frame.getByLabel('Value').fill('Delivery')
  await frame.getByRole('button', { name: 'Set attribute' }).click()
  await expect(frame.getByText('topic: Delivery')).toBeVisible()
  await frame.getByRole('button', { name: 'Show none' }).click()

  await expect(linkedContact(page)).toContainText('Choose the contact this task is about.')
})

test('a late acknowledgement can be chosen for the next page', async ({ page, open }) => {
  await page.clock.install()
  const { frame } = await open(chat)
  await frame.getByText('Simulate').click()
  const kept = page.waitForResponse('**/kept/opening')
  await frame.getByLabel('The next page is acknowledged').selectOption('20 seconds late')
  await kept
  await page.reload()
  const { frame: next } = await ccpOf(page)
  await expect(page.getByText('Waiting for the Contact Control Panel…')).toBeVisible()
  await expect(next.getByLabel('The next page is acknowledged')).toHaveValue('20 seconds late')
  const signInWindow = page.waitForEvent('popup')
  await page.clock.fastForward(15_000)
  await (await signInWindow).getByText('You are signed in.').waitFor()
  await expect(page.getByText('The Contact Control Panel does not answer')).toBeVisible()
  await page.clock.fastForward(5_000)

  await expect(linkedContact(page)).toContainText('Jonas Weber')
})

test('a colleague accepts a created task, another one rings here and ends when it is undone', async ({
  page,
  open,
}) => {
  const { frame } = await open(call)
  await frame.getByText('Simulate').click()
  await fillTask(page, 'Approve the refund')
  await createAndSee(page)
  await frame.getByRole('button', { name: 'Ben accepts Approve the refund' }).click()
  await expect(frame.getByText('None that an agent could accept.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('Another agent has accepted this task').first()).toBeVisible()

  await page.getByRole('button', { name: 'Create another' }).click()
  await fillTask(page, 'Send the label')
  await createAndSee(page)
  await frame.getByRole('button', { name: 'Ring here Send the label' }).click()
  await frame.getByRole('button', { name: 'Accept Send the label' }).click()
  await frame.getByRole('button', { name: 'Call +12065550142 Connected' }).click()
  await page.getByText('Tasks from this contact').click()
  await page.getByRole('button', { name: 'Undo “Send the label”' }).click()
  await page.getByRole('button', { name: 'Stop it' }).click()

  await expect(frame.getByRole('button', { name: /Send the label/ })).toHaveCount(0)
})

test('the CCP with all sections open is accessible', async ({ page, open, ccpService }) => {
  await open({ channel: 'queue_callback' }, { channel: 'task', state: 'connected' }, call)
  await page.goto(ccpService.url)
  await page.getByText('Simulate').click()
  await expect(page.getByRole('button', { name: 'Deny access' })).toBeVisible()
  await expectSoundEverywhere(page)
})

test('the CCP’s sign-in page is accessible', async ({ page, open, ccpService }) => {
  const { frame } = await open(chat)
  await frame.evaluate(() => window.ccp.refuse('auth_fail'))
  await page.goto(ccpService.url)
  await expect(page.getByRole('heading', { name: 'Session expired' })).toBeVisible()
  await expectSoundEverywhere(page)
})
