import { expect, type Page } from '@playwright/test'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import type { Failure } from '../../src/simulators/connect/failures.ts'
import { agentArn, ana } from '../../src/simulators/instance/instance.ts'
import { destinationField, errorSummary, failureNotice, nameField } from './panel.ts'
import { sentTasks } from './product.ts'

/** An error message of Connect's, which the panel must not show. */
const message = `User: ${agentArn(ana)} is not welcome (InternalServiceException at Handler.java:42)`

export const failing = (status: number, type?: string, more: object = {}): Failure => ({
  kind: 'error',
  status,
  message,
  ...(type === undefined ? {} : { type }),
  ...more,
})

export const refusedWords =
  'Amazon Connect refused the task and did not say why. Change the task, or tell your administrator.'

export interface Answer {
  readonly when: string
  readonly failure: Failure
  readonly says: string
  /** The field that is marked; the focus goes to the link to it. */
  readonly marks?: string
}

type Expected = Pick<Answer, 'says' | 'marks'>

/** The first request and the panel's retries. */
export const sendings = 4

export const taskName = 'Call back about the refund'

export const clientTokens = (connect: ConnectSimulator) =>
  new Set(sentTasks(connect).map((task) => JSON.stringify(task).match(/"ClientToken":"[^"]+"/)?.[0]))

/** Expects the heading, the reason and the focus. */
export async function expectNews(page: Page, heading: string, { says, marks }: Expected): Promise<void> {
  const news = failureNotice(page).getByRole('heading', { name: heading })
  const toMarked = errorSummary(page).filter({ hasText: `${marks}: ${says}` })
  await expect(news).toBeVisible()
  await expect(marks === undefined ? news : toMarked.getByRole('heading')).toBeFocused()
  await expect(failureNotice(page)).toContainText(says)
  await expect(failureNotice(page)).toContainText(/Reference for support: \S+/)
}

export async function expectDraftKept(page: Page): Promise<void> {
  await expect(nameField(page)).toHaveValue(taskName)
  await expect(destinationField(page).locator('option:checked')).toHaveText('Callback requests')
}
