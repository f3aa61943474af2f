import { emptyDraft } from '../../core/task/task-draft.ts'
import { indexedDbDrafts } from '../../drafts/browser-storage/indexed-db-drafts.ts'
import { newDraft, withContentOf } from '../../drafts/desk/kept-draft.ts'
import { recordsIn } from '../../drafts/drafts-harness.ts'
import { keptDraftsLimit } from '../../drafts/records/account-records.ts'
import type { Seeded } from '../seed/seeded.ts'
import type { Step } from './step.ts'
import { faultOfAnswer, faultOfConnect, faultOfRequest } from './wire-faults.ts'
import type { Message } from '../servers/wire.ts'
import type { World } from '../world/world.ts'

/** Sets the proxy's clock and delivers a message, with or without a fault of Connect. */
export async function deliver(world: World, message: Message, isFaulty = false): Promise<void> {
  const { connect, clock } = world.place
  connect.clearFailures()
  if (isFaulty) {
    const { name, failure } = faultOfConnect(world.seeded, message.operation)
    world.noteFault(name)
    connect.failNext(message.operation, failure)
  }
  await world.proxy.setClock(clock.nowMs())
  world.noteDelivered(message)
  await message.deliver()
  connect.clearFailures()
}

/** Connect carries the request out, but the proxy is killed before it gets the answer. */
async function deliverToDyingProxy(world: World, message: Message): Promise<void> {
  const { connect, clock } = world.place
  connect.clearFailures()
  await world.proxy.setClock(clock.nowMs())
  const reached = new Promise<void>((resolve) => {
    connect.failNext(message.operation, {
      kind: 'held',
      hold: () => {
        resolve()
        return new Promise(() => {})
      },
    })
  })
  world.noteDelivered(message)
  const delivery = message.deliver()
  // A refusal by the proxy's own rules never reaches Connect.
  await Promise.race([reached, delivery])
  await kill(world)
  await delivery
  connect.clearFailures()
}

async function kill(world: World): Promise<void> {
  world.noteFault(world.hasSharedMemory ? 'proxy killed, memory in Redis' : 'proxy killed with its memory')
  if (!world.hasSharedMemory) world.noteMemoryLoss()
  await world.proxy.kill()
}

/** A request that a window has given up, or that the browser repeats, may still arrive within this time. */
const underWayMs = 60_000

export const isTooLate = ({ place }: Pick<World, 'place'>, { sentAtMs }: Message): boolean =>
  place.clock.nowMs() - sentAtMs > underWayMs

const sentAgain = (world: World, message: Message): Step => ({
  weight: 0.8,
  name: `the browser sends “${message.text}” again`,
  run: async () => {
    world.noteFault('connection reset after delivery: the browser sent the request twice')
    await deliver(world, message, world.seeded.chance(0.6))
  },
})

function stepsOfMessage(world: World, message: Message): readonly Step[] {
  const { seeded } = world
  if (isTooLate(world, message) && message.phase() === 'sent')
    return [
      { weight: 6, name: `“${message.text}” never arrives`, run: async () => message.answer(undefined) },
    ]
  switch (message.phase()) {
    case 'sent':
      return [
        { weight: 6, name: `the proxy gets “${message.text}”`, run: () => deliver(world, message, false) },
        { weight: 2.5, name: `the proxy gets “${message.text}”`, run: () => deliver(world, message, true) },
        {
          weight: 0.25,
          name: `the proxy dies while it creates “${message.text}”`,
          run: () => deliverToDyingProxy(world, message),
        },
        {
          weight: 1,
          name: `the proxy never gets “${message.text}”`,
          run: async () => {
            const { name, answer } = faultOfRequest(seeded)
            world.noteFault(name)
            message.answer(answer)
          },
        },
      ]
    case 'answered':
      return [
        {
          weight: 6,
          name: `the window gets the answer about “${message.text}”: ${message.arrival()?.status ?? 'reset'}`,
          run: async () => message.answer(message.arrival()),
        },
        {
          weight: 2.5,
          name: `the window gets no true answer about “${message.text}”`,
          run: async () => {
            const { name, spoil } = faultOfAnswer(seeded)
            world.noteFault(name)
            message.answer(spoil(message.arrival()))
          },
        },
        ...(isTooLate(world, message) ? [] : [sentAgain(world, message)]),
      ]
    case 'at the proxy':
      return []
  }
}

const sleeps = [10_000, 60_000, 360_000, 3_600_000, 8 * 24 * 3_600_000] as const

/** Longer than the proxy remembers the requests that it has begun. */
const forgottenAfterMs = 600_000

async function sleep(world: World, seeded: Seeded): Promise<void> {
  const milliseconds = seeded.oneOf(sleeps)
  world.noteFault(`the clock jumped ${milliseconds / 1_000} s`)
  world.place.clock.sleep(milliseconds)
  if (milliseconds >= forgottenAfterMs) await world.place.emptyRedis()
}

/** More drafts than the browser stores for one agent. */
const manyDrafts = keptDraftsLimit + 10

/** Texts beyond the limit are deleted, the oldest first. Questions stay. */
async function beginManyDrafts(world: World): Promise<void> {
  const { place, seeded, texts } = world
  const agent = seeded.oneOf(place.agents)
  const now = place.clock.nowMs()
  world.noteFault(`${manyDrafts} more drafts in the browser`)
  texts.excuseAll(now, 'more than 50 newer drafts')
  const drafts = Array.from({ length: manyDrafts }, (_, index) => {
    const blank = newDraft(emptyDraft, index, { contactChoice: 'none' })
    return withContentOf(blank, { ...emptyDraft, name: `Draft ${index}` }, emptyDraft)
  })
  const store = indexedDbDrafts(place.clock.nowMs, world.database)
  await recordsIn(store, now - manyDrafts).saveAll(agent.account, drafts)
  const watch = await store.watch?.(agent.account, () => {}, 'many drafts')
  watch?.tell()
  watch?.stop()
}

/** The steps that can happen around the agent now. */
export function worldSteps(world: World): readonly Step[] {
  const { seeded, wire, proxy, place } = world
  const isReachable = proxy.isUp() && !wire.isOffline()
  const steps: Step[] = wire.messages().flatMap((message) => stepsOfMessage(world, message))
  if (place.clock.nextAlarmMs() !== undefined)
    steps.push({ weight: 3, name: 'time passes', run: async () => place.clock.ringNext() })
  steps.push({ weight: 0.25, name: 'the computer sleeps', run: () => sleep(world, seeded) })
  if (wire.isOffline())
    steps.push({ weight: 3, name: 'the network is back', run: async () => wire.goOnline() })
  else
    steps.push({
      weight: 0.3,
      name: 'the network drops',
      run: async () => {
        world.noteFault('network dropped')
        wire.goOffline()
        for (const message of wire.messages()) message.answer(undefined)
      },
    })
  if (!proxy.isUp()) steps.push({ weight: 3, name: 'the proxy starts again', run: proxy.start })
  else steps.push({ weight: 0.06, name: 'the proxy is killed', run: () => kill(world) })
  if (isReachable && world.windows().length < 2)
    steps.push({
      weight: world.windows().length === 0 ? 6 : 1.5,
      name: 'a window is opened',
      run: world.open,
    })
  steps.push(stepOfStorage(world))
  if (world.storage() === 'works')
    steps.push({ weight: 0.03, name: 'the agent has many drafts', run: () => beginManyDrafts(world) })
  return steps
}

function stepOfStorage(world: World): Step {
  if (world.storage() !== 'works')
    return { weight: 1, name: 'the storage works again', run: async () => world.setStorage('works') }
  return {
    weight: 0.1,
    name: 'the storage fails',
    run: async () => {
      const mode = world.seeded.oneOf(['hangs', 'refuses'] as const)
      world.noteFault(`storage ${mode}`)
      world.setStorage(mode)
    },
  }
}
