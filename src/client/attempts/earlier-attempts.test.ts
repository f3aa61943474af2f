import { describe, expect, it, vi } from 'vitest'
import type { Attempt, EarlierAttempts } from '../../core/attempts/attempt.ts'
import type { CreatedTask } from '../../contract/tasks/tasks.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import { earlierAttempts } from './earlier-attempts.ts'
import type { SubmissionStep } from './submission-state.ts'
import { createSubmission, type SubmissionOptions } from '../submissions/submission.ts'
import { TaskClientError } from '../task-client-error.ts'

const request = { name: 'Call back', references: [], attributes: [] }
const attempt: Attempt<TaskRequest> = { clientToken: 'first', request }
const task = { contactId: 't', scheduledTime: null }
const refused = { latest: attempt, uncertain: [] }
const lost: EarlierAttempts<TaskRequest> = { latest: attempt, uncertain: [{ attempt, firstSentAt: 1 }] }
const at = (step: SubmissionStep<TaskRequest, CreatedTask>) =>
  earlierAttempts({ ...step, uncertain: [], found: [], confirmed: [], tokens: { settled: [], sent: [] } })
const open = (earlier: SubmissionOptions<TaskRequest, CreatedTask>['earlier']) => {
  const send = vi.fn<(sent: Attempt<TaskRequest>) => Promise<typeof task>>(async () => task)
  return {
    send,
    submission: createSubmission({
      send,
      newToken: () => 'second',
      wait: async () => {},
      now: () => 9,
      earlier,
    }),
  }
}

describe('an attempt from before the page was reloaded', () => {
  it('has an unknown outcome when no answer came, and is sent again under the same token', async () => {
    const { send, submission } = open(lost)
    expect(submission.getSnapshot()).toMatchObject({ status: 'unknown', failure: { code: 'interrupted' } })

    await submission.askAgain()
    expect(send.mock.calls.map(([sent]) => sent)).toEqual([attempt])
    expect(submission.getSnapshot().status).toBe('done')
  })

  it('keeps its unknown outcome when the second request is refused', async () => {
    const { send, submission } = open(lost)
    send.mockRejectedValue(new TaskClientError({ code: 'invalid', outcome: 'not-created', issues: [] }))

    await submission.askAgain()
    expect(submission.getSnapshot().status).toBe('unknown')
  })

  it('does not change the text that the agent has typed since, and its task is shown beside the form', async () => {
    const { submission } = open({ ...lost, isEdited: true })
    expect(submission.getSnapshot()).toMatchObject({ status: 'idle', uncertain: [{ attempt }] })

    await submission.askAgain()
    expect(submission.getSnapshot()).toMatchObject({
      status: 'idle',
      uncertain: [],
      found: [{ attempt, result: task }],
    })
  })

  it('keeps its token when it is sent unchanged, and gets a new one after an edit', async () => {
    const same = open(refused)
    await same.submission.submit(request)
    const edited = open(lost)
    edited.submission.dismiss()
    await edited.submission.submit({ ...request, name: 'Call back at noon' })

    expect(same.send.mock.calls[0]?.[0].clientToken).toBe('first')
    expect(edited.send.mock.calls[0]?.[0].clientToken).toBe('second')
  })

  it('has an unknown outcome from the moment it is sent until an answer comes', () => {
    const failure = { code: 'invalid', outcome: 'not-created', issues: [] } as const

    expect(at({ status: 'sending', attempt, firstSentAt: 1 })).toEqual(lost)
    expect(at({ status: 'waiting', attempt, wait: { for: 'proxy', seconds: 2 } })).toEqual(refused)
    expect(at({ status: 'not-done', attempt, failure })).toEqual(refused)
    expect(at({ status: 'done', attempt, result: task })).toBeUndefined()
  })

  it('leaves a question even if another attempt of the draft has created a task', () => {
    const other = { ...attempt, clientToken: 'other' }
    const { uncertain } = lost

    const done = {
      status: 'done',
      attempt: other,
      result: task,
      uncertain,
      found: [],
      confirmed: [],
      tokens: { settled: ['other'], sent: ['other'] },
    } as const
    expect(earlierAttempts(done)).toEqual({ latest: other, uncertain })
  })
})
