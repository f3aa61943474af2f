import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { createStandingClock } from '../harness/clock-harness.ts'
import { ProblemError } from '../problem-error.ts'
import { createBegun, rememberedForMs } from './begun.ts'
import type { BegunCommand } from './begun-command.ts'
import { storeAway, type SharedBegun, type StoreAway } from './shared-begun.ts'
import { createStoreInMemory } from './shared-begun-harness.ts'

const answerSchema = z.object({ contactId: z.string() })

const command = (differs: Partial<BegunCommand> = {}): BegunCommand => ({
  agentId: 'ana',
  key: 'key',
  content: () => 'content',
  signal: new AbortController().signal,
  ...differs,
})

const refusal = new ProblemError({ code: 'quota-reached', reason: 'quota', detail: 'Refused.' })
const refuses = () => Promise.reject(refusal)
const loses = () =>
  Promise.reject(
    new ProblemError({ code: 'connect-failed', reason: 'failed', detail: 'Lost.', outcome: 'unknown' }),
  )
const creates = (contactId: string) => async () => ({ contactId })

const unknown = { facts: { outcome: 'unknown', code: 'quota-reached' } }

function memory(shared?: SharedBegun) {
  const clock = createStandingClock()
  return { clock, ...createBegun({ kind: 'tasks', answerSchema, clock, ...(shared ? { shared } : {}) }) }
}

describe('the memory of an agent', () => {
  it('holds 200 commands and forgets the oldest first', async () => {
    const { once } = memory()
    const keys = Array.from({ length: 201 }, (_, index) => `key-${index}`)
    await Promise.all(keys.map((key) => once(command({ key }), creates('first'))))

    expect(await once(command({ key: 'key-1' }), creates('second'))).toEqual({ contactId: 'first' })
    expect(await once(command({ key: 'key-0' }), creates('second'))).toEqual({ contactId: 'second' })
  })

  it('is not filled by another agent', async () => {
    const { once } = memory()
    await once(command(), creates('anas'))
    const keys = Array.from({ length: 500 }, (_, index) => `key-${index}`)
    await Promise.all(keys.map((key) => once(command({ agentId: 'ben', key }), creates('bens'))))

    expect(await once(command(), creates('second'))).toEqual({ contactId: 'anas' })
  })

  it('knows for ten minutes the contacts that were created for the agent, and for no other', async () => {
    const { once, hasCreated, clock } = memory()
    await once(command(), creates('anas'))

    expect(hasCreated('ana', 'anas')).toBe(true)
    expect(hasCreated('ana', 'another')).toBe(false)
    expect(hasCreated('ben', 'anas')).toBe(false)
    await clock.passTime(rememberedForMs)
    expect(hasCreated('ana', 'anas')).toBe(false)
  })

  it('keeps a doubt for ten minutes after the latest failure', async () => {
    const { once, clock } = memory()
    await expect(once(command(), loses)).rejects.toThrow('Lost.')
    await clock.passTime(rememberedForMs - 1)
    await expect(once(command(), refuses)).rejects.toMatchObject(unknown)
    await clock.passTime(rememberedForMs - 1)
    await expect(once(command(), refuses)).rejects.toMatchObject(unknown)
    await clock.passTime(rememberedForMs)

    await expect(once(command(), refuses)).rejects.toBe(refusal)
  })

  it('of another kind of command lasts as long as that kind asks', async () => {
    const clock = createStandingClock()
    const { once } = createBegun({ kind: 'messages', answerSchema, clock, keptForMs: 7 * 24 * 60 * 60_000 })
    await once(command(), creates('first'))
    await expect(once(command({ key: 'lost' }), loses)).rejects.toThrow('Lost.')
    await clock.passTime(6 * 24 * 60 * 60_000)

    expect(await once(command(), creates('second'))).toEqual({ contactId: 'first' })
    await expect(once(command({ key: 'lost' }), refuses)).rejects.toMatchObject(unknown)
  })

  it('counts a fault of the proxy as a doubt', async () => {
    const { once } = memory()
    await expect(once(command(), () => Promise.reject(new TypeError('fault')))).rejects.toThrow('fault')

    await expect(once(command(), refuses)).rejects.toMatchObject(unknown)
  })
})

/** A store that another proxy has left in this state. */
const store = (differs: Partial<SharedBegun>): SharedBegun => ({
  begin: async () => undefined,
  read: async () => undefined,
  keep: async () => {},
  release: async () => undefined,
  ...differs,
})

const away = async (): Promise<StoreAway> => storeAway

const begun = { state: 'begun' } as const

describe('a store that the proxies share', () => {
  it('keeps kinds of commands apart', async () => {
    const clock = createStandingClock()
    const { open } = createStoreInMemory(clock)
    const [tasks, messages] = ['tasks', 'messages'].map((kind) =>
      createBegun({ kind, answerSchema, clock, shared: open() }),
    )
    await tasks?.once(command(), creates('task'))

    expect(await messages?.once(command(), creates('message'))).toEqual({ contactId: 'message' })
  })

  it.each(['', 'no JSON', '{"contactId":7}'])('leaves a doubt with an answer like “%s”', async (answer) => {
    const entry = { state: 'created', content: 'content', answer } as const
    const { once } = memory(store({ begin: async () => entry }))

    await expect(once(command(), refuses)).rejects.toMatchObject(unknown)
  })

  it('that fails while another proxy carries out a command leaves a doubt', async () => {
    const { once, clock } = memory(store({ begin: async () => begun, read: async () => storeAway }))

    await expect(clock.passTimeDuring(once(command(), refuses))).rejects.toMatchObject(unknown)
  })

  it('that cannot be reached leaves the proxy with its own memory', async () => {
    const { once } = memory(store({ begin: away, read: away, release: away }))
    await expect(once(command(), refuses)).rejects.toBe(refusal)
    await once(command(), creates('first'))

    expect(await once(command(), creates('second'))).toEqual({ contactId: 'first' })
  })

  it('has the answer of another proxy that continued after this one was too slow', async () => {
    const answer = JSON.stringify({ contactId: 'others' })
    const { once } = memory(
      store({ release: async () => ({ state: 'created', content: 'content', answer }) }),
    )

    expect(await once(command(), refuses)).toEqual({ contactId: 'others' })
  })
})
