import { setImmediate as rest } from 'node:timers/promises'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { createStandingClock } from '../harness/clock-harness.ts'
import { ProblemError } from '../problem-error.ts'
import { createBegun } from './begun.ts'
import { createStoreInMemory } from './shared-begun-harness.ts'
import { createSlowConnect, placeOf, type Asked, type CallEnd } from './slow-connect-harness.ts'

interface Sending extends Asked {
  readonly caller: AbortController
}

function noteAll(notes: Set<string>, noted: Iterable<string>) {
  for (const key of noted) notes.add(key)
}

/** Proxies before a slow Connect. Mistakes are noted as they happen. */
function createWorld(isShared: boolean) {
  const clock = createStandingClock()
  const store = createStoreInMemory(clock)
  const connect = createSlowConnect()
  const start = () =>
    createBegun({
      kind: 'tasks',
      answerSchema: z.object({ contactId: z.string() }),
      clock,
      ...(isShared ? { shared: store.open() } : {}),
    })
  const proxies = isShared ? [start(), start()] : [start()]
  const keys = new Set<string>()
  /** The keys that a proxy may have forgotten, and those of which an answer was lost. */
  const forgotten = new Set<string>()
  const lost = new Set<string>()
  let sendings: Sending[] = []
  const mistakes: string[] = []
  const exists = (asked: Asked) => connect.contacts.has(placeOf(asked)) && !forgotten.has(asked.key)

  function judge(sending: Sending, error: unknown) {
    const { outcome = 'not-created', reason } = error instanceof ProblemError ? error.facts : {}
    const isWrong = {
      'was given up for another caller': reason === 'caller-left' && !sending.caller.signal.aborted,
      'was called not created although it exists':
        reason !== 'caller-left' && outcome === 'not-created' && exists(sending),
      'is in doubt without a reason': outcome === 'unknown' && !lost.has(sending.key),
      'had an error that is no problem': reason === undefined,
    }
    for (const [words, is] of Object.entries(isWrong)) if (is) mistakes.push(`${placeOf(sending)} ${words}`)
  }

  /** Judges the answer when it comes. The callers of a killed proxy get none. */
  async function hear(sending: Sending, answer: Promise<{ readonly contactId: string }> | undefined) {
    const [ended] = await Promise.allSettled([answer])
    if (!sendings.includes(sending)) return
    sendings = sendings.filter((each) => each !== sending)
    if (ended.status === 'rejected') judge(sending, ended.reason)
    else if (connect.contacts.get(placeOf(sending)) !== ended.value?.contactId) {
      mistakes.push(`${placeOf(sending)} has the answer of another`)
    }
  }

  return {
    clock,
    connect,
    mistakes,
    waiting: () => sendings.length,
    send(proxy: number, key: string, content: string) {
      const caller = new AbortController()
      const sending = { proxy: proxy % proxies.length, key, content, caller }
      keys.add(key)
      sendings.push(sending)
      const answer = proxies[sending.proxy]?.once(
        { agentId: 'ana', key, content: () => content, signal: caller.signal },
        (signal) => {
          if (exists(sending) && !lost.has(key)) mistakes.push(`${placeOf(sending)} was sent twice`)
          return connect.call(sending, signal)
        },
      )
      void hear(sending, answer)
    },
    end(how: CallEnd, isLatest: boolean) {
      const key = connect.end(how, isLatest)
      if (key !== undefined && (how === 'lost' || how === 'broken')) lost.add(key)
    },
    leave: () => sendings[0]?.caller.abort(),
    restart(proxy: number, how: 'lost' | 'broken') {
      const index = proxy % proxies.length
      sendings = sendings.filter((sending) => sending.proxy !== index)
      noteAll(lost, connect.cutOff(index, how))
      proxies[index] = start()
      if (!isShared) noteAll(forgotten, keys)
    },
    async wait(seconds: number) {
      await clock.passTime(seconds * 1_000)
      // Another proxy does not wait for ever.
      noteAll(lost, connect.openKeys())
      if (seconds > 600) noteAll(forgotten, keys)
    },
  }
}

type World = ReturnType<typeof createWorld>

type Step =
  | { readonly does: 'send'; readonly proxy: number; readonly key: string; readonly content: string }
  | { readonly does: 'begin' }
  | { readonly does: 'end'; readonly end: CallEnd; readonly isLatest: boolean }
  | { readonly does: 'leave' }
  | { readonly does: 'restart'; readonly proxy: number; readonly end: 'lost' | 'broken' }
  | { readonly does: 'wait'; readonly seconds: number }

async function take(world: World, step: Step): Promise<void> {
  switch (step.does) {
    case 'send':
      world.send(step.proxy, step.key, step.content)
      break
    case 'begin':
      world.connect.begin()
      break
    case 'end':
      world.end(step.end, step.isLatest)
      break
    case 'leave':
      world.leave()
      break
    case 'restart':
      world.restart(step.proxy, step.end)
      break
    case 'wait':
      await world.wait(step.seconds)
  }
  await rest()
}

/** Lets Connect answer everything. */
async function finish(world: World): Promise<void> {
  for (let round = 0; round < 20 && world.waiting() > 0; round += 1) {
    // The steps follow each other.
    await take(world, { does: 'begin' })
    await take(world, { does: 'end', end: 'created', isLatest: false })
    await take(world, { does: 'wait', seconds: 1 })
  }
}

const proxy = fc.nat({ max: 1 })
const send = fc.record({
  does: fc.constant('send'),
  proxy,
  key: fc.constantFrom('key', 'key', 'key', 'another key'),
  content: fc.constantFrom('content', 'content', 'content', 'content', 'other content'),
})
const end = fc.record({
  does: fc.constant('end'),
  end: fc.constantFrom<CallEnd>('created', 'lost', 'broken', 'refused'),
  isLatest: fc.boolean(),
})
const restart = fc.record({
  does: fc.constant('restart'),
  proxy,
  end: fc.constantFrom<'lost' | 'broken'>('lost', 'broken'),
})
const wait = fc.record({ does: fc.constant('wait'), seconds: fc.constantFrom(1, 1, 9, 9, 9, 601) })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: send },
  { weight: 4, arbitrary: fc.constant({ does: 'begin' }) },
  { weight: 4, arbitrary: end },
  { weight: 1, arbitrary: fc.constant({ does: 'leave' }) },
  { weight: 1, arbitrary: restart },
  { weight: 1, arbitrary: wait },
)
const steps = fc.array(step, { minLength: 5, maxLength: 40, size: 'max' })

describe('in any order of requests, answers, losses, restarts and pauses', () => {
  it.each([
    ['one proxy', false],
    ['two proxies that share a store', true],
  ])(
    '%s says “not created” of nothing that exists, and answers everything',
    async (_, isShared) => {
      const anyOrder = fc.asyncProperty(steps, async (taken) => {
        const world = createWorld(isShared)
        for (const each of taken) {
          // The steps follow each other.
          await take(world, each)
        }
        await finish(world)

        expect(world.mistakes).toEqual([])
        expect(world.waiting()).toBe(0)
      })
      await fc.assert(anyOrder, { numRuns: 250 })
    },
    30_000,
  )
})
