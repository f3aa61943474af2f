import { describe, expect, it } from 'vitest'
import { TaskClientError, type ClientFailure } from '../task-client-error.ts'
import { untilKnown } from './until-known.ts'

const createdAt = Date.parse('2026-11-23T10:42:00Z')

const notListed: ClientFailure = { code: 'not-your-contact', outcome: 'not-created', issues: [] }

/** Asks with a pause of some seconds. Connect knows the task after `answers` answers. */
async function asking(
  failure: ClientFailure,
  { seconds = 1, knownAfter = Infinity, isOver = false, isOfThisBrowser = true } = {},
) {
  let nowMs = createdAt + seconds * 1_000
  let asked = 0
  const answer = untilKnown(
    async () => {
      asked += 1
      if (asked <= knownAfter) throw new TaskClientError(failure)
      return 'stopped'
    },
    {
      createdAt: isOfThisBrowser ? createdAt : undefined,
      now: () => new Date(nowMs),
      wait: async (milliseconds) => {
        nowMs += milliseconds
      },
      isOver: () => isOver,
    },
  )
  const outcome = await answer.catch((error: unknown) =>
    error instanceof TaskClientError ? error.failure.code : 'another error',
  )
  return { outcome, asked, waitedMs: nowMs - createdAt - seconds * 1_000 }
}

describe('a task that was created just now', () => {
  it('is asked for again until Connect lists it', async () => {
    expect(await asking(notListed, { knownAfter: 2 })).toEqual({
      outcome: 'stopped',
      asked: 3,
      waitedMs: 4_000,
    })
  })

  it('is asked for again when the proxy names the time', async () => {
    const tooNew: ClientFailure = { ...notListed, code: 'busy', retryAfterSeconds: 2 }

    expect(await asking(tooNew, { knownAfter: 1 })).toMatchObject({ outcome: 'stopped', asked: 2 })
  })

  it('is not known yet after 30 seconds', async () => {
    expect(await asking(notListed)).toEqual({ outcome: 'not-known-yet', asked: 16, waitedMs: 30_000 })
  })

  it('counts as another agent’s task once it is a minute old', async () => {
    expect(await asking(notListed, { seconds: 60 })).toMatchObject({ outcome: 'not-your-contact', asked: 1 })
    expect(await asking(notListed, { seconds: 50 })).toMatchObject({ outcome: 'not-your-contact', asked: 6 })
  })

  it.each<ClientFailure>([
    { ...notListed, code: 'already-ended' },
    { ...notListed, code: 'busy', retryAfterSeconds: 30 },
    { ...notListed, code: 'unreachable', outcome: 'unknown' },
  ])('is not asked for again after $code', async (failure) => {
    expect(await asking(failure)).toMatchObject({ outcome: failure.code, asked: 1 })
  })

  it('is not asked for again after its agent has signed out, or for a task from elsewhere', async () => {
    expect(await asking(notListed, { isOver: true })).toMatchObject({ asked: 1 })
    expect(await asking(notListed, { isOfThisBrowser: false })).toMatchObject({ asked: 1 })
  })
})
