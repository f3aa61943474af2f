import { expect, type Locator, type Page } from '@playwright/test'
import { accountId } from '../src/simulators/instance/instance.ts'

/** What an agent finds and does in the panel, by the names on the screen. */

export const nameField = (page: Page): Locator => page.getByLabel('What needs to be done?')

export const destinationField = (page: Page): Locator => page.getByLabel('Who should do it?')

/** The one button that creates, whatever it says it will do. */
export const submitButton = (page: Page): Locator =>
  page.getByRole('button', { name: /^(Create|Schedule) task/ })

export const createdHeading = (page: Page): Locator =>
  page.getByRole('heading', { name: /^(✓ )?Task (created|scheduled)/ })

export const errorSummary = (page: Page): Locator =>
  page.getByRole('region', { name: /^Correct \d+ things?/ })

export const failureNotice = (page: Page): Locator => page.getByRole('alert')

export const linkedContact = (page: Page): Locator => page.getByRole('region', { name: 'Linked contact' })

/** All that a task needs. */
export async function fillTask(page: Page, name = 'Call back about the refund'): Promise<void> {
  await nameField(page).fill(name)
  await destinationField(page).selectOption('Callback requests')
}

export const create = (page: Page): Promise<void> => submitButton(page).click()

/** Creates and waits for the proof that the task exists. */
export async function createAndSee(page: Page): Promise<void> {
  await create(page)
  await expect(createdHeading(page)).toBeVisible()
}

type SectionTitle = 'When' | 'Link' | 'References' | 'Attributes'

export const section = (page: Page, title: SectionTitle): Locator =>
  page.getByRole('group', { name: title, exact: true })

/** Opens one of the one-line summaries, or closes it again. */
export async function toggleSection(page: Page, title: SectionTitle): Promise<Locator> {
  await section(page, title).getByText(title, { exact: true }).click()
  return section(page, title)
}

interface ReferenceText {
  readonly type: 'Web address' | 'Number' | 'Text' | 'Date and time' | 'Email address'
  readonly name: string
  readonly value: string
}

export const referenceRow = (page: Page, position: number): Locator =>
  page.getByRole('group', { name: `Reference ${position}`, exact: true })

export async function addReference(page: Page, position: number, reference: ReferenceText): Promise<void> {
  await page.getByRole('button', { name: 'Add reference' }).click()
  const row = referenceRow(page, position)
  await row.getByLabel('Type', { exact: true }).selectOption(reference.type)
  await row.getByLabel('Name', { exact: true }).fill(reference.name)
  await row.getByLabel('Value', { exact: true }).fill(reference.value)
}

export const attributeRow = (page: Page, position: number): Locator =>
  page.getByRole('group', { name: `Attribute ${position}`, exact: true })

export async function addAttribute(page: Page, position: number, key: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Add attribute' }).click()
  const row = attributeRow(page, position)
  await row.getByLabel('Key', { exact: true }).fill(key)
  await row.getByLabel('Value', { exact: true }).fill(value)
}

/** Opens "When", says "Later" and leaves the day and the time to the test. */
export async function scheduleLater(page: Page): Promise<Locator> {
  const when = await toggleSection(page, 'When')
  await when.getByRole('radio', { name: 'Later' }).check()
  return when
}

/** The day chips, as an agent reads them. */
export const dayChip = (page: Page, day: RegExp | string): Locator =>
  page.getByRole('group', { name: 'Day' }).getByRole('radio', { name: day })

/** Nothing on the page tells of AWS's own names. */
export async function expectNoArn(page: Page): Promise<void> {
  await expect(page.getByText(/arn:aws/i)).toHaveCount(0)
  await expect(page.getByText(accountId)).toHaveCount(0)
}
