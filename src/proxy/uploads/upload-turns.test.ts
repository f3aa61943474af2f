import { describe, expect, it } from 'vitest'
import { ProblemError } from '../problem-error.ts'
import { createUploadTurns } from './upload-turns.ts'

const mebibyte = 1_048_576
const second = 1_000

function agentsAt() {
  let now = 0
  const turns = createUploadTurns({ nowMs: () => now })
  return {
    pass: (milliseconds: number) => (now += milliseconds),
    /** 0 if the agent may upload, and otherwise the seconds that they are asked to wait. */
    wait(agentId: string, bytes: number) {
      try {
        turns.take(agentId, bytes)
        return 0
      } catch (error) {
        return error instanceof ProblemError ? error.facts.retryAfterSeconds : undefined
      }
    },
  }
}

describe('the uploads of one agent', () => {
  it('are thirty at once, and one more each five seconds', () => {
    const agents = agentsAt()
    for (let count = 0; count < 30; count += 1) expect(agents.wait('ana', 1)).toBe(0)

    expect(agents.wait('ana', 1)).toBe(5)
    agents.pass(5 * second)
    expect(agents.wait('ana', 1)).toBe(0)
    expect(agents.wait('ana', 1)).toBe(5)
  })

  it('are 2,000 MB at once, and as much again in an hour', () => {
    const agents = agentsAt()
    for (let count = 0; count < 20; count += 1) expect(agents.wait('ana', 100 * mebibyte)).toBe(0)

    expect(agents.wait('ana', 100 * mebibyte)).toBe(180)
    agents.pass(180 * second)
    expect(agents.wait('ana', 100 * mebibyte)).toBe(0)
  })

  it('do not count for another agent', () => {
    const agents = agentsAt()
    for (let count = 0; count < 31; count += 1) agents.wait('ana', 1)

    expect(agents.wait('ben', 1)).toBe(0)
  })

  it('are not made fewer by a refusal', () => {
    const agents = agentsAt()
    for (let count = 0; count < 30; count += 1) agents.wait('ana', 1)
    for (let count = 0; count < 100; count += 1) agents.wait('ana', 100 * mebibyte)
    agents.pass(5 * second)

    expect(agents.wait('ana', 1)).toBe(0)
  })
})
