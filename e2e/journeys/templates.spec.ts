import { expect, type Page } from '@playwright/test'
import { demoTemplates } from '../../src/simulators/connect/templates/demo-templates.ts'
import {
  chooseDestination,
  create,
  createAndSee,
  createdHeading,
  errorSummary,
  expectComplaint,
  nameField,
  section,
  submitButton,
} from '../support/panel.ts'
import { call, sentTask, test } from '../support/product.ts'
import { expectSoundEverywhere } from '../support/soundness.ts'

/* The forms of task templates, on the real proxy and a Connect that enforces them. */

const field = (page: Page, name: string) => page.getByLabel(new RegExp(`^${name}( \\(optional\\))?$`))

const form = (page: Page, name: string) => page.getByRole('group', { name, exact: true })

test('a form asks for its fields, complains at each, and its task is created', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await chooseDestination(page, 'Refund request')
  await expect(form(page, 'Refund request')).toContainText('Money back to a customer')
  await expect(section(page, 'References')).toHaveCount(0)
  await nameField(page).fill('Refund the bicycle')
  await field(page, 'Amount').fill('a lot')
  await create(page)

  await expectComplaint(page, 'Reason', 'Your organisation asks for this. Fill it in.')
  await expect(field(page, 'Amount')).toBeFocused()
  await expect(field(page, 'Amount')).toHaveAccessibleDescription(/Enter a number/)
  await expectSoundEverywhere(page)
  await field(page, 'Amount').fill('75,50')
  await field(page, 'Reason').selectOption('Too late')
  await page
    .getByRole('radiogroup', { name: /^Approved by manager/ })
    .getByRole('radio', { name: 'Yes' })
    .check()
  await expect(errorSummary(page)).toHaveCount(0)
  // The list of the largest values has a button for each, even for a choice.
  await field(page, 'Order page').fill(`https://shop.example.com/${'x'.repeat(3_300)}`)
  await page.getByRole('button', { name: /^Approved by manager/ }).click()
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeFocused()
  await field(page, 'Order page').fill('')
  await createAndSee(page)
  await expect(page.getByText('3 fields of the form')).toBeVisible()

  const sent = sentTask(connect)
  expect(sent).toMatchObject({
    TaskTemplateId: demoTemplates.refund.templateId,
    References: {
      Amount: { Type: 'NUMBER', Value: '75.50' },
      Reason: { Type: 'STRING', Value: 'Too late' },
      'Approved by manager': { Type: 'STRING', Value: 'true' },
    },
  })
  expect(sent).not.toHaveProperty('QuickConnectId')
})

test('another form keeps the values that fit and lists the others, and the first form gets all back', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await chooseDestination(page, 'Refund request')
  await expect(field(page, 'Amount')).toBeVisible()
  // Of a form that the agent has not filled in, nothing is left.
  await chooseDestination(page, 'Callback requests')
  await expect(section(page, 'References')).toContainText('None')
  await chooseDestination(page, 'Refund request')
  await nameField(page).fill('Ask Ben')
  await field(page, 'Amount').fill('75')
  await field(page, 'Order page').fill('https://shop.example.com/48213')
  await chooseDestination(page, 'Question for a colleague')

  await page.locator('summary').filter({ hasText: '2 values do not fit this form' }).click()
  await expect(page.getByText('Amount: 75')).toBeVisible()
  await chooseDestination(page, 'Refund request')
  await expect(field(page, 'Amount')).toHaveValue('75')
  await expect(page.getByText('do not fit this form')).toHaveCount(0)
  await chooseDestination(page, 'Question for a colleague')
  await expect(page.getByRole('meter')).toHaveCount(0)
  await field(page, 'Question').fill('x'.repeat(3_300))
  await expect(page.getByRole('meter')).toBeVisible()
  await field(page, 'Question').fill('Is the bicycle back?')
  await create(page)

  await expectComplaint(page, 'Who gets it?', 'Choose who gets the task of this form.')
  const who = page.getByRole('combobox', { name: 'Who gets it?' })
  await expect(who).toBeFocused()
  await who.fill('okaf')
  await who.press('Enter')
  await expect(who).toHaveValue('Ben Okafor')
  await createAndSee(page)
  await expect(page.getByRole('definition').first()).toHaveText('Question for a colleague FormBen Okafor')
  expect(sentTask(connect)).toMatchObject({
    TaskTemplateId: demoTemplates.colleague.templateId,
    QuickConnectId: expect.any(String),
    References: { Question: { Type: 'STRING', Value: 'Is the bicycle back?' } },
  })
})

test('the panel says that a form has changed, reads it again and carries the values over', async ({
  page,
  open,
  connect,
}) => {
  await open(call)
  await chooseDestination(page, 'Signed document')
  await expect(page.getByText('“Customer’s signature” cannot be filled in here.')).toBeVisible()
  await nameField(page).fill('File the contract')
  await field(page, 'Document').fill('Contract 7')
  const { templateId, fields } = demoTemplates.signature
  connect.changeTemplate(templateId, {
    fields: [...fields, { name: 'Shelf', type: 'TEXT', isRequired: true }],
  })
  await create(page)

  await expect(page.getByRole('alert')).toContainText('The form has changed')
  await expect(field(page, 'Document')).toHaveValue('Contract 7')
  await field(page, 'Shelf').fill('B 4')
  await submitButton(page).click()
  await expect(createdHeading(page)).toBeVisible()
  expect(connect.tasks).toHaveLength(1)
})

test('a task of a form that allows it is assigned to the agent, and rings in their CCP', async ({
  page,
  open,
  connect,
}) => {
  const { frame } = await open(call)
  await chooseDestination(page, 'My follow-up')
  await nameField(page).fill('Look into it')
  await page.getByRole('checkbox', { name: 'Assign to me' }).check()
  await createAndSee(page)
  await expect(page.getByText('This task goes to you.')).toBeVisible()

  const sent = sentTask(connect)
  expect(sent).toMatchObject({
    TaskTemplateId: demoTemplates.ownFollowUp.templateId,
    SegmentAttributes: { 'connect:AssignmentType': { ValueString: 'SELF' } },
  })
  expect(sent).not.toHaveProperty('QuickConnectId')
  await frame.getByRole('button', { name: 'Accept Look into it' }).click()
  const task = frame.getByRole('listitem').filter({ hasText: 'Look into it' })
  await expect(task.getByRole('term')).toHaveText(['Priority'])
  await expect(task.getByRole('definition')).toHaveText(['Normal'])
})
