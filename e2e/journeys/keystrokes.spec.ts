import { expect, type Locator, type Page } from '@playwright/test'
import { handsOn, type Hands } from '../support/hands.ts'
import {
  attributeRow,
  createdHeading,
  destinationField,
  nameField,
  referenceRow,
  section,
  submitButton,
  whenField,
} from '../support/panel.ts'
import { call, sentTasks, test } from '../support/product.ts'

/** Times in epoch seconds, computed when the task is sent. */
interface Clock {
  readonly tomorrowAtNine: number
  /** The end of the window of 6 days. */
  readonly latest: number
}

const clockOf = (page: Page): Promise<Clock> =>
  page.evaluate(() => {
    const tomorrow = new Date()
    tomorrow.setDate(tomorrow.getDate() + 1)
    return { tomorrowAtNine: tomorrow.setHours(9, 0, 0, 0) / 1_000, latest: Date.now() / 1_000 + 6 * 86_400 }
  })

/** A task, and the ways in which an agent can create it: from the focus in the name field until the request is sent. */
interface Drill {
  readonly title: string
  readonly most: { readonly keys: number; readonly clicks: number }
  readonly byKeys: (hands: Hands, page: Page) => Promise<void>
  readonly byMouse: (hands: Hands, page: Page) => Promise<void>
  /** The parameters that Connect must receive, besides the name. */
  readonly sent: (clock: Clock) => Record<string, unknown>
}

const create = 'ControlOrMeta+Enter'

/** A letter finds the first destination that begins with it, and Enter chooses that. */
const nameAndDestination = async (hands: Hands, name: string, letter: string) => {
  await hands.type(name)
  await hands.press('Alt+Shift+3', letter, 'Enter')
}

const references: readonly (readonly [string, string])[] = [
  ['Order', 'https://shop.example/48213'],
  ['Amount', '129.90'],
  ['Parcel', 'JJD000390007882111'],
  ['Promised', '2030-12-12'],
  ['Customer', 'maya.lopez@example.com'],
]

const referenceTypes = {
  Order: { Type: 'URL' },
  Amount: { Type: 'NUMBER' },
  Parcel: { Type: 'STRING' },
  Promised: { Type: 'DATE' },
  Customer: { Type: 'EMAIL' },
}

const attributes: readonly (readonly [string, string])[] = [
  ['orderId', '48213'],
  ['refundAmount', '129.90'],
  ['currency', 'EUR'],
  ['reason', 'damaged'],
  ['carrier', 'DHL'],
  ['parcelId', 'JJD000390007882111'],
  ['channelWanted', 'email'],
  ['priority', 'high'],
]

const firstReference = (page: Page) => referenceRow(page, 1).getByLabel('Name', { exact: true })
const firstAttribute = (page: Page) => attributeRow(page, 1).getByLabel('Key', { exact: true })

/**
 * Fills in rows with the keyboard alone, from the first field of a section that has just been opened. Enter goes to the value,
 * and from there to the next row.
 */
async function typeRows(hands: Hands, first: Locator, rows: typeof references): Promise<void> {
  await expect(first).toBeFocused()
  for (const [index, [name, value]] of rows.entries()) {
    if (index > 0) await hands.press('Enter')
    await hands.type(name)
    await hands.press('Enter')
    await hands.type(value)
  }
}

const pastedRows = (rows: typeof references) => rows.map((row) => row.join('\t')).join('\n')

const drills: readonly Drill[] = [
  {
    title: 'task now to a flow',
    most: { keys: 5, clicks: 3 },
    byKeys: async (hands) => {
      await nameAndDestination(hands, 'Approve the refund', 'R')
      await hands.press(create)
    },
    byMouse: async (hands, page) => {
      await hands.type('Approve the refund')
      await hands.choose(destinationField(page), 'Refund approvals')
      await hands.click(submitButton(page))
    },
    sent: () => ({ Name: 'Approve the refund' }),
  },
  {
    title: 'callback tomorrow at nine to a colleague',
    most: { keys: 8, clicks: 4 },
    byKeys: async (hands) => {
      await nameAndDestination(hands, 'Call back', 'B')
      await hands.press('Tab', 'ArrowRight', 'ArrowRight', 'ArrowRight', create)
    },
    byMouse: async (hands, page) => {
      await hands.type('Call back')
      await hands.choose(destinationField(page), 'Ben Okafor')
      await hands.click(whenField(page).getByRole('radio', { name: 'Tomorrow 09:00' }))
      await hands.click(submitButton(page))
    },
    sent: ({ tomorrowAtNine }) => ({ ScheduledTime: tomorrowAtNine }),
  },
  {
    title: 'refund with 5 references',
    most: { keys: 20, clicks: 8 },
    byKeys: async (hands, page) => {
      await nameAndDestination(hands, 'Refund', 'R')
      await hands.press('Alt+Shift+6')
      await typeRows(hands, firstReference(page), references)
      await hands.press(create)
    },
    byMouse: async (hands, page) => {
      await hands.type('Refund')
      await hands.choose(destinationField(page), 'Refund approvals')
      await hands.click(section(page, 'References').getByText('References', { exact: true }))
      await expect(firstReference(page)).toBeFocused()
      await hands.paste(pastedRows(references))
      await hands.click(submitButton(page))
    },
    sent: () => ({ References: referenceTypes }),
  },
  {
    title: '8 attributes',
    most: { keys: 20, clicks: 4 },
    byKeys: async (hands, page) => {
      await nameAndDestination(hands, 'Refund', 'R')
      await hands.press('Alt+Shift+7')
      await typeRows(hands, firstAttribute(page), attributes)
      await hands.press(create)
    },
    byMouse: async (hands, page) => {
      await hands.type('Refund')
      await hands.choose(destinationField(page), 'Refund approvals')
      await hands.click(section(page, 'Attributes').getByText('Attributes', { exact: true }))
      await expect(firstAttribute(page)).toBeFocused()
      await hands.paste(pastedRows(attributes))
      await hands.click(submitButton(page))
    },
    sent: () => ({ Attributes: Object.fromEntries(attributes) }),
  },
  {
    title: 'at the limit of 6 days',
    most: { keys: 8, clicks: 4 },
    byKeys: async (hands) => {
      await nameAndDestination(hands, 'Call back', 'C')
      await hands.press('Alt+Shift+4')
      await hands.type('in 6 days')
      await hands.press(create)
    },
    byMouse: async (hands, page) => {
      await hands.type('Call back')
      await hands.choose(destinationField(page), 'Callback requests')
      await hands.click(whenField(page).getByRole('radio', { name: 'Pick…' }))
      await hands.type('in 6 days')
      await hands.click(submitButton(page))
    },
    // Compared within minutes, because the clock runs on while the task is sent.
    sent: ({ latest }) => ({ ScheduledTime: expect.closeTo(latest, -3) }),
  },
]

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}

test('five usual tasks take few keys and few clicks', async ({ page, context, open, connect }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const allHands = drills.map(() => handsOn(page))
  for (const way of ['byKeys', 'byMouse'] as const) {
    // A new contact each time, because the panel asks before it creates the same task for the same contact again.
    await open(call)
    for (const [index, drill] of drills.entries()) {
      const hands = allHands[index] ?? handsOn(page)
      await nameField(page).focus()
      await drill[way](hands, page)
      const clock = await clockOf(page)
      await expect(createdHeading(page)).toBeVisible()
      expect(sentTasks(connect).at(-1)).toMatchObject(drill.sent(clock))
      await page.getByRole('button', { name: 'Create another task' }).click()
      await expect(nameField(page)).toBeFocused()
    }
  }

  const counted = drills.map(({ title }, index) => ({
    title,
    keys: NaN,
    clicks: NaN,
    ...allHands[index]?.counts(),
  }))
  const rows = drills.map(({ title, most }, index) => {
    const { keys, clicks } = counted[index] ?? { keys: NaN, clicks: NaN }
    return [title, `${keys} of ${most.keys} keys`, `${clicks} of ${most.clicks} clicks`]
  })
  process.stdout.write(`${tableOf(rows)}\n`)
  expect(counted.filter(({ keys }, index) => keys > (drills[index]?.most.keys ?? 0))).toEqual([])
  expect(counted.filter(({ clicks }, index) => clicks > (drills[index]?.most.clicks ?? 0))).toEqual([])
})
