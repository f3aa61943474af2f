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
const goneWords = 'The chosen destination is no longer available. Choose another.'
const tooLargeWords = 'The task is too large to send. Shorten the description, references or attributes.'
const failedWords = 'Amazon Connect failed. Try again; if it keeps failing, tell your administrator.'
const lateWords = 'Amazon Connect did not answer in time.'

/** Connect has refused the task. The panel does not retry, because the answer would be the same. */
const refusals: readonly Answer[] = [
  {
    when: 'refuses it with a Message',
    failure: failing(400, 'InvalidRequestException'),
    says: refusedWords,
  },
  {
    when: 'refuses it with a message',
    failure: failing(400, 'InvalidParameterException', { messageMember: 'message' }),
    says: refusedWords,
  },
  { when: 'refuses it without a text', failure: { kind: 'error', status: 400 }, says: refusedWords },
  {
    when: 'has reached a quota',
    failure: failing(402, 'ServiceQuotaExceededException'),
    says: quotaWords,
  },
  { when: 'denies the proxy', failure: failing(403, 'AccessDeniedException'), says: deniedWords },
  { when: 'is behind a firewall’s page', failure: { kind: 'html', status: 403 }, says: deniedWords },
  {
    when: 'does not know the destination',
    failure: failing(404, 'ResourceNotFoundException'),
    says: goneWords,
    marks: 'Who should do it?',
  },
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
]

/** Connect has created no task, and a later try may succeed. */
const throttles = [
  { when: 'throttles', failure: failing(429, 'ThrottlingException') },
  { when: 'throttles without a name', failure: failing(429) },
  { when: 'throttles on a page', failure: { kind: 'html', status: 429 } },
] as const

/** The task may exist. */
const losses: readonly (Answer & { readonly isMade: boolean })[] = [
  {
    when: 'fails',
    failure: failing(500, 'InternalServiceException'),
    says: failedWords,
    isMade: false,
  },
  { when: 'fails without a name', failure: failing(503), says: failedWords, isMade: false },
  {
    when: 'is behind a failing gateway’s page',
    failure: { kind: 'html', status: 502 },
    says: failedWords,
    isMade: false,
  },
  {
    when: 'is behind a page that says all is well',
    failure: { kind: 'html', status: 200 },
    says: failedWords,
    isMade: false,
  },
  { when: 'breaks the connection', failure: { kind: 'reset' }, says: failedWords, isMade: false },
  {
    when: 'makes it and the answer is lost',
    failure: { kind: 'response-lost' },
    says: failedWords,
    isMade: true,
  },
  { when: 'makes it and answers nothing', failure: { kind: 'empty' }, says: failedWords, isMade: true },
  {
    when: 'is behind a gateway that lost its patience',
    failure: { kind: 'html', status: 504 },
    says: lateWords,
    isMade: false,
  },
]

/** Moves the clock on until the task has been sent that often, in steps small enough for the CCP to answer Streams' keep-alive. */
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

for (const { when, failure, ...expected } of refusals) {
  test(`when Connect ${when}, no task is created, and the draft can be sent again`, async ({
    page,
    open,
    connect,
  }) => {
    connect.failNext('StartTaskContact', failure)
    await open(call)
    await fillTask(page, taskName)
    await create(page)

    await expectNews(page, 'The task was not created', expected)
    await expectNothingLeaked(page)
    await expectDraftKept(page)
    expect(connect.tasks).toHaveLength(0)
    expect(sentTasks(connect)).toHaveLength(1)
    await createAndSee(page)
    expect(connect.tasks).toHaveLength(1)
    expect(clientTokens(connect).size).toBe(1)
  })
}

for (const { when, failure } of throttles) {
  test(`while Connect ${when}, no task is created, and the agent can stop and send the draft later`, async ({
    page,
    open,
    connect,
  }) => {
    connect.failNext('StartTaskContact', failure)
    await page.clock.install()
    await open(call)
    await fillTask(page, taskName)
    await create(page)
    await expect(page.getByText('Amazon Connect is busy.')).toBeVisible()
    await expect(page.getByRole('timer')).toHaveText(/^Your task is sent in [12] seconds?\.$/)
    await expect(submitButton(page)).toHaveAttribute('aria-disabled', 'true')
    await expectNothingLeaked(page)
    await page.getByRole('button', { name: 'Do not send' }).click()

    await expectNothingLeaked(page)
    await expectDraftKept(page)
    expect(connect.tasks).toHaveLength(0)
    await createAndSee(page)
    expect(connect.tasks).toHaveLength(1)
    expect(clientTokens(connect).size).toBe(1)
  })
}

test('a task that Connect throttles more often than the panel asks after a lost answer is still created', async ({
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

for (const { when, failure, isMade, ...expected } of losses) {
  test(`while Connect ${when}, the task may have been created, and asking again finds out`, async ({
    page,
    open,
    connect,
  }) => {
    connect.failNext('StartTaskContact', failure, sendings)
    await page.clock.install()
    await open(call)
    await fillTask(page, taskName)
    await create(page)
    await expect(page.getByText('The answer was lost. Checking whether the task was created…')).toBeVisible()
    await expectNothingLeaked(page)
    await untilSent(page, connect, sendings)

    await expectNews(page, 'The task may have been created', expected)
    await expect(failureNotice(page)).toContainText('Check again to find out.')
    await expectNothingLeaked(page)
    await expectDraftKept(page)
    await expect(nameField(page)).toBeDisabled()
    expect(connect.tasks).toHaveLength(isMade ? 1 : 0)
    await page.getByRole('button', { name: 'Check again' }).click()
    await expect(createdHeading(page)).toBeFocused()
    expect(connect.tasks).toHaveLength(1)
    expect(clientTokens(connect).size).toBe(1)
  })
}
