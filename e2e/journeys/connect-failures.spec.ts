import { expect, type Page } from '@playwright/test'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import type { Failure } from '../../src/simulators/connect/failures.ts'
import { agentArn, ana } from '../../src/simulators/instance/instance.ts'
import {
  create,
  createAndSee,
  createdHeading,
  destinationField,
  errorSummary,
  expectNothingLeaked,
  failureNotice,
  fillTask,
  nameField,
  submitButton,
} from '../support/panel.ts'
import { call, sentTasks, test } from '../support/product.ts'

/** An error message of Connect's, which the panel must not show. */
const message = `User: ${agentArn(ana)} is not welcome (InternalServiceException at Handler.java:42)`

const failing = (status: number, type?: string, more: object = {}): Failure => ({
  kind: 'error',
  status,
  message,
  ...(type === undefined ? {} : { type }),
  ...more,
})

interface Answer {
  readonly when: string
  readonly failure: Failure
  readonly says: string
  /** The field that is marked; the focus goes to the link to it. */
  readonly marks?: string
}

const refusedWords =
  'Amazon Connect refused the task and did not say why. Change the task, or tell your administrator.'
const quotaWords = 'Amazon Connect has reached a limit: too many open tasks,'
const deniedWords = 'The task service may not do this in Amazon Connect. Tell your administrator.'
const goneWords = 'The chosen destination is no longer available. Choose another.'
const tooLargeWords = 'The task is too large to send. Shorten the description, references or attributes.'
const busyWords = 'Amazon Connect is busy. Try again in a moment.'
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
const throttles: readonly Answer[] = [
  { when: 'throttles', failure: failing(429, 'ThrottlingException'), says: busyWords },
  { when: 'throttles without a name', failure: failing(429), says: busyWords },
  { when: 'throttles on a page', failure: { kind: 'html', status: 429 }, says: busyWords },
]

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

type Expected = Pick<Answer, 'says' | 'marks'>

/** The first request and the panel's retries. */
const sendings = 4

const taskName = 'Call back about the refund'

const clientTokens = (connect: ConnectSimulator) =>
  new Set(sentTasks(connect).map((task) => JSON.stringify(task).match(/"ClientToken":"[^"]+"/)?.[0]))

/** Moves the clock on until the panel gives up, in steps small enough for the CCP to answer Streams' keep-alive. */
async function untilPanelGivesUp(page: Page, connect: ConnectSimulator): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.fastForward(1_000)
        return sentTasks(connect).length
      },
      { intervals: [200] },
    )
    .toBe(sendings)
}

/** Expects the heading, the reason and the focus. */
async function expectNews(page: Page, heading: string, { says, marks }: Expected): Promise<void> {
  const news = failureNotice(page).getByRole('heading', { name: heading })
  const toMarked = errorSummary(page).filter({ hasText: `${marks}: ${says}` })
  await expect(news).toBeVisible()
  await expect(marks === undefined ? news : toMarked.getByRole('heading')).toBeFocused()
  await expect(failureNotice(page)).toContainText(says)
  await expect(failureNotice(page)).toContainText(/Reference for support: \S+/)
}

async function expectDraftKept(page: Page): Promise<void> {
  await expect(nameField(page)).toHaveValue(taskName)
  await expect(destinationField(page).locator('option:checked')).toHaveText('Callback requests')
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

for (const { when, failure, ...expected } of throttles) {
  test(`while Connect ${when}, no task is created, and the draft can be sent again afterwards`, async ({
    page,
    open,
    connect,
  }) => {
    connect.failNext('StartTaskContact', failure, sendings)
    await page.clock.install()
    await open(call)
    await fillTask(page, taskName)
    await create(page)
    await expect(
      page.getByText('Amazon Connect is busy. Nothing was created yet; the panel asks again by itself.'),
    ).toBeVisible()
    await expect(page.getByRole('timer')).toHaveText(/^Asking again in [12] seconds?$/)
    await expect(submitButton(page)).toHaveAttribute('aria-disabled', 'true')
    await expectNothingLeaked(page)
    await untilPanelGivesUp(page, connect)

    await expectNews(page, 'The task was not created', expected)
    await expectNothingLeaked(page)
    await expectDraftKept(page)
    expect(connect.tasks).toHaveLength(0)
    await createAndSee(page)
    expect(connect.tasks).toHaveLength(1)
    expect(clientTokens(connect).size).toBe(1)
  })
}

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
    await untilPanelGivesUp(page, connect)

    await expectNews(page, 'The task may have been created', expected)
    await expect(failureNotice(page)).toContainText('the same task cannot be made twice by asking')
    await expectNothingLeaked(page)
    await expectDraftKept(page)
    await expect(nameField(page)).toBeDisabled()
    await expect(submitButton(page)).toHaveAttribute('aria-disabled', 'true')
    expect(connect.tasks).toHaveLength(isMade ? 1 : 0)
    await page.getByRole('button', { name: 'Ask again' }).click()
    await expect(createdHeading(page)).toBeFocused()
    expect(connect.tasks).toHaveLength(1)
    expect(clientTokens(connect).size).toBe(1)
  })
}

test('a throttled task is created after the wait that Connect asks for', async ({ page, open, connect }) => {
  connect.failNext(
    'StartTaskContact',
    failing(429, 'ThrottlingException', { headers: { 'retry-after': '3' } }),
  )
  await open(call)
  await fillTask(page)
  await create(page)
  await expect(page.getByRole('timer')).toHaveText(/^Asking again in [1-3] seconds?$/)

  await expect(createdHeading(page)).toBeFocused()
  expect(connect.tasks).toHaveLength(1)
  expect(sentTasks(connect)).toHaveLength(2)
})

test('the agent sees the countdown of a long wait, and can stop it and keep editing', async ({
  page,
  open,
  connect,
}) => {
  connect.failNext(
    'StartTaskContact',
    failing(429, 'ThrottlingException', { headers: { 'retry-after': '38' } }),
  )
  await open(call)
  await fillTask(page)
  await create(page)
  // A range, because each second is shown only for a second.
  await expect(page.getByRole('timer')).toHaveText(/^Asking again in 3[0-7] seconds$/)

  const stop = page.getByRole('button', { name: 'Stop asking' })
  await stop.focus()
  await page.keyboard.press('Enter')

  await expect(stop).toHaveCount(0)
  await expect(submitButton(page)).toBeFocused()
  await nameField(page).fill('Call back tomorrow')
  expect(connect.tasks).toEqual([])
  await createAndSee(page)
  expect(connect.tasks).toHaveLength(1)
})

test('after a lost answer the panel sends the same attempt again, and there is one task', async ({
  page,
  open,
  connect,
}) => {
  connect.failNext('StartTaskContact', { kind: 'response-lost' })
  await open(call)
  await fillTask(page)
  await create(page)

  await expect(createdHeading(page)).toBeVisible()
  await expect(page.getByText(connect.tasks[0]?.contactId ?? 'no task')).toBeVisible()
  expect(connect.tasks).toHaveLength(1)
  const [first, second, ...more] = sentTasks(connect)
  expect(second).toEqual(first)
  expect(more).toEqual([])
})

test('after a timeout the panel sends the same attempt again, and there is one task', async ({
  page,
  open,
  connect,
}) => {
  // Longer than the proxy's timeout, which has no setting.
  connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 15_000 })
  await open(call)
  await fillTask(page)
  await create(page)
  await expect(page.getByText('Creating the task…')).toBeVisible()
  await expect(page.getByText('The answer was lost. Checking whether the task was created…')).toBeVisible({
    timeout: 15_000,
  })
  await expectNothingLeaked(page)

  await expect(createdHeading(page)).toBeFocused()
  expect(connect.tasks).toHaveLength(1)
  expect(clientTokens(connect).size).toBe(1)
})

test('if Connect refuses the second try, the outcome stays unknown, and the panel says which try was refused', async ({
  page,
  open,
  connect,
}) => {
  connect.clientTokens = 'refuse'
  connect.failNext('StartTaskContact', { kind: 'response-lost' })
  await open(call)
  await fillTask(page, taskName)
  await create(page)

  await expectNews(page, 'The task may have been created', { says: refusedWords })
  await expect(failureNotice(page)).toContainText(
    'An answer was lost. When the same task was asked for again, this came back:',
  )
  await expectNothingLeaked(page)
  await expectDraftKept(page)
  expect(connect.tasks).toHaveLength(1)
})

test('closing a failure moves the focus to the submit button', async ({ page, open, connect }) => {
  connect.failNext('StartTaskContact', failing(402))
  await open(call)
  await fillTask(page)
  await nameField(page).press('Enter')
  await page.getByRole('button', { name: 'Close this message' }).click()

  await expect(failureNotice(page)).toHaveCount(0)
  await expect(submitButton(page)).toBeFocused()
})

test('a result does not take the focus from the CCP', async ({ page, open, connect }) => {
  connect.failNext('StartTaskContact', failing(429))
  const { frame } = await open(call)
  await fillTask(page)
  await create(page)
  await expect(page.getByText('the panel asks again by itself')).toBeVisible()
  await frame.getByLabel('Agent state').focus()

  await expect(createdHeading(page)).toBeVisible()
  await expect(frame.getByLabel('Agent state')).toBeFocused()
  await expect(createdHeading(page)).not.toBeFocused()
})
