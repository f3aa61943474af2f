import { expect } from '@playwright/test'
import { failureNotice, nameField } from '../support/panel.ts'
import { call, test } from '../support/product.ts'

test.use({ policyFile: { groupsClaim: 'groups', policies: [{ name: 'Leads', for: { groups: ['leads'] } }] } })

test('an agent without a policy sees a message and keeps the draft', async ({ page, open, connect }) => {
  await open(call)
  await expect(
    failureNotice(page).getByText(
      'Your organisation does not let you create tasks here. Ask your administrator.',
    ),
  ).toBeVisible()

  await nameField(page).fill('Call back')

  await expect(nameField(page)).toHaveValue('Call back')
  expect(connect.tasks).toEqual([])
})
