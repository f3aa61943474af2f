import { expect } from '@playwright/test'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import { instancePhoneNumbers, phoneNumberArn } from '../../src/simulators/instance/phone-numbers.ts'
import { hold } from '../support/hold.ts'
import {
  acceptedHeading,
  alwaysSent,
  consent,
  messagesPolicy,
  noonInAmerica,
  orderReady,
  readyText,
  sendButton,
  sentMessages,
  textField,
  toField,
  turnToMessage,
} from '../support/messages.ts'
import { addAttribute, createAndSee, fillTask, linkedContact, toggleSection } from '../support/panel.ts'
import { call, test } from '../support/product.ts'
import { expectSoundEverywhere } from '../support/soundness.ts'

test.use({ policyFile: messagesPolicy, clocksAt: noonInAmerica })

/** Each test has a customer of its own: one customer gets one message in 10 minutes. */
const callFrom = (number: string, attributes = {}) => ({ ...call, displayName: number, attributes })

const text = 'Your refund has been approved. Answer here if you have a question.'

test.describe('in a narrow panel', () => {
  test.use({ viewport: { width: 320, height: 560 } })

  test('an agent texts the caller with the keyboard alone', async ({ page, open, connect }) => {
    const { contactIds } = await open(callFrom('+12065550110'))
    const release = await hold(page, '**/message-chunk-*.js')
    await page.getByLabel('What needs to be done?').press('Alt+Shift+M')
    await page.keyboard.type(text)
    await release()

    await expect(textField(page)).toBeFocused()
    await expect(textField(page)).toHaveValue(text)
    await expect(toField(page)).toHaveValue('+1 206 555 0110')
    await expect(page.getByText('United States', { exact: true })).toBeVisible()
    await expect(page.getByText('66 characters · 1 SMS', { exact: true })).toBeVisible()
    await page.keyboard.type(' Yes 👍')
    await expect(page.getByText('72 characters · 2 SMS', { exact: true })).toBeVisible()
    await expect(page.getByText('“👍” is not in the SMS alphabet').filter({ visible: true })).toHaveCount(1)
    await textField(page).fill(text)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Check 1 thing first')).toBeVisible()
    await expect(consent(page)).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('Control+Enter')

    await expect(acceptedHeading(page)).toBeFocused()
    await expect(page.getByText('Whether it arrived is not known here.')).toBeVisible()
    expect(sentMessages(connect)).toEqual([
      {
        ...alwaysSent,
        DestinationEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+12065550110' },
        InitialSystemMessage: { ContentType: 'text/plain', Content: text },
        RelatedContactId: contactIds[0],
      },
    ])
    await expect(page.getByRole('button', { name: 'Create a task' })).toBeVisible()
    await page.getByRole('button', { name: 'Write another message' }).click()
    await expect(textField(page)).toBeFocused()
    await expect(page.getByText('This customer has just got a message.')).toBeVisible()
    await expect(sendButton(page)).toHaveText(/^Not before /)
    await expectSoundEverywhere(page)
  })
})

test('an agent texts the customer of the task that they have just created, with every field filled in', async ({
  page,
  open,
  connect,
}) => {
  const { contactIds } = await open(callFrom('+12065550111'))
  await fillTask(page)
  await createAndSee(page)
  const release = await hold(page, '**/message-chunk-*.js')
  await page.getByRole('button', { name: 'Text the customer' }).click()
  await page.keyboard.type('Your')
  await release()

  await expect(textField(page)).toBeFocused()
  await expect(textField(page)).toHaveValue('Your')
  await expect(linkedContact(page)).toContainText('+12065550111')
  await textField(page).fill(text)
  await page.getByLabel('From', { exact: true }).selectOption({ label: 'Delivery · +44 7700 900100' })
  await page.getByLabel('Where the answer goes').selectOption(demoFlows.complaintFollowUp.name)
  await toggleSection(page, 'Link')
  await expect(page.getByText('A message cannot continue a contact.')).toBeVisible()
  await toggleSection(page, 'Attributes')
  await addAttribute(page, 1, 'orderId', '48213')
  await toggleSection(page, 'More')
  await page.getByLabel('Name of the customer in the chat').fill('Maya Park')
  await page.getByLabel('Stays open for').fill('2')
  await page.getByLabel('Unit').selectOption('days')
  await consent(page).check()
  // The answer is lost: the panel asks again, and Connect knows the message.
  connect.failNext('StartOutboundChatContact', { kind: 'response-lost' })
  await sendButton(page).click()

  await expect(acceptedHeading(page)).toBeVisible()
  expect(connect.messages).toHaveLength(1)
  expect(sentMessages(connect).at(-1)).toEqual({
    ...alwaysSent,
    SourceEndpoint: {
      Type: 'CONNECT_PHONENUMBER_ARN',
      Address: phoneNumberArn(instancePhoneNumbers.delivery),
    },
    DestinationEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+12065550111' },
    ContactFlowId: demoFlows.complaintFollowUp.flowId,
    InitialSystemMessage: { ContentType: 'text/plain', Content: text },
    ParticipantDetails: { DisplayName: 'Maya Park' },
    ChatDurationInMinutes: 2_880,
    RelatedContactId: contactIds[0],
    Attributes: { orderId: '48213' },
  })
})

test('a second click on Undo does not begin a message', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 560 })
  await open(callFrom('+12065550115'))
  await fillTask(page)
  await createAndSee(page)
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  const { x, y } = (await undo.boundingBox()) ?? { x: 0, y: 0 }
  await undo.click()
  await expect(page.getByRole('heading', { name: 'Task stopped' })).toBeVisible()
  await page.mouse.click(x + 20, y + 13)

  await expect(page.getByRole('heading', { name: 'Task stopped' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create another task' })).toBeVisible()
})

test('WhatsApp takes a template with the values that it asks for', async ({ page, open, connect }) => {
  await open(callFrom('+12065550112', { firstName: 'Maya' }))
  await turnToMessage(page)
  await page.getByRole('radio', { name: 'WhatsApp' }).check()
  // The contact has an attribute of this name.
  await expect(page.getByLabel('First name')).toHaveValue('Maya')
  await page.getByLabel('First name').fill('Maya Park')
  await page.getByRole('radio', { name: 'SMS' }).check()
  await page.getByRole('radio', { name: 'WhatsApp' }).check()
  await expect(page.getByLabel('First name')).toHaveValue('Maya Park')
  await consent(page).check()
  await sendButton(page).click()
  await expect(page.getByRole('button', { name: 'Order ID' })).toBeVisible()
  const preview = page.getByRole('figure', { name: 'What the customer gets' })
  await expect(preview).toContainText('Hello Maya Park, your order [Order ID] is ready.')
  await page.getByLabel('Order ID').fill('48213')
  // Another value is another message.
  await expect(consent(page)).not.toBeChecked()
  await consent(page).check()
  await sendButton(page).click()

  await expect(acceptedHeading(page)).toBeVisible()
  await expect(page.getByText('Hello Maya Park, your order 48213 is ready.')).toBeVisible()
  expect(sentMessages(connect)).toMatchObject([
    {
      SourceEndpoint: { Address: phoneNumberArn(instancePhoneNumbers.whatsApp) },
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:WhatsApp' } },
      InitialTemplatedSystemMessage: {
        KnowledgeBaseId: orderReady.knowledgeBaseId,
        MessageTemplateId: orderReady.templateId,
        TemplateAttributes: { CustomAttributes: { firstName: 'Maya Park', orderId: '48213' } },
      },
    },
  ])
})

test('a ready-made text replaces the agent’s own, which comes back with one press', async ({
  page,
  open,
}) => {
  await open(callFrom('+12065550114'))
  const release = await hold(page, '**/messages/options*')
  await page.getByRole('radio', { name: 'Message' }).check()
  // After a click the agent types at once, even if Connect is slow. After an arrow key the focus stays in the switch.
  await expect(page.getByRole('heading', { name: 'New message' })).toBeAttached()
  await page.keyboard.type('Hel')
  await release()
  await expect(textField(page)).toBeFocused()
  await expect(textField(page)).toHaveValue('Hel')
  await textField(page).fill('')
  await page.keyboard.press('Control+/')
  await expect(page.getByRole('button', { name: /^Send message: Ctrl/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Task' }).check()
  await expect(page.getByLabel('What needs to be done?')).toBeFocused()
  await page.getByRole('radio', { name: 'Task' }).press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Message' })).toBeFocused()
  await textField(page).fill(text)
  await page.getByLabel(/^Start from/).selectOption(readyText.name)
  await expect(textField(page)).toHaveValue(readyText.text)
  await expect(page.getByText('Your own text was replaced.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()

  await expect(textField(page)).toHaveValue(text)
  await expect(page.getByText('Your own text was replaced.')).toHaveCount(0)
})

test('nothing is sent in the customer’s night or to a country that the organisation does not allow, and the panel says so before', async ({
  page,
  open,
  connect,
}) => {
  await open(callFrom('+12065550113', { customerTimeZone: 'Asia/Tokyo' }))
  await turnToMessage(page)

  await expect(page.getByText('These are quiet hours where this customer is.')).toBeVisible()
  await expect(sendButton(page)).toHaveText(/^Not before /)
  await toField(page).fill('+49 1512 3456789')
  await page.keyboard.press('Tab')
  await expect(page.getByText('Germany', { exact: true })).toBeVisible()
  await expect(toField(page)).toHaveAccessibleDescription(/Your organisation/)
  await expect(page.getByText('This is not the customer’s number.')).toBeVisible()
  await expect(
    page.getByRole('checkbox', { name: 'The person at +49 1512 3456789 agreed to get this text.' }),
  ).not.toBeChecked()
  await page.getByRole('button', { name: 'Use the customer’s number, +1 206 555 0113' }).click()
  await textField(page).fill(text)
  await consent(page).check()
  await textField(page).press('Control+Enter')

  await expect(toField(page)).toBeFocused()
  await expect(toField(page)).toHaveAccessibleDescription(/These are quiet hours where this customer is\./)
  // The notice says it once. The field does not repeat it.
  await expect(page.getByText('It is too early or too late')).toHaveCount(0)
  await expect(toField(page)).toHaveValue('+1 206 555 0113')
  expect(sentMessages(connect)).toEqual([])
})
