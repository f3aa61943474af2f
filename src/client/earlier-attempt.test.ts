import { describe, expect, it, vi } from 'vitest'
import type { Attempt } from '../core/attempt.ts'
import { createSubmission } from './submission.ts'
import { earlierAttempt } from './earlier-attempt.ts'
import { TaskClientError } from './task-client-error.ts'

const request = { name: 'Call back', references: [], attributes: [] }
const attempt: Attempt = { clientToken: 'first', request }
const task = { contactId: 't', scheduledTime: null }
const open = (earlier: Parameters<typeof createSubmission>[0]['earlier']) => {
  const send = vi.fn<(sent: Attempt) => Promise<typeof task>>(async () => task)
  return {
    send,
    submission: createSubmission({ send, newToken: () => 'second', wait: async () => {}, earlier }),
  }
}

describe('a draft whose page was loaded again', () => {
  it('may have been created when no answer had come, and is asked for under the same token', async () => {
    const { send, submission } = open({ attempt, outcome: 'unknown' })
    expect(submission.getSnapshot()).toMatchObject({ status: 'unknown', failure: { code: 'interrupted' } })

    await submission.askAgain()
    expect(send.mock.calls).toEqual([[attempt]])
    expect(submission.getSnapshot().status).toBe('created')
  })

  it('stays doubtful whatever the asking again is told', async () => {
    const { send, submission } = open({ attempt, outcome: 'unknown' })
    send.mockRejectedValue(new TaskClientError({ code: 'invalid', outcome: 'not-created', issues: [] }))

    await submission.askAgain()
    expect(submission.getSnapshot().status).toBe('unknown')
  })

  it('keeps its token when it is sent again as it was, and gets another when it was edited', async () => {
    const same = open({ attempt, outcome: 'not-created' })
    await same.submission.submit(request)
    const edited = open({ attempt, outcome: 'unknown' })
    edited.submission.dismiss()
    await edited.submission.submit({ ...request, name: 'Call back at noon' })

    expect(same.send.mock.calls[0]?.[0].clientToken).toBe('first')
    expect(edited.send.mock.calls[0]?.[0].clientToken).toBe('second')
  })

  it('is in doubt from the moment it is sent until an answer says otherwise', () => {
    const failure = { code: 'invalid', outcome: 'not-created', issues: [] } as const

    expect(earlierAttempt({ status: 'sending', attempt })).toEqual({ attempt, outcome: 'unknown' })
    expect(earlierAttempt({ status: 'waiting', attempt, seconds: 2 })?.outcome).toBe('not-created')
    expect(earlierAttempt({ status: 'not-created', attempt, failure })?.outcome).toBe('not-created')
    expect(earlierAttempt({ status: 'created', attempt, task })).toBeUndefined()
  })
})
