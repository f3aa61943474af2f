import { createServer } from 'node:http'
import * as z from 'zod/mini'
import { afterEach, describe, expect, it } from 'vitest'
import { listen, stopListening } from '../simulators/listen.ts'
import type { Command } from './command.ts'
import { createSubmission } from './submissions/submission.ts'
import { createTaskClient } from './task-client.ts'

interface StopRequest {
  readonly contactId: string
}

interface Stopped {
  readonly stoppedAt: string
}

/** A second kind of command with its own token. */
const stop: Command<StopRequest, Stopped> = {
  path: ({ contactId }) => `/api/v1/tasks/${encodeURIComponent(contactId)}/stop`,
  body: ({ clientToken }) => ({ clientToken }),
  result: z.object({ stoppedAt: z.string() }),
}

const stopped = { stoppedAt: '2026-11-22T09:00:00Z' }

type Answer = { readonly status: number; readonly body: object } | 'lost'

const refused = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { status, code, title: '', detail: '', requestId: 'r', outcome: 'not-created', ...more },
})

const closers: (() => Promise<void>)[] = []

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

/** A submission of stop requests. The server gives these answers one after the other. */
async function submissionTo(...answers: readonly Answer[]) {
  const received: string[] = []
  const waits: number[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const answer = answers[received.length] ?? { status: 200, body: stopped }
      received.push(`${request.url} ${body}`)
      if (answer === 'lost') response.destroy()
      else response.writeHead(answer.status).end(JSON.stringify(answer.body))
    })
  })
  const baseUrl = await listen(server, 0)
  closers.push(() => stopListening(server))
  const client = createTaskClient({ baseUrl, token: async () => 'agent', renewToken: async () => false })
  const submission = createSubmission<StopRequest, Stopped>({
    send: (attempt) => client.send(stop, attempt),
    newToken: () => 'token',
    wait: async (milliseconds) => void waits.push(milliseconds),
    now: () => 0,
  })
  return { submission, received, waits }
}

const request = { contactId: 'a/b' }
const sent = '/api/v1/tasks/a%2Fb/stop {"clientToken":"token"}'

describe('a command of another kind', () => {
  it('is sent once for two clicks and answers with its own result', async () => {
    const { submission, received } = await submissionTo()

    await Promise.all([submission.submit(request), submission.submit(request)])

    expect(received).toEqual([sent])
    expect(submission.getSnapshot()).toMatchObject({ status: 'done', result: stopped })
  })

  it('is sent again under the same token when an answer is lost', async () => {
    const { submission, received } = await submissionTo('lost')

    await submission.submit(request)

    expect(received).toEqual([sent, sent])
    expect(submission.getSnapshot().status).toBe('done')
  })

  it('keeps an unknown outcome after a lost answer, even after a later refusal', async () => {
    const { submission } = await submissionTo('lost', refused(422, 'invalid'))

    await submission.submit(request)

    expect(submission.getSnapshot()).toMatchObject({ status: 'unknown', failure: { code: 'invalid' } })
  })

  it('waits for a busy Connect and is sent again', async () => {
    const { submission, waits } = await submissionTo(refused(429, 'throttled', { retryAfterSeconds: 7 }))

    await submission.submit(request)

    expect(waits).toEqual([7_000])
    expect(submission.getSnapshot().status).toBe('done')
  })

  it('is not sent again after a refusal, or after its agent signed out', async () => {
    const { submission, received } = await submissionTo(refused(403, 'not-your-contact'))
    await submission.submit(request)
    expect(submission.getSnapshot()).toMatchObject({ status: 'not-done' })

    submission.abandon()
    await submission.submit(request)

    expect(received).toEqual([sent])
  })
})
