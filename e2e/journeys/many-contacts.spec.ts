import { expect } from '@playwright/test'
import type { NewContact } from '../../src/simulators/ccp/page/state/ccp-contact.ts'
import { chooseDestination, createAndSee, linkedContact, nameField, submitButton } from '../support/panel.ts'
import { sentTasks, test, turnTo } from '../support/product.ts'

const contacts: readonly NewContact[] = [
  { channel: 'voice', displayName: '+12065550142', state: 'connected' },
  { channel: 'chat', displayName: 'Jonas Weber', state: 'connected' },
  { channel: 'chat', displayName: 'Amélie Dubois', state: 'connected' },
  { channel: 'chat', displayName: 'שרה לוי', state: 'connected' },
  { channel: 'task', displayName: 'Check the invoice', state: 'connected' },
]

const stepCount = 100

/** Random numbers in [0, 1); the same seed gives the same numbers (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

// DRILL_SEED=… repeats a failed run.
const seed = Number(process.env['DRILL_SEED'] ?? Math.floor(Math.random() * 4_294_967_296))

test(`five contacts, ${stepCount} switches and edits in random order: drafts and links are not mixed up`, async ({
  page,
  open,
  connect,
}, testInfo) => {
  testInfo.annotations.push({ type: 'seed', description: String(seed) })
  // oxlint-disable-next-line no-console -- The seed is needed to repeat a failed run.
  console.log(`  DRILL_SEED=${seed}`)
  test.setTimeout(180_000)
  const random = randomFrom(seed)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('The list is empty.')
    return item
  }
  const ccp = await open(...contacts)
  const written = new Map(ccp.contactIds.map((id) => [id, '']))
  let shown = ccp.contactIds.at(-1) ?? ''
  let edits = 0

  for (let step = 0; step < stepCount; step += 1) {
    // Sequential: the order is random.
    const deed = random()
    if (deed < 0.4) {
      shown = pick(ccp.contactIds)
      await turnTo(ccp, shown)
    } else if (deed < 0.5) {
      // Several at once, faster than the panel renders.
      const quick = [pick(ccp.contactIds), pick(ccp.contactIds), pick(ccp.contactIds)]
      await turnTo(ccp, shown)
      await ccp.frame.evaluate(async (ids) => {
        for (const id of ids) await window.ccp.select(id)
      }, quick)
      shown = quick.at(-1) ?? shown
    } else if (deed < 0.6) {
      // A customer's flow changes an attribute while the agent types.
      await ccp.frame.evaluate(([id, value]) => window.ccp.setAttributes(id, { step: value }), [
        pick(ccp.contactIds),
        String(step),
      ] as const)
    } else {
      edits += 1
      await expect(linkedContact(page)).toContainText(`ID ${shown.slice(0, 8)}`)
      const text = `${shown.slice(0, 8)} edit ${step}`
      await nameField(page).fill(text)
      written.set(shown, text)
    }
    await expect(linkedContact(page)).toContainText(`ID ${shown.slice(0, 8)}`)
    await expect(nameField(page)).toHaveValue(written.get(shown) ?? '')
  }
  expect(edits).toBeGreaterThan(0)

  for (const [id, text] of written) {
    await turnTo(ccp, id)
    await expect(linkedContact(page)).toContainText(`ID ${id.slice(0, 8)}`)
    await expect(nameField(page)).toHaveValue(text)
    if (text === '') await nameField(page).fill(`${id.slice(0, 8)} at the end`)
    await chooseDestination(page, 'Callback requests')
    await expect(submitButton(page)).toBeEnabled()
    await createAndSee(page)
  }
  const sent = sentTasks(connect)
  expect(sent).toHaveLength(contacts.length)
  for (const id of ccp.contactIds) {
    const text = written.get(id)
    expect(sent).toContainEqual(
      expect.objectContaining({
        RelatedContactId: id,
        Name: text === '' ? `${id.slice(0, 8)} at the end` : text,
      }),
    )
  }
})
