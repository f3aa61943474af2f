import { describe, expect, it } from 'vitest'
import { assumedTokenMemoryMs, messageTokenMemoryMs } from '../../core/attempts/attempt.ts'
import type { ClientFailure } from '../task-client-error.ts'
import { createSubmission } from './submission.ts'
import { createClock, createNetwork, createWire } from './submission-harness.ts'

const lost: ClientFailure = { code: 'unreachable', outcome: 'unknown', issues: [] }
const dayMs = 24 * 3_600_000

interface Accepted {
  readonly contactId: string
}

/** A message whose answers are all lost. */
async function lostMessage() {
  const clock = createClock()
  const { network, set } = createNetwork()
  const wire = createWire<string, Accepted>(clock.now)
  const submission = createSubmission<string, Accepted>({
    send: wire.send,
    newToken: () => 'token',
    wait: clock.wait,
    now: clock.now,
    uptime: clock.now,
    random: () => 1,
    network,
    tokenMemoryMs: () => messageTokenMemoryMs,
  })
  const loseAll = async () => {
    for (let round = 0; round < 100; round += 1) {
      for (const each of wire.open()) each.answer(lost)
      // oxlint-disable-next-line no-await-in-loop -- One round after the other.
      await clock.pass(10_000)
    }
  }
  void submission.submit('Your order is ready')
  await clock.settle()
  await loseAll()
  return { clock, wire, submission, loseAll, setOnline: set }
}

describe('a message whose answer was lost', () => {
  it('is not sent again by the panel itself after some minutes', async () => {
    const { clock, wire, submission } = await lostMessage()
    const { length } = wire.sent
    expect(submission.getSnapshot().status).toBe('unknown')
    await clock.pass(dayMs)

    expect(wire.sent).toHaveLength(length)
  })

  it('is asked about at a press of the agent for a week, under its own token', async () => {
    const { clock, wire, submission } = await lostMessage()
    await clock.pass(6 * dayMs)
    void submission.askAgain()
    await clock.settle()
    wire.open()[0]?.answer({ contactId: 'chat' })
    await clock.settle()

    expect(new Set(wire.sent.map(({ attempt }) => attempt.clientToken))).toEqual(new Set(['token']))
    expect(submission.getSnapshot()).toMatchObject({ status: 'done', result: { contactId: 'chat' } })
  })

  it('is left to the agent once Connect may have forgotten it', async () => {
    const { clock, wire, submission } = await lostMessage()
    const { length } = wire.sent
    await clock.pass(7 * dayMs)
    await submission.askAgain()

    expect(submission.mayAskAgain('token')).toBe(false)
    expect(wire.sent).toHaveLength(length)
  })

  it('is not sent hours after the press of the agent who asks again while offline', async () => {
    const { clock, wire, submission, setOnline } = await lostMessage()
    const { length } = wire.sent
    await clock.pass(2 * dayMs)
    setOnline(false)
    void submission.askAgain()
    await clock.pass(2 * assumedTokenMemoryMs)
    setOnline(true)
    await clock.pass(dayMs)

    expect(wire.sent).toHaveLength(length)
    expect(submission.getSnapshot().status).toBe('unknown')
    expect(submission.mayAskAgain('token')).toBe(true)
  })
})
