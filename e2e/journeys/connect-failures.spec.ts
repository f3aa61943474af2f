import { expect, type Page } from '@playwright/test'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import {
  create,
  createAndSee,
  createdHeading,
  expectNothingLeaked,
  failureNotice,
  fillTask,
  nameField,
  submitButton,
} from '../support/panel.ts'
import { call, sentTasks, test } from '../support/product.ts'
import {
  clientTokens,
  expectDraftKept,
  expectNews,
  failing,
  refusedWords,
  sendings,
  taskName,
  type Answer,
} from '../support/connect-answers.ts'

const quotaWords = 'Amazon Connect has reached a limit: too many open tasks,'
const deniedWords = 'The task service is not allowed to do this in Amazon Connect. Tell your administrator.'
// The field's description begins with the kind of the destination.
const goneWords = 'Flow The chosen destination is no longer available. Choose another.'
const tooLargeWords = 'The task is too large to send. Shorten the description, references or attributes.'
const failedWords = 'Amazon Connect failed. Try again; if it keeps failing, tell your administrator.'
const lateWords = 'Amazon Connect did not answer in time.'

/**
 * Connect has refused the task. The panel does not retry, because the answer would be the same. Neighbours in the list have
 * different words, so that the test does not mistake the previous message for the new one.
 */
const refusals: readonly Answer[] = [
  {
    when: 'refuses it with a Message',
    failure: failing(400, 'InvalidRequestException'),
    says: refusedWords,
  },
  {
    when: 'has reached a quota',
    failure: failing(402, 'ServiceQuotaExceededException'),
    says: quotaWords,
  },
  {
    when: 'refuses it with a message',
    failure: failing(400, 'InvalidParameterException', { messageMember: 'message' }),
    says: refusedWords,
  },
  { when: 'denies the proxy', failure: failing(403, 'AccessDeniedException'), says: deniedWords },
  { when: 'refuses it without a text', failure: { kind: 'error', status: 400 }, says: refusedWords },
  { when: 'is behind a firewall’s page', failure: { kind: 'html', status: 403 }, says: deniedWords },
  {
    when: 'finds it too large',
    failure: failing(413, 'RequestEntityTooLargeException'),
    says: tooLargeWords,
  },
  {
    when: 'refuses it in a way of its own',
    failure: failing(409, 'ConflictException'),
    says: failedWords,
  },
  {
    when: 'does not know the destination',
    failure: failing(404, 'ResourceNotFoundException'),
    says: goneWords,
    marks: 'Who should do it?',
  },
]

/** Connect has created no task, and a later try may succeed. */
const throttles = [
  { when: 'throttles', failure: failing(429, 'ThrottlingException') },
  { when: 'throttles without a name', failure: failing(429) },
  { when: 'throttles on a page', failure: { kind: 'html', status: 429 } },
] as const

interface Loss extends Answer {
  readonly isMade: boolean
}

/** Failures of Connect itself, after which the task may exist. */
const lossesOfConnect: readonly Loss[] = [
  {
    when: 'fails',
    failure: failing(500, 'InternalServiceException'),
    says: failedWords,
    isMade: false,
  },
  { when: 'fails without a name', failure: failing(503), says: failedWords, isMade: false },
  { when: 'breaks the connection', failure: { kind: 'reset' }, says: failedWords, isMade: false },
  {
    when: 'makes it and the answer is lost',
    failure: { kind: 'response-lost' },
    says: failedWords,
    isMade: true,
  },
  { when: 'makes it and answers nothing', failure: { kind: 'empty' }, says: failedWords, isMade: true },
]

/** Error pages of a gateway in front of Connect, after which the task may exist. */
const pagesBeforeConnect: readonly Loss[] = [
  { when: 'fails', failure: { kind: 'html', status: 502 }, says: failedWords, isMade: false },
  { when: 'says all is well', failure: { kind: 'html', status: 200 }, says: failedWords, isMade: false },
  { when: 'has lost its patience', failure: { kind: 'html', status: 504 }, says: lateWords, isMade: false },
]

/**
 * Moves the clock forward until the task has been sent `times` times. The steps are small, so that the CCP can answer Streams'
 * keep-alive.
 */
async function untilSent(page: Page, connect: ConnectSimulator, times: number): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.fastForward(1_000)
        return sentTasks(connect).length
      },
      { intervals: [200] },
    )
    .toBe(times)
}

test('whenever Connect refuses a task, none is created, the panel says why, and the draft can be sent again', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await fillTask(page, taskName)
  for (const [index, { when, failure, ...expected }] of refusals.entries()) {
    // Sequential, because all answers are for the same draft.
    await test.step(`Connect ${when}`, async () => {
      connect.failNext('StartTaskContact', failure)
      await create(page)

      await expectNews(page, 'The task was not created', expected)
      await expectNothingLeaked(page)
      await expectDraftKept(page)
      expect(connect.tasks).toHaveLength(0)
      expect(sentTasks(connect)).toHaveLength(index + 1)
    })
  }
  await createAndSee(page)
  expect(connect.tasks).toHaveLength(1)
  expect(clientTokens(connect).size).toBe(1)
})

test('while Connect throttles, no task is created, and the agent can stop and send the draft later', async ({
  page,
  open,
  connect,
}) => {
  await page.clock.install()
  await open(call)
  await fillTask(page, taskName)
  for (const { when, failure } of throttles) {
    // Sequential, because all answers are for the same draft.
    await test.step(`Connect ${when}`, async () => {
      connect.failNext('StartTaskContact', failure)
      await create(page)
      await expect(page.getByText('Amazon Connect is busy.')).toBeVisible()
      await expect(page.getByRole('timer')).toHaveText(/^Your task will be sent in [12] seconds?\.$/)
      await expect(submitButton(page)).toHaveAttribute('aria-disabled', 'true')
      await expectNothingLeaked(page)
      await page.getByRole('button', { name: 'Do not send' }).click()

      await expect(page.getByRole('timer')).toHaveCount(0)
      await expectNothingLeaked(page)
      await expectDraftKept(page)
      expect(connect.tasks).toHaveLength(0)
    })
  }
  await createAndSee(page)
  expect(connect.tasks).toHaveLength(1)
  expect(clientTokens(connect).size).toBe(1)
})

test('a task is created although Connect throttles it more often than the panel repeats a lost request', async ({
  page,
  open,
  connect,
}) => {
  connect.failNext('StartTaskContact', failing(429, 'ThrottlingException'), sendings)
  await page.clock.install()
  await open(call)
  await fillTask(page, taskName)
  await create(page)
  await untilSent(page, connect, sendings + 1)

  await expect(createdHeading(page)).toBeFocused()
  expect(connect.tasks).toHaveLength(1)
  expect(clientTokens(connect).size).toBe(1)
})

for (const [who, losses] of [
  ['Connect', lossesOfConnect],
  ['a page before Connect', pagesBeforeConnect],
] as const) {
  test(`when the answer is lost because of ${who}, the task may have been created, and asking again finds out`, async ({
    page,
    open,
    connect,
  }) => {
    await page.clock.install()
    await open(call)
    for (const [index, { when, failure, isMade, ...expected }] of losses.entries()) {
      // Sequential. Each task has its own token.
      await test.step(`${who} ${when}`, async () => {
        const name = `${taskName} ${index + 1}`
        const sentBefore = index * (sendings + 1)
        connect.failNext('StartTaskContact', failure, sendings)
        await fillTask(page, name)
        await create(page)
        await expect(
          page.getByText('The answer was lost. Checking whether the task was created…'),
        ).toBeVisible()
        await expectNothingLeaked(page)
        await untilSent(page, connect, sentBefore + sendings)

        await expectNews(page, 'The task may have been created', expected)
        await expect(failureNotice(page)).toContainText(
          'Check again to find out. For a few minutes this is safe: it creates no second task.',
        )
        await expectNothingLeaked(page)
        await expectDraftKept(page, name)
        await expect(nameField(page)).toBeDisabled()
        expect(connect.tasks).toHaveLength(index + (isMade ? 1 : 0))
        await page.getByRole('button', { name: 'Check again' }).click()
        await expect(createdHeading(page)).toBeFocused()
        expect(connect.tasks).toHaveLength(index + 1)
        expect(clientTokens(connect).size).toBe(index + 1)
        await page.getByRole('button', { name: 'Create another task' }).click()
      })
    }
  })
}
