import { describe, expect, it } from 'vitest'
import type { Attempt } from '../core/attempt.ts'
import type { TaskRequest } from '../core/task-request.ts'
import { createSubmission } from './submission.ts'
import { TaskClientError, type ClientFailure } from './task-client-error.ts'

const request: TaskRequest = { name: 'Call back', references: [], attributes: [] }
const edited: TaskRequest = { ...request, name: 'Call back today' }

const created = { contactId: 'C', scheduledTime: null }
const throttled: ClientFailure = {
  code: 'throttled',
  outcome: 'not-created',
  issues: [],
  retryAfterSeconds: 3,
}
const lost: ClientFailure = { code: 'connect-timeout', outcome: 'unknown', issues: [] }
const calledBack: ClientFailure = { code: 'busy', outcome: 'not-created', issues: [], retryAfterSeconds: 40 }
const invalid: ClientFailure = { code: 'invalid', outcome: 'not-created', issues: [] }

const manyTimes = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item)

/** A submission whose proxy gives these answers in turn, and what it was sent and waited for. */
function submissionOf(...answers: readonly (ClientFailure | typeof created)[]) {
  const sent: Attempt[] = []
  const waits: number[] = []
  const states: string[] = []
  let tokens = 0
  const submission = createSubmission({
    send: async (attempt) => {
      sent.push(attempt)
      const answer = answers[sent.length - 1] ?? created
      if ('contactId' in answer) return answer
      throw new TaskClientError(answer)
    },
    newToken: () => `token-${(tokens += 1)}`,
    wait: async (milliseconds) => void waits.push(milliseconds),
  })
  submission.subscribe(() => states.push(submission.getSnapshot().status))
  return { submission, sent, waits, states, tokensOf: () => sent.map(({ clientToken }) => clientToken) }
}

describe('a submission', () => {
  it('creates a task', async () => {
    const { submission, states } = submissionOf(created)

    await submission.submit(request)

    expect(states).toEqual(['sending', 'created'])
    expect(submission.getSnapshot()).toMatchObject({ status: 'created', task: created })
  })

  it('sends one task for two clicks', async () => {
    const { submission, sent } = submissionOf(created)

    await Promise.all([submission.submit(request), submission.submit(request)])

    expect(sent).toHaveLength(1)
  })

  it('sends a created task once, though whoever hears of it fails', async () => {
    const { submission, sent } = submissionOf(created)
    submission.subscribe(() => {
      if (submission.getSnapshot().status === 'created') throw new Error('The host is broken.')
    })

    await expect(submission.submit(request)).rejects.toThrow('The host is broken.')
    expect(sent).toHaveLength(1)
    expect(submission.getSnapshot().status).toBe('created')
  })

  it('sends nothing once its agent is gone', async () => {
    const { submission, sent } = submissionOf(created)
    submission.abandon()
    await submission.submit(request)

    expect(sent).toEqual([])
  })

  it('waits as long as Connect asks while it is busy, then sends the same task again', async () => {
    const { submission, states, waits, tokensOf } = submissionOf(throttled, created)

    await submission.submit(request)

    expect(states).toEqual(['sending', 'waiting', 'sending', 'created'])
    expect(waits).toEqual([3_000])
    expect(tokensOf()).toEqual(['token-1', 'token-1'])
  })

  it('stops waiting for a busy Connect when told to, and the same task can be sent at once', async () => {
    const { submission, states, waits, tokensOf } = submissionOf(throttled, created)
    const unsubscribe = submission.subscribe(() => submission.stopWaiting())

    await submission.submit(request)
    expect(states).toEqual(['sending', 'waiting', 'idle'])
    expect(waits).toEqual([3_000])
    unsubscribe()
    await submission.submit(request)

    expect(submission.getSnapshot().status).toBe('created')
    expect(tokensOf()).toEqual(['token-1', 'token-1'])
  })

  it('does not stop while it is in doubt whether a task was created', async () => {
    const { submission } = submissionOf(lost, throttled, created)
    submission.subscribe(() => submission.stopWaiting())

    await submission.submit(request)

    expect(submission.getSnapshot().status).toBe('created')
  })

  it('gives up on a Connect that stays busy, and keeps the token for the next try', async () => {
    const { submission, tokensOf } = submissionOf(throttled, throttled, throttled, throttled, created)

    await submission.submit(request)
    expect(submission.getSnapshot()).toMatchObject({ status: 'not-created', failure: throttled })

    await submission.submit(request)
    expect(submission.getSnapshot().status).toBe('created')
    expect(new Set(tokensOf())).toEqual(new Set(['token-1']))
  })

  it('comes back as often as the proxy says when, since nothing was sent to Connect meanwhile', async () => {
    const { submission, states, waits, tokensOf } = submissionOf(...manyTimes(6, calledBack), lost, created)

    await submission.submit(request)

    expect(submission.getSnapshot().status).toBe('created')
    expect(states.filter((status) => status === 'waiting')).toHaveLength(6)
    expect(waits).toEqual([...manyTimes(6, 40_000), 2_000])
    expect(new Set(tokensOf())).toEqual(new Set(['token-1']))
  })

  it('does not come back for ever, whatever the proxy says', async () => {
    const { submission, waits } = submissionOf(...manyTimes(400, { ...calledBack, retryAfterSeconds: 0 }))

    await submission.submit(request)

    expect(submission.getSnapshot()).toMatchObject({ status: 'not-created', failure: { code: 'busy' } })
    expect(waits).toEqual(manyTimes(300, 1_000))
  })

  it('gives up soon on a proxy that is busy and does not say for how long', async () => {
    const { retryAfterSeconds: _seconds, ...busy } = calledBack
    const { submission, sent } = submissionOf(...manyTimes(10, busy))

    await submission.submit(request)

    expect(sent).toHaveLength(4)
    expect(submission.getSnapshot().status).toBe('not-created')
  })

  it('asks again with the same token when an answer is lost', async () => {
    const { submission, states, tokensOf } = submissionOf(lost, created)

    await submission.submit(request)

    expect(states).toEqual(['sending', 'checking', 'checking', 'created'])
    expect(tokensOf()).toEqual(['token-1', 'token-1'])
  })

  it('does not believe “not created” once an answer was lost', async () => {
    const { submission } = submissionOf(lost, invalid)

    await submission.submit(request)

    expect(submission.getSnapshot()).toMatchObject({ status: 'unknown', failure: invalid })
  })

  it('still knows that an answer was lost when the agent asks again, and when they go back and send the same', async () => {
    const { submission, tokensOf } = submissionOf(lost, lost, lost, lost, invalid, invalid, created)

    await submission.submit(request)
    await submission.askAgain()
    expect(submission.getSnapshot().status).toBe('unknown')
    submission.dismiss()
    await submission.submit(request)
    expect(submission.getSnapshot().status).toBe('unknown')
    await submission.askAgain()

    expect(submission.getSnapshot().status).toBe('created')
    expect(new Set(tokensOf())).toEqual(new Set(['token-1']))
  })

  it.each(['invalid', 'quota-reached', 'not-your-contact', 'connect-denied'] as const)(
    'never sends by itself what was refused as %s, however soon it is told to',
    async (code) => {
      const { submission, sent } = submissionOf({ ...invalid, code, retryAfterSeconds: 1 })

      await submission.submit(request)

      expect(sent).toHaveLength(1)
      expect(submission.getSnapshot().status).toBe('not-created')
    },
  )

  it('gives an edited task a token of its own', async () => {
    const { submission, tokensOf } = submissionOf(invalid, created)

    await submission.submit(request)
    await submission.submit(edited)

    expect(tokensOf()).toEqual(['token-1', 'token-2'])
  })

  it('sends nothing while an outcome is unknown or a created task is on the screen', async () => {
    const { submission, sent } = submissionOf(lost, lost, lost, lost)

    await submission.submit(request)
    await submission.submit(edited)

    expect(sent).toHaveLength(4)
    expect(submission.getSnapshot().status).toBe('unknown')
  })

  it('treats a fault of its own as an unknown outcome', async () => {
    const submission = createSubmission({
      send: async () => {
        throw new TypeError('a fault')
      },
      newToken: () => 'token',
      wait: async () => {},
    })

    await submission.submit(request)

    expect(submission.getSnapshot()).toMatchObject({ status: 'unknown' })
  })
})
