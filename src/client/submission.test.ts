import { describe, expect, it } from 'vitest'
import type { Attempt } from '../core/attempt.ts'
import type { TaskRequest } from '../core/task-request.ts'
import { createSubmission } from './submission.ts'
import { TaskClientError, type Failure } from './task-client-error.ts'

const request: TaskRequest = { name: 'Call back', references: [], attributes: [] }
const edited: TaskRequest = { ...request, name: 'Call back today' }

const created = { contactId: 'C', scheduledTime: null }
const throttled: Failure = { code: 'throttled', outcome: 'not-created', issues: [], retryAfterSeconds: 3 }
const lost: Failure = { code: 'connect-timeout', outcome: 'unknown', issues: [] }
const invalid: Failure = { code: 'invalid', outcome: 'not-created', issues: [] }

/** A submission whose proxy gives these answers in turn, and what it was sent and waited for. */
function submissionOf(...answers: readonly (Failure | typeof created)[]) {
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

  it('gives up on a Connect that stays busy, and keeps the token for the next try', async () => {
    const { submission, tokensOf } = submissionOf(throttled, throttled, throttled, throttled, created)

    await submission.submit(request)
    expect(submission.getSnapshot()).toMatchObject({ status: 'not-created', failure: throttled })

    await submission.submit(request)
    expect(submission.getSnapshot().status).toBe('created')
    expect(new Set(tokensOf())).toEqual(new Set(['token-1']))
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

  it('never sends by itself what was refused', async () => {
    const { submission, sent } = submissionOf(invalid)

    await submission.submit(request)

    expect(sent).toHaveLength(1)
    expect(submission.getSnapshot().status).toBe('not-created')
  })

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
