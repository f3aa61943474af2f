import { expect } from '@playwright/test'
import {
  destinationField,
  errorSummary,
  failureNotice,
  linkedContact,
  nameField,
  section,
  submitButton,
} from '../support/panel.ts'
import { call, test } from '../support/product.ts'

test('the usual task fits a window of 320 × 560 without scrolling', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 560 })
  await open(call)
  const panel = page.getByRole('region', { name: 'New task' })
  // The summaries come last and may make a line higher.
  await expect(section(page, 'Link')).toContainText('Related to this call')

  const parts = [
    linkedContact(page),
    nameField(page),
    page.getByLabel('Description'),
    destinationField(page),
    ...['When', 'Link', 'References', 'Attributes'].map((name) => panel.getByText(name, { exact: true })),
    submitButton(page),
  ]
  for (const part of parts) await expect(part.first()).toBeInViewport({ ratio: 1 })
  const box = await panel.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThanOrEqual(560)
})

test('neither a complaint nor a failure moves the field that the agent is in', async ({
  page,
  open,
  connect,
}) => {
  connect.failNext('StartTaskContact', { kind: 'error', status: 403, type: 'AccessDeniedException' })
  await open(call)
  await nameField(page).fill('Call back about the refund')
  const before = await nameField(page).boundingBox()
  await nameField(page).press('Enter')
  await expect(destinationField(page)).toBeFocused()
  await expect(errorSummary(page)).toBeVisible()
  expect(await nameField(page).boundingBox()).toEqual(before)

  await destinationField(page).selectOption('Callback requests')
  await nameField(page).press('Enter')
  await expect(failureNotice(page)).toBeVisible()
  await expect(nameField(page)).toBeFocused()
  expect(await nameField(page).boundingBox()).toEqual(before)
})
