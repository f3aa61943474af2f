import { describe, expect, it, vi } from 'vitest'
import type { Attempt } from '../../core/attempts/attempt.ts'
import type { CreatedTask } from '../../contract/tasks/tasks.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import { createSubmission } from './submission.ts'
import { TaskClientError, type ClientFailure } from '../task-client-error.ts'

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

/** A submission whose proxy gives these answers one after the other. It records attempts, waits and states. */
function submissionOf(...answers: readonly (ClientFailure | typeof created)[]) {
  const sent: Attempt<TaskRequest>[] = []
  const waits: number[] = []
  const states: string[] = []
  let tokens = 0
  const submission = createSubmission<TaskRequest, CreatedTask>({
    send: async (attempt) => {
      sent.push(attempt)
      const answer = answers[sent.length - 1] ?? created
      if ('contactId' in answer) return answer
      throw new TaskClientError(answer)
    },
    newToken: () => `token-${(tokens += 1)}`,
    wait: async (milliseconds) => void waits.push(milliseconds),
    now: () => 0,
    random: () => 1,
  })
  submission.subscribe(() => states.push(submission.getSnapshot().status))
  return { submission, sent, waits, states, tokensOf: () => sent.map(({ clientToken }) => clientToken) }
}

describe('a submission', () => {
  it('creates a task', async () => {
    const { submission, states } = submissionOf(created)

    await submission.submit(request)

    expect(states).toEqual(['sending', 'done'])
    expect(submission.getSnapshot()).toMatchObject({ status: 'done', result: created })
  })

  it('sends one task for two clicks', async () => {
    const { submission, sent } = submissionOf(created)

    await Promise.all([submission.submit(request), submission.submit(request)])

    expect(sent).toHaveLength(1)
  })

  it('sends a created task once, even when a listener throws', async () => {
    const report = vi.fn<(mistake: unknown) => void>()
    vi.stubGlobal('reportError', report)
    const { submission, sent } = submissionOf(created)
    const mistake = new Error('The host is broken.')
    submission.subscribe(() => {
      if (submission.getSnapshot().status === 'done') throw mistake
    })
    await submission.submit(request)
    vi.unstubAllGlobals()

    expect(report).toHaveBeenCalledExactlyOnceWith(mistake)
    expect(sent).toHaveLength(1)
    expect(submission.getSnapshot().status).toBe('done')
  })

  it('sends nothing after its agent signed out', async () => {
    const { submission, sent } = submissionOf(created)
    submission.abandon()
    await submission.submit(request)

    expect(sent).toEqual([])
  })

  it('waits as long as Connect asks while it is busy, then sends the same task again', async () => {
    const { submission, states, waits, tokensOf } = submissionOf(throttled, created)

    await submission.submit(request)

    expect(states).toEqual(['sending', 'waiting', 'sending', 'done'])
    expect(waits).toEqual([3_000])
    expect(tokensOf()).toEqual(['token-1', 'token-1'])
  })

  it('stops waiting for a busy Connect on request, and can then send the same task at once', async () => {
    const { submission, states, waits, tokensOf } = submissionOf(throttled, created)
    const unsubscribe = submission.subscribe(() => submission.stopWaiting())

    await submission.submit(request)
    expect(states).toEqual(['sending', 'waiting', 'idle'])
    expect(waits).toEqual([3_000])
    unsubscribe()
    await submission.submit(request)

    expect(submission.getSnapshot().status).toBe('done')
    expect(tokensOf()).toEqual(['token-1', 'token-1'])
  })

  it('does not stop while it is unknown whether a task was created', async () => {
    const { submission } = submissionOf(lost, throttled, created)
    submission.subscribe(() => submission.stopWaiting())

    await submission.submit(request)

    expect(submission.getSnapshot().status).toBe('done')
  })

  it('asks a Connect that throttles again for five minutes, ever less often', async () => {
    const { submission, waits } = submissionOf(...manyTimes(12, throttled), created)

    await submission.submit(request)

    expect(submission.getSnapshot().status).toBe('done')
    expect(waits.slice(0, 5)).toEqual([3_000, 4_000, 8_000, 15_000, 15_000])
  })

  it('gives up on a Connect that throttles for longer, and keeps the token for the next try', async () => {
    const { submission, waits, tokensOf } = submissionOf(...manyTimes(23, throttled), created)

    await submission.submit(request)
    const waitedMs = waits.reduce((sum, each) => sum + each, 0)
    expect(waitedMs).toBeGreaterThan(280_000)
    expect(waitedMs).toBeLessThanOrEqual(300_000)
    expect(submission.getSnapshot()).toMatchObject({ status: 'not-done', failure: throttled })

    await submission.submit(request)
    expect(submission.getSnapshot().status).toBe('done')
    expect(new Set(tokensOf())).toEqual(new Set(['token-1']))
  })

  it('sends again as often as the proxy names a time, because nothing was sent to Connect meanwhile', async () => {
    const { submission, states, waits, tokensOf } = submissionOf(...manyTimes(6, calledBack), lost, created)

    await submission.submit(request)

    expect(submission.getSnapshot().status).toBe('done')
    expect(states.filter((status) => status === 'waiting')).toHaveLength(6)
    expect(waits).toEqual([...manyTimes(6, 40_000), 2_000])
    expect(new Set(tokensOf())).toEqual(new Set(['token-1']))
  })

  it('gives up after its total wait, even if the proxy names another time', async () => {
    const { submission, waits } = submissionOf(...manyTimes(400, { ...calledBack, retryAfterSeconds: 0 }))

    await submission.submit(request)

    expect(submission.getSnapshot()).toMatchObject({ status: 'not-done', failure: { code: 'busy' } })
    expect(waits).toEqual(manyTimes(300, 1_000))
  })

  it('gives up soon on a busy proxy that names no time', async () => {
    const { retryAfterSeconds: _seconds, ...busy } = calledBack
    const { submission, sent } = submissionOf(...manyTimes(10, busy))

    await submission.submit(request)

    expect(sent).toHaveLength(4)
    expect(submission.getSnapshot().status).toBe('not-done')
  })

  it('asks again with the same token when an answer is lost', async () => {
    const { submission, states, tokensOf } = submissionOf(lost, created)

    await submission.submit(request)

    expect(states).toEqual(['sending', 'checking', 'checking', 'done'])
    expect(tokensOf()).toEqual(['token-1', 'token-1'])
  })

  it('never says “not created” once an answer was lost', async () => {
    const { submission } = submissionOf(lost, invalid)

    await submission.submit(request)

    expect(submission.getSnapshot()).toMatchObject({ status: 'unknown', failure: invalid })
  })

  it.each([
    // The proxy may give these answers before it checks whether it has begun the task.
    { ...invalid, code: 'unauthenticated' },
    { ...invalid, code: 'busy' },
    { ...invalid, code: 'sign-in-unavailable' },
  ] satisfies ClientFailure[])('does not believe $code of a task whose answer was lost', async (refusal) => {
    const { submission } = submissionOf(lost, ...manyTimes(20, refusal))

    await submission.submit(request)
    expect(submission.getSnapshot()).toMatchObject({ status: 'unknown', tokens: { settled: [] } })
    await submission.askAgain()

    expect(submission.getSnapshot()).toMatchObject({
      status: 'unknown',
      uncertain: [{ attempt: { request } }],
      tokens: { settled: [] },
    })
  })

  it('remembers that an answer was lost when the agent asks again, and when they edit and send the same', async () => {
    const { submission, tokensOf } = submissionOf(lost, lost, lost, lost, invalid, invalid, created)

    await submission.submit(request)
    await submission.askAgain()
    expect(submission.getSnapshot().status).toBe('unknown')
    submission.dismiss()
    await submission.submit(request)
    expect(submission.getSnapshot().status).toBe('unknown')
    await submission.askAgain()

    expect(submission.getSnapshot().status).toBe('done')
    expect(new Set(tokensOf())).toEqual(new Set(['token-1']))
  })

  it('never says “not created” of a task whose answer was lost before the agent edited it and edited it back', async () => {
    const { submission, tokensOf } = submissionOf(
      ...manyTimes(8, lost),
      // The first text is sent again and refused.
      invalid,
    )

    await submission.submit(request)
    submission.dismiss()
    await submission.submit(edited)
    submission.dismiss()
    await submission.submit(request)

    expect(submission.getSnapshot()).toMatchObject({ status: 'unknown', failure: invalid })
    expect(submission.getSnapshot().uncertain.map(({ attempt }) => attempt.clientToken)).toEqual([
      'token-1',
      'token-2',
    ])
    expect(new Set(tokensOf())).toEqual(new Set(['token-1', 'token-2']))
  })

  it('keeps the question about a task whose answer was lost though the edited task is created', async () => {
    const { submission } = submissionOf(...manyTimes(4, lost), created)

    await submission.submit(request)
    submission.dismiss()
    await submission.submit(edited)

    expect(submission.getSnapshot()).toMatchObject({
      status: 'done',
      attempt: { request: edited },
      uncertain: [{ attempt: { request } }],
    })
  })

  it.each(['invalid', 'quota-reached', 'not-your-contact', 'connect-denied'] as const)(
    'does not send again by itself after %s, even if the proxy names a time',
    async (code) => {
      const { submission, sent } = submissionOf({ ...invalid, code, retryAfterSeconds: 1 })

      await submission.submit(request)

      expect(sent).toHaveLength(1)
      expect(submission.getSnapshot().status).toBe('not-done')
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

  it('treats its own exception as an unknown outcome', async () => {
    const submission = createSubmission<TaskRequest, CreatedTask>({
      send: async () => {
        throw new TypeError('a fault')
      },
      newToken: () => 'token',
      wait: async () => {},
      now: () => 0,
    })

    await submission.submit(request)

    expect(submission.getSnapshot()).toMatchObject({ status: 'unknown' })
  })
})

describe('a computer that sleeps between the press and the request', () => {
  const daysMs = 8 * 24 * 60 * 60_000

  /** A submission whose first answers are lost, and whose computer sleeps at this point of the later tries. */
  function sleepySubmission(sleepsWhile: 'storing' | 'fetching the token') {
    const sent: Attempt<TaskRequest>[] = []
    let now = 0
    let isSleepy = false
    const sleepAt = (point: typeof sleepsWhile) => {
      if (isSleepy && point === sleepsWhile) now += daysMs
    }
    const submission = createSubmission<TaskRequest, CreatedTask>({
      beforeSend: async () => sleepAt('storing'),
      send: async (attempt, isInTime) => {
        sleepAt('fetching the token')
        if (!isInTime()) throw new TaskClientError({ code: 'not-sent', outcome: 'not-created', issues: [] })
        sent.push(attempt)
        throw new TaskClientError(lost)
      },
      newToken: () => 'token',
      wait: async () => {},
      now: () => now,
      uptime: () => 0,
    })
    return {
      submission,
      sent,
      fallAsleep: () => {
        isSleepy = true
      },
    }
  }

  it.each(['storing', 'fetching the token'] as const)(
    'sends nothing that Connect may have forgotten while %s, and asks the agent',
    async (point) => {
      const { submission, sent, fallAsleep } = sleepySubmission(point)
      await submission.submit(request)
      const before = sent.length
      submission.dismiss()
      fallAsleep()
      await submission.submit(request)

      expect(sent).toHaveLength(before)
      expect(submission.getSnapshot()).toMatchObject({
        status: 'unknown',
        failure: { code: 'interrupted' },
        uncertain: [{ attempt: { request } }],
      })
    },
  )

  it.each(['storing', 'fetching the token'] as const)(
    'asks about no earlier attempt that Connect may have forgotten while %s',
    async (point) => {
      const { submission, sent, fallAsleep } = sleepySubmission(point)
      await submission.submit(request)
      const before = sent.length
      submission.dismiss()
      fallAsleep()
      await submission.askAgain()

      expect(sent).toHaveLength(before)
      expect(submission.getSnapshot().uncertain).toEqual([
        { attempt: { clientToken: 'token', request }, firstSentAt: 0, isBeingAsked: false },
      ])
    },
  )

  it.each(['storing', 'fetching the token'] as const)(
    'does not send a first attempt days after its press while %s',
    async (point) => {
      const { submission, sent, fallAsleep } = sleepySubmission(point)
      fallAsleep()
      await submission.submit(request)

      expect(sent).toEqual([])
      expect(submission.getSnapshot()).toMatchObject({ status: 'not-done', failure: { code: 'not-sent' } })
    },
  )
})
