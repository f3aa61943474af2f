import { expect, type Locator, type Page } from '@playwright/test'
import { accountId } from '../../src/simulators/instance/instance.ts'

/** Finds and operates the panel's controls by the names on the screen. */

/** The page or frame with the panel. */
export type Panel = Pick<Page, 'getByLabel' | 'getByRole' | 'getByText' | 'locator'>

export const nameField = (page: Panel): Locator => page.getByLabel('What needs to be done?')

export const destinationField = (page: Panel): Locator => page.getByLabel('Who should do it?')

/** A row of the open list. Its name is followed by its kind. */
export const destinationOption = (page: Panel, name: string): Locator => {
  const escaped = name.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  return page.getByRole('option', {
    name: new RegExp(`^${escaped} (Myself|Person|Queue|Flow|Form)(, favourite)?$`),
  })
}

/** Chooses the person, queue, flow or form with this name, as an agent does. */
export async function chooseDestination(page: Panel, name: string): Promise<void> {
  // Opens the list even if the field already has this name.
  await destinationField(page).click()
  await destinationField(page).fill(name)
  await destinationOption(page, name).first().click()
}

/** Expects exactly these destinations, in this order. */
export async function expectOffered(page: Panel, names: readonly string[]): Promise<void> {
  await destinationField(page).click()
  await expect(
    page.getByRole('listbox', { name: 'Destinations' }).getByRole('option').locator('span:first-child'),
  ).toHaveText([...names])
  await destinationField(page).press('Escape')
}

/** Expects a destination among those that can be chosen. */
export async function expectOnOffer(page: Panel, name: string): Promise<void> {
  await destinationField(page).click()
  await expect(destinationOption(page, name)).toBeVisible()
  await destinationField(page).press('Escape')
}

/** Expects this name in the field "Who should do it?"; empty if nothing is chosen. */
export async function expectDestination(page: Panel, name: string): Promise<void> {
  await expect(destinationField(page)).toHaveValue(name)
}

/** The submit button. Its label is the next step, or the step under way. */
export const submitButton = (page: Panel): Locator =>
  page
    .getByRole('button', {
      name: /^(Create task|Schedule|Try again|Check again|Creating…|Waiting…|Checking…)/,
    })
    .and(page.locator('[part="submit"]'))

export const createdHeading = (page: Panel): Locator =>
  page.getByRole('heading', { name: /^Task (created|scheduled)/ })

export const errorSummary = (page: Panel): Locator =>
  page.getByRole('region', { name: /^Check \d+ things? first/ })

/**
 * Expects a complaint in the summary, and its text exactly once: at the field, or in the summary while the section is closed.
 */
export async function expectComplaint(page: Panel, label: string, message: string | RegExp): Promise<void> {
  await expect(errorSummary(page).getByRole('button', { name: label, exact: true })).toBeVisible()
  await expect(page.getByText(message).filter({ visible: true })).toHaveCount(1)
}

export const failureNotice = (page: Panel): Locator => page.getByRole('alert')

export const linkedContact = (page: Panel): Locator => page.getByRole('region', { name: 'Linked contact' })

/** Fills in the fields that each task needs. */
export async function fillTask(page: Panel, name = 'Call back about the refund'): Promise<void> {
  await nameField(page).fill(name)
  await chooseDestination(page, 'Callback requests')
}

export const create = (page: Panel): Promise<void> => submitButton(page).click()

/** Creates the task and waits for the notice that it exists. */
export async function createAndSee(page: Panel): Promise<void> {
  await create(page)
  await expect(createdHeading(page)).toBeVisible()
}

type SectionTitle = 'Link' | 'References' | 'Attributes' | 'More'

export const section = (page: Panel, title: SectionTitle): Locator =>
  page.getByRole('group', { name: title, exact: true })

/** Opens or closes a section by its summary line. */
export async function toggleSection(page: Panel, title: SectionTitle): Promise<Locator> {
  await section(page, title).getByText(title, { exact: true }).click()
  return section(page, title)
}

/** Expects a task about this contact: its name above the form, and the link to it. */
export async function expectRelatedTo(page: Panel, channel: string, name: string): Promise<void> {
  await expect(linkedContact(page)).toContainText(name)
  await expect(section(page, 'Link')).toContainText(`Related to this ${channel}`)
}

interface ReferenceText {
  readonly type: 'Web address' | 'Number' | 'Text' | 'Date and time' | 'Email address'
  readonly name: string
  readonly value: string
}

export const referenceRow = (page: Panel, position: number): Locator =>
  page.getByRole('group', { name: `Reference ${position}`, exact: true })

export async function addReference(page: Panel, position: number, reference: ReferenceText): Promise<void> {
  await page.getByRole('button', { name: 'Add reference' }).click()
  const row = referenceRow(page, position)
  await row.getByLabel('Type', { exact: true }).selectOption(reference.type)
  await row.getByLabel('Name', { exact: true }).fill(reference.name)
  await row.getByLabel('Value', { exact: true }).fill(reference.value)
}

export const attributeRow = (page: Panel, position: number): Locator =>
  page.getByRole('group', { name: `Attribute ${position}`, exact: true })

export async function addAttribute(page: Panel, position: number, key: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Add attribute' }).click()
  const row = attributeRow(page, position)
  await row.getByLabel('Key', { exact: true }).fill(key)
  await row.getByLabel('Value', { exact: true }).fill(value)
}

export const whenField = (page: Panel): Locator => page.getByRole('group', { name: 'When', exact: true })

/** The instant of the schedule, or what is wrong with it. */
export const whenSaid = (page: Panel): Locator => whenField(page).getByRole('status').first()

/** A usual time of the field "When". */
export const whenChip = (page: Panel, name: string | RegExp): Locator =>
  page.getByRole('radiogroup', { name: 'When should the task start?' }).getByRole('radio', { name })

/** Opens the picker of days and times. */
export async function pickTime(page: Panel): Promise<Locator> {
  await whenChip(page, 'Pick…').check()
  return page.getByRole('group', { name: 'Any other time' })
}

export const timeField = (page: Panel): Locator => page.getByRole('combobox', { name: 'Time', exact: true })

/** The day chips, as an agent reads them. */
export const dayChip = (page: Panel, day: RegExp | string): Locator =>
  page.getByRole('group', { name: 'Day', exact: true }).getByRole('radio', { name: day })

/** AWS names, technical words and markup that an agent should not see. */
const insideWords =
  /arn:aws|not welcome|undefined|\bNaN\b|\[object|Exception|\w+Error\b|\.java|\.js:\d|^\s+at |<\/?\w|gateway/im

/** Expects no internal words on the screen or in accessible names. */
export async function expectNothingLeaked(page: Panel): Promise<void> {
  const screen = page.locator('body')
  for (const read of [await screen.innerText(), await screen.ariaSnapshot()]) {
    expect(read).not.toMatch(insideWords)
    expect(read).not.toContain(accountId)
  }
}
