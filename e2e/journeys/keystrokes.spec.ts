import { expect, type Page } from '@playwright/test'
import { handsOn, type Hands } from '../support/hands.ts'
import { createdHeading, destinationField, nameField, submitButton } from '../support/panel.ts'
import { call, sentTasks, test } from '../support/product.ts'

/** A task, and the ways of an agent to it: from focus in the name field to the request being sent. */
interface Drill {
  readonly title: string
  readonly most: { readonly keys: number; readonly clicks: number }
  readonly byKeys: (hands: Hands, page: Page) => Promise<void>
  readonly byMouse: (hands: Hands, page: Page) => Promise<void>
  /** A part of what Connect receives. */
  readonly sent: Record<string, unknown>
}

const create = 'ControlOrMeta+Enter'

/** The destination is two fields after the name. A letter chooses the first one that begins with it. */
const nameAndDestination = async (hands: Hands, name: string, letter: string) => {
  await hands.type(name)
  await hands.press('Tab', 'Tab', letter)
}

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
    sent: { Name: 'Approve the refund' },
  },
]

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}

test('five usual tasks take few keys and few clicks', async ({ page, context, open, connect }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(call)
  const counted: { readonly title: string; readonly keys: number; readonly clicks: number }[] = []
  for (const { title, byKeys, byMouse, sent } of drills) {
    const hands = handsOn(page)
    for (const way of [byKeys, byMouse]) {
      await nameField(page).focus()
      await way(hands, page)
      await expect(createdHeading(page)).toBeVisible()
      expect(sentTasks(connect).at(-1)).toMatchObject(sent)
      await page.getByRole('button', { name: 'Create another task' }).click()
      await expect(nameField(page)).toBeFocused()
    }
    counted.push({ title, ...hands.counts() })
  }

  const rows = drills.map(({ title, most }, index) => {
    const { keys, clicks } = counted[index] ?? { keys: NaN, clicks: NaN }
    return [title, `${keys} of ${most.keys} keys`, `${clicks} of ${most.clicks} clicks`]
  })
  process.stdout.write(`${tableOf(rows)}\n`)
  expect(counted.filter(({ keys }, index) => keys > (drills[index]?.most.keys ?? 0))).toEqual([])
  expect(counted.filter(({ clicks }, index) => clicks > (drills[index]?.most.clicks ?? 0))).toEqual([])
})
