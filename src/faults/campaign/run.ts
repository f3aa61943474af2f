import { agentSteps, doublePress, windowSteps } from '../steps/agent-steps.ts'
import { lies, untrueChanges, verdict, type Failure } from './verdict.ts'
import { createWorld, type World } from '../world/world.ts'
import { deliver, isTooLate, worldSteps } from '../steps/world-steps.ts'
import type { Workplace } from '../servers/workplace.ts'
import { fileSteps, nightStep } from '../steps/file-steps.ts'

export interface RunResult {
  readonly seed: string
  readonly faults: ReadonlyMap<string, number>
  readonly failures: readonly Failure[]
  readonly tasks: number
  readonly messages: number
  readonly steps: readonly string[]
}

const leastSteps = 15
const moreSteps = 35

/** More alarms than any wait of the panel sets. */
const alarmsLimit = 400

/** Every 30 s the windows look for unanswered requests of other windows. */
const noticedAfterMs = 65_000

/** Runs one agent's work with random faults. Returns what is wrong at the end. */
export async function runOnce(seed: string, place: Workplace, isVerbose = false): Promise<RunResult> {
  const world = await createWorld(seed, place, isVerbose)
  world.note(
    `Connect ${world.tokens}; the proxy’s memory is ${world.hasSharedMemory ? 'in Redis' : 'its own'}; the browser keeps ${world.keeps}, and has ${world.locks ? 'locks' : 'no locks'}`,
  )
  await world.proxy.start()
  await world.proxy.setClock(place.clock.nowMs())
  await world.open()
  const failures: Failure[] = []
  const noteLies = () => {
    for (const { results } of world.windows().map((window) => window.screen()))
      for (const contactId of results)
        if (!world.listedAtMs.has(contactId)) world.listedAtMs.set(contactId, place.clock.nowMs())
    for (const lie of lies(world)) {
      if (failures.some(({ text, kind }) => text === lie.text && kind === lie.kind)) continue
      failures.push(lie)
      world.note(`   ${lie.kind}: ${lie.text}`)
    }
  }
  for (let left = leastSteps + world.seeded.below(moreSteps); left > 0; left -= 1) {
    // Only when the windows are at rest: during a step, a window may not know yet what another one has just learned.
    if (await takeStep(world)) noteLies()
  }
  await comeToRest(world)
  noteLies()
  const screens = world.windows().map((window) => window.screen())
  // Open new pages, and read what they show.
  for (const agent of world.agents) {
    // One after the other, so that each page is at rest before the next one opens.
    // oxlint-disable-next-line no-await-in-loop
    await world.open(agent)
  }
  const all = [...screens, ...world.windows().map((window) => window.screen())]
  failures.push(...verdict(world, all), ...(await untrueChanges(world)))
  for (const screen of all) world.note(`A window shows ${JSON.stringify(screen)}`)
  for (const window of world.windows()) window.crash()
  const { faults, steps } = world
  return {
    seed,
    faults,
    failures,
    tasks: place.connect.tasks.length,
    messages: place.connect.messages.length,
    steps,
  }
}

/** Takes one step. Returns whether the windows are at rest after it. */
async function takeStep(world: World): Promise<boolean> {
  const windows = world.windows()
  const steps = [
    ...worldSteps(world),
    ...windows.flatMap((window) => agentSteps(world, window)),
    ...windows.flatMap((window) => windowSteps(world, window)),
    ...doublePress(world),
    ...windows.flatMap((window) => fileSteps(world, window)),
    ...nightStep(world),
  ]
  const step = world.seeded.weighted(steps.map((each) => [each.weight, each] as const))
  if (!step) return false
  world.note(step.name)
  await step.run()
  // Sometimes the next step comes before the panel is at rest. Not with files, because they move in real time.
  const isAtRest = world.seeded.chance(0.9) || world.files.isInUse
  if (isAtRest) await world.settle()
  return isAtRest
}

/** Ends all faults: every message arrives and every wait ends. */
async function comeToRest(world: World): Promise<void> {
  const { wire, place, proxy } = world
  world.note('The faults are over.')
  world.setStorage('works')
  world.endFileFaults()
  wire.goOnline()
  await proxy.start()
  await world.settle()
  let quietSinceMs: number | undefined
  for (let left = alarmsLimit; left > 0; left -= 1) {
    for (const message of wire.messages()) {
      if (message.phase() === 'sent' && !isTooLate(world, message)) await deliver(world, message)
      message.answer(message.arrival())
      await world.settle()
    }
    if (wire.messages().length > 0) continue
    if (world.windows().some((window) => window.screen().drafts.some(({ isUnderWay }) => isUnderWay)))
      quietSinceMs = undefined
    else quietSinceMs ??= place.clock.nowMs()
    const isQuiet = quietSinceMs !== undefined && place.clock.nowMs() - quietSinceMs > noticedAfterMs
    if (isQuiet || place.clock.nextAlarmMs() === undefined) return
    place.clock.ringNext()
    await world.settle()
  }
}
