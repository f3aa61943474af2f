import { afterAll, expect, it } from 'vitest'
import { startMessageScene } from '../harness/message-scene.ts'

const scene = await startMessageScene()
afterAll(scene.close)

/** As many texts as a policy may reasonably have. */
const texts = Array.from({ length: 200 }, (_, index) => ({
  textId: `text-${index}`,
  name: `Text ${index}`,
  text: `Text ${index}`,
}))

// Each body is near the limit of 680 KB. The test’s own limit of time holds for all of them together.
it.each([
  ['digits', { to: '1'.repeat(600_000) }],
  ['a number of too many digits', { to: `+4${'4'.repeat(600_000)}` }],
  ['letters that become longer', { to: '\uFDFA'.repeat(200_000) }],
  ['blanks before a digit', { to: `${' '.repeat(600_000)}1` }],
  ['extensions', { to: '+1206555 ext '.repeat(50_000) }],
  ['a long text', { message: { text: 'x'.repeat(600_000) } }],
  ['an invisible text', { message: { text: '\u200B'.repeat(200_000) } }],
  ['a text between blanks', { message: { text: `${' '.repeat(300_000)}x${' '.repeat(300_000)}` } }],
  ['a long name', { displayName: 'x'.repeat(600_000) }],
])('a body with %s is refused at once, with few words', async (_, differs) => {
  scene.reset()
  scene.startProxy({ texts, freeText: false, recipients: 'anyone' })
  const response = await scene.send(differs)

  expect(response.status).toBe(422)
  expect((await response.text()).length).toBeLessThan(1_000)
  expect(scene.sentToConnect()).toEqual([])
})
