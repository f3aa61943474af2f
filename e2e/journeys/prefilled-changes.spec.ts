import { expect } from '@playwright/test'
import {
  attributeRow,
  create,
  createAndSee,
  expectDestination,
  failureNotice,
  fillTask,
  nameField,
  toggleSection,
} from '../support/panel.ts'
import { chat, sentTask } from '../support/product.ts'
import { refund, refundFlow, test } from '../support/host-page.ts'

const value = (row: ReturnType<typeof attributeRow>) => row.getByLabel('Value')

test('a new preset does not change a begun draft, but the next draft has it', async ({
  hostPage: { panel, open, setFields },
  connect,
}) => {
  await open(chat, { name: { default: 'About order 1' } })
  await expect(nameField(panel)).toHaveValue('About order 1')
  await nameField(panel).fill('About orders')
  await setFields({ name: { default: 'About order 2' }, destination: { default: refundFlow } })
  await fillTask(panel, 'About orders 1 and 2')
  await expectDestination(panel, 'Callback requests')
  await createAndSee(panel)
  expect(sentTask(connect)).toMatchObject({ Name: 'About orders 1 and 2' })
  await panel.getByRole('button', { name: 'Create another task' }).click()

  await expect(nameField(panel)).toHaveValue('About order 2')
})

test('a new preset changes an empty draft at once', async ({ hostPage: { panel, open, setFields } }) => {
  await open(chat, { name: { default: 'About order 1' } })
  await expect(nameField(panel)).toHaveValue('About order 1')
  await setFields({ name: { default: 'About order 2' } })

  await expect(nameField(panel)).toHaveValue('About order 2')
})

test('rules that arrive while the agent types apply at once and keep the typed text', async ({
  page,
  hostPage: { panel, open, setFields },
  connect,
}) => {
  await open(chat)
  await fillTask(panel, 'My own name')
  await panel.getByLabel('Description').pressSequentially('She waits')
  await setFields({ ...refund, name: { default: 'Approve the refund', isLocked: true } })
  await expect(nameField(panel)).toHaveValue('Approve the refund')
  await expect(panel.getByLabel('Description')).toBeFocused()
  await page.keyboard.type(' since May.')
  await toggleSection(panel, 'Attributes')
  await value(attributeRow(panel, 1)).fill('broken')
  await createAndSee(panel)

  expect(sentTask(connect)).toMatchObject({
    Name: 'Approve the refund',
    Description: 'She waits since May.',
    ContactFlowId: refundFlow.flowId,
    Attributes: { reason: 'broken', source: 'refund-desk' },
  })
})

test('a draft that was sent keeps the page’s earlier presets when the page changes them', async ({
  hostPage: { panel, open, setFields },
  connect,
}) => {
  await open(chat, { name: { default: 'About order 1' }, destination: { default: refundFlow } })
  await expect(nameField(panel)).toHaveValue('About order 1')
  connect.failNext('StartTaskContact', { kind: 'error', status: 400, type: 'InvalidRequestException' })
  await create(panel)
  await expect(failureNotice(panel).first()).toBeVisible()

  await setFields({ description: { default: 'She sent it back in May.', isLocked: true } })

  await expect(panel.getByLabel('Description')).toHaveValue('She sent it back in May.')
  await expect(nameField(panel)).toHaveValue('About order 1')
  await createAndSee(panel)
})

test('invalid rules get an answer with the path, and change nothing', async ({
  page,
  hostPage: { panel, open, setFields },
}) => {
  await open(chat, { name: { default: 'About order 1' } })
  await setFields({ attributes: { byKey: { reason: { required: true } } } })
  const said = page.getByRole('list', { name: 'What the panel says' })

  await expect(said).toContainText(
    '"type":"refused","reason":"fields.attributes.byKey.reason must not have the member required."',
  )
  await expect(nameField(panel)).toHaveValue('About order 1')
})
