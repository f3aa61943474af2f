import { expect, type Page } from '@playwright/test'
import type { Failure } from '../../src/simulators/connect/calls/failures.ts'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import { failing, sendings } from '../support/connect-answers.ts'
import {
  acceptedHeading,
  consent,
  messagesPolicy,
  noonInAmerica,
  sendButton,
  sentMessages,
  textField,
  turnToMessage,
} from '../support/messages.ts'
import { expectNothingLeaked, failureNotice } from '../support/panel.ts'
import { call, type Fixtures, test } from '../support/product.ts'

test.use({ policyFile: messagesPolicy, clocksAt: noonInAmerica })

const text = 'Your refund has been approved. Answer here if you have a question.'

/** Each test has a customer of its own: one customer gets one message in 10 minutes. */
async function writeTo(number: string, page: Page, open: Fixtures['open']): Promise<void> {
  await open({ ...call, displayName: number })
  await turnToMessage(page)
  await textField(page).fill(text)
  await consent(page).check()
}

const clientTokens = (connect: ConnectSimulator) =>
  new Set(sentMessages(connect).map((message) => JSON.stringify(message).match(/"ClientToken":"[^"]+"/)?.[0]))

test('an agent who presses twice while the network is away sends one message when it is back', async ({
  page,
  context,
  open,
  connect,
}) => {
  await writeTo('+12065550120', page, open)
  await context.setOffline(true)
  await expect(page.getByText('You are offline. A message that you send now')).toBeVisible()
  await sendButton(page).dblclick()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Your message will be sent if the connection is back')).toBeVisible()
  expect(sentMessages(connect)).toEqual([])
  await context.setOffline(false)

  await expect(acceptedHeading(page)).toBeVisible()
  expect(sentMessages(connect)).toHaveLength(1)
})

test('after a failure, lost answers and a conflict the agent asks again, and the customer gets one message', async ({
  page,
  open,
  connect,
}) => {
  connect.failNext('StartOutboundChatContact', failing(500, 'InternalServiceException'))
  connect.failNext('StartOutboundChatContact', { kind: 'response-lost' }, sendings - 2)
  // The conflict may be with the previous request.
  connect.failNext('StartOutboundChatContact', failing(409, 'ConflictException'))
  await writeTo('+12065550121', page, open)
  await sendButton(page).click()

  await expect(
    failureNotice(page).getByRole('heading', { name: 'The message may have been sent' }),
  ).toBeVisible({ timeout: 30_000 })
  await expect(failureNotice(page)).toContainText('Amazon Connect failed.')
  await expectNothingLeaked(page)
  expect(sentMessages(connect)).toHaveLength(sendings)
  await sendButton(page).click()

  await expect(acceptedHeading(page)).toBeVisible()
  expect(connect.messages).toHaveLength(1)
  expect(clientTokens(connect).size).toBe(1)
})

interface Refusal {
  readonly when: string
  readonly failure: Failure
  readonly says: string
}

/** The errors of StartOutboundChatContact after which there is no chat. */
const refusals: readonly Refusal[] = [
  {
    when: 'refuses it',
    failure: failing(400, 'InvalidRequestException'),
    says: 'Amazon Connect refused the message and did not say why.',
  },
  {
    when: 'denies the proxy',
    failure: failing(403, 'AccessDeniedException'),
    says: 'Tell your administrator.',
  },
  {
    when: 'does not know the number, the flow or the template',
    failure: failing(404, 'ResourceNotFoundException'),
    says: 'The number, the flow or the template is no longer available.',
  },
  {
    when: 'has too many chats',
    failure: failing(429, 'LimitExceededException'),
    says: 'too many chats are open',
  },
]

test('the agent reads once why Connect refuses a message, and a busy Connect accepts it later', async ({
  page,
  open,
  connect,
}) => {
  await writeTo('+12065550122', page, open)
  for (const { when, failure, says } of refusals) {
    // One after the other, in the form of one draft.
    // oxlint-disable-next-line no-await-in-loop
    await test.step(`Connect ${when}`, async () => {
      const before = sentMessages(connect).length
      connect.failNext('StartOutboundChatContact', failure)
      await sendButton(page).click()

      await expect(failureNotice(page)).toContainText(says)
      await expect(
        failureNotice(page).getByRole('heading', { name: 'The message was not sent' }),
      ).toBeVisible()
      await expectNothingLeaked(page)
      await expect(textField(page)).toHaveValue(text)
      expect(sentMessages(connect)).toHaveLength(before + 1)
    })
  }
  expect(connect.messages).toEqual([])
  connect.failNext('StartOutboundChatContact', failing(429, 'ThrottlingException'))
  await sendButton(page).click()
  await expect(page.getByText('Amazon Connect is busy.')).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(/^Your message will be sent in \d+ seconds?\.$/)
  await expectNothingLeaked(page)

  await expect(acceptedHeading(page)).toBeVisible()
  expect(connect.messages).toHaveLength(1)
  expect(clientTokens(connect).size).toBe(1)
})
