import { expect, type Page } from '@playwright/test'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import type { Failure } from '../../src/simulators/connect/calls/failures.ts'
import { agentArn, ana } from '../../src/simulators/instance/instance.ts'
import {
  destinationField,
  errorSummary,
  expectDestination,
  failureNotice,
  nameField,
  submitButton,
} from './panel.ts'
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
  /** The field that gets a complaint. The focus goes to the link to it. */
  readonly marks?: string
}

type Expected = Pick<Answer, 'says' | 'marks'>

/** The first request and the panel's retries. */
export const sendings = 4

export const taskName = 'Call back about the refund'

export const clientTokens = (connect: ConnectSimulator) =>
  new Set(sentTasks(connect).map((task) => JSON.stringify(task).match(/"ClientToken":"[^"]+"/)?.[0]))

/**
 * Expects the heading and the reason, and the focus in the right place. If a field is marked, the reason stands at the field.
 */
export async function expectNews(page: Page, heading: string, { says, marks }: Expected): Promise<void> {
  await expect(failureNotice(page).getByRole('heading', { name: heading })).toBeVisible()
  if (marks === undefined) {
    await expect(failureNotice(page)).toContainText(says)
    await expect(failureNotice(page)).toContainText(/Reference for support: \S+/)
    // The focus is where it was before the press, or on the button if the fields are disabled.
    const goesOn = heading.includes('may have') ? submitButton(page) : destinationField(page)
    await expect(goesOn).toBeFocused()
    return
  }
  await expect(errorSummary(page).getByRole('button', { name: marks })).toBeVisible()
  await expect(page.getByLabel(marks)).toHaveAccessibleDescription(says)
  await expect(page.getByLabel(marks)).toBeFocused()
}

export async function expectDraftKept(page: Page, name = taskName): Promise<void> {
  await expect(nameField(page)).toHaveValue(name)
  await expectDestination(page, 'Callback requests')
}
