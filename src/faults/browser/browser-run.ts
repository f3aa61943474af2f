import type { RunSummary } from '../campaign/figures.ts'
import type { Failure } from '../campaign/verdict.ts'
import { createSurroundings, jumpMs, stepsOn } from './browser-steps.ts'
import { createBrowserWorld, type BrowserPlace, type BrowserWorld } from './browser-world.ts'

const leastSteps = 12
const moreSteps = 12

/** The panel's longest wait ends within 80 jumps of its clock. */
const restJumps = 80
/** An answer comes in real time. */
const answerMs = 50
/** The panel reads the drafts after the form is shown, and the contact's drafts after the CCP has reported the contact. */
const draftsReadMs = 500

/** Runs one agent's work in Chromium with random faults. Returns what is wrong at the end. */
export async function runInBrowser(
  seed: string,
  place: BrowserPlace,
  say: (step: string) => void,
): Promise<RunSummary> {
  const world = await createBrowserWorld(seed, place, say)
  const surroundings = createSurroundings(world)
  for (let left = leastSteps + world.seeded.below(moreSteps); left > 0; left -= 1) {
    const pages = world.pages()
    const page = pages[world.seeded.below(pages.length)]
    if (!page) break
    const steps = await stepsOn(world, page, surroundings)
    const step = world.seeded.weighted(steps.map((each) => [each.weight, each] as const))
    say(`page ${pages.indexOf(page) + 1} of ${pages.length}: the agent ${step?.name}`)
    await step?.run()
    await noteCreated(world)
  }
  say('The faults are over.')
  place.setFaults(() => undefined)
  place.farSide.connect.clearFailures()
  await surroundings.mend()
  await comeToRest(world)
  const failures = await verdict(world)
  await world.context.close()
  const exception = 'the proxy was killed with its memory in this run'
  return {
    seed,
    faults: [...world.faults],
    tasks: place.farSide.connect.tasks.length,
    messages: place.farSide.connect.messages.length,
    failures: failures.map(({ kind, text, detail }) =>
      surroundings.hasLostMemory() && kind !== 'text gone'
        ? { kind, text, detail, exception }
        : { kind, text, detail },
    ),
  }
}

async function noteCreated(world: BrowserWorld): Promise<void> {
  for (const page of world.pages()) await world.noteCreated(page)
}

async function comeToRest(world: BrowserWorld): Promise<void> {
  for (const page of world.pages()) {
    for (let left = restJumps; left > 0 && (await page.isUnderWay()); left -= 1) {
      await page.page.clock.fastForward(jumpMs)
      await page.page.waitForTimeout(answerMs)
    }
  }
  await noteCreated(world)
}

const questionWords = /may have been created|was it created|is it this one/i

/** Compares all pages, and a new page, with Connect. */
async function verdict(world: BrowserWorld): Promise<readonly Failure[]> {
  const failures: Failure[] = []
  const { tasks } = world.place.farSide.connect
  for (const page of world.pages())
    if (await page.isUnderWay()) failures.push({ kind: 'never ended', text: '', detail: 'still under way' })
  const screens = await Promise.all(world.pages().map((page) => page.read()))
  const fresh = await world.open()
  await fresh.knowsContact()
  await fresh.page.waitForTimeout(draftsReadMs)
  const listed = await fresh.listedTasks()
  screens.push(await fresh.read())
  await noteCreated(world)
  const names = tasks.map(({ name }) => name)
  for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index)))
    failures.push({ kind: 'twice', text: name, detail: 'two tasks' })
  for (const { contactId, name } of tasks) {
    const isAsked = screens.some((screen) => screen.includes(name) && questionWords.test(screen))
    if (!world.told.has(contactId) && !listed.includes(name) && !isAsked)
      failures.push({ kind: 'without answer or question', text: name, detail: 'the task exists' })
  }
  for (const text of world.texts()) {
    if (!names.includes(text) && !screens.some((screen) => screen.includes(text)))
      failures.push({ kind: 'text gone', text, detail: 'no page shows it' })
  }
  if (failures.length > 0)
    for (const [index, screen] of screens.entries()) world.say(`Page ${index + 1} shows:\n${screen}`)
  return failures
}
