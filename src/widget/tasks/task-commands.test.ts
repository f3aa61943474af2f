import { createServer } from 'node:http'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createTaskClient } from '../../client/task-client.ts'
import type { LedgerEntry } from '../../drafts/ledger/ledger-entry.ts'
import { createLedger } from '../../drafts/ledger/ledger.ts'
import { listen, stopListening } from '../../simulators/listen.ts'
import { withNews } from './own-task.ts'
import { createTaskCommands } from './task-commands.ts'

const now = new Date('2026-11-23T10:42:30Z')
const entry: LedgerEntry = {
  kind: 'task',
  contactId: 'task-1',
  linkedContactId: 'call-1',
  scheduledAt: Date.parse('2026-11-23T15:00:00Z'),
  createdAt: Date.parse('2026-11-23T10:42:00Z'),
}

const task = { contactId: 'task-1', createdAt: entry.createdAt, linkedContactId: 'call-1' }

type Answer = { readonly status: number; readonly body: object } | 'lost'

const stopped: Answer = { status: 200, body: { contactId: 'task-1' } }

const refused = (code: string, more: object = {}): Answer => ({
  status: 409,
  body: { status: 409, code, title: '', detail: '', requestId: 'r', outcome: 'not-created', ...more },
})

const closers: (() => Promise<void>)[] = []

// The client reads answers with these schemas. Loading them takes a while on a busy machine.
beforeAll(() => import('../../client/read-schemas.ts'), 30_000)

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

/** The commands of a task in the ledger. The proxy gives these answers one after the other. */
async function commandsFor(...answers: readonly Answer[]) {
  const received: string[] = []
  let happens: (() => void) | undefined
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const answer = answers[received.length] ?? 'lost'
      received.push(`${request.url} ${body}`)
      happens?.()
      if (answer === 'lost') response.destroy()
      else response.writeHead(answer.status).end(JSON.stringify(answer.body))
    })
  })
  const baseUrl = await listen(server, 0)
  closers.push(() => stopListening(server))
  const client = createTaskClient({ baseUrl, token: async () => 'agent', renewToken: async () => false })
  const ledger = createLedger(undefined)
  ledger.note(entry)
  let nowMs = now.getTime()
  const all = createTaskCommands({ client, now: () => new Date(nowMs) }, ledger, async (milliseconds) => {
    nowMs += milliseconds
  })
  return {
    ...all.of(task),
    all,
    ledger,
    received,
    /** Runs before the proxy answers. */
    beforeAnswer: (work: () => void) => {
      happens = work
    },
  }
}

describe('the commands of a task', () => {
  it('stop it, and the ledger knows that it has ended', async () => {
    const { stop, news, ledger, received } = await commandsFor(stopped)

    await stop.submit({ contactId: 'task-1' })

    expect(received).toEqual(['/api/v1/tasks/task-1/stop {}'])
    expect(news.getSnapshot()).toEqual({ hasEnded: true, stoppedAt: now.getTime() })
    expect(ledger.getSnapshot()).toEqual([{ ...entry, endedAt: now.getTime(), isStopped: true }])
  })

  it('learn that it had ended, also where the first answer was lost', async () => {
    const { stop, news, received } = await commandsFor('lost', refused('already-ended'))

    await stop.submit({ contactId: 'task-1' })

    expect(received).toHaveLength(2)
    expect(stop.getSnapshot()).toMatchObject({ status: 'unknown', failure: { code: 'already-ended' } })
    expect(news.getSnapshot()).toEqual({ hasEnded: true })
  })

  it('do not change a task that a colleague has accepted', async () => {
    const { stop, news, ledger } = await commandsFor(refused('already-accepted'))

    await stop.submit({ contactId: 'task-1' })

    expect(stop.getSnapshot()).toMatchObject({ status: 'not-done', failure: { code: 'already-accepted' } })
    expect(news.getSnapshot()).toEqual({ hasEnded: false, isStopRefused: true })
    expect(ledger.getSnapshot()).toEqual([entry])
  })

  it.each(['forbidden', 'already-started', 'reschedule-limit'])(
    'offer no other time after the refusal %s, and the undo still',
    async (code) => {
      const { change, news } = await commandsFor(refused(code))

      await change.submit({ contactId: 'task-1', scheduledTime: new Date('2026-11-24T09:00:00Z') })

      const known = { contactId: 'task-1', canStop: true, canReschedule: true }
      expect(withNews(known, news.getSnapshot())).toEqual({ ...known, canReschedule: false })
    },
  )

  it.each(['connect-failed', 'throttled', 'not-your-contact'])(
    'can be sent again after the refusal %s, which may not last',
    async (code) => {
      const { stop, news } = await commandsFor(...Array.from({ length: 20 }, () => refused(code)))

      await stop.submit({ contactId: 'task-1' })

      expect(news.getSnapshot()).toEqual({ hasEnded: false })
    },
  )

  it('ask again until Connect knows the task', async () => {
    const { stop, received } = await commandsFor(refused('not-your-contact'), stopped)

    await stop.submit({ contactId: 'task-1' })

    expect(received).toHaveLength(2)
    expect(stop.getSnapshot().status).toBe('done')
  })

  it('change its time, and the ledger knows the new one', async () => {
    const scheduledTime = '2026-11-24T09:00:00.000Z'
    const { change, news, ledger, received } = await commandsFor({
      status: 200,
      body: { contactId: 'task-1', scheduledTime },
    })

    await change.submit({ contactId: 'task-1', scheduledTime: new Date(scheduledTime) })

    expect(received).toEqual([`/api/v1/tasks/task-1/schedule {"scheduledTime":"${scheduledTime}"}`])
    expect(news.getSnapshot()).toEqual({ hasEnded: false, scheduledTime })
    expect(ledger.getSnapshot()).toEqual([{ ...entry, scheduledAt: Date.parse(scheduledTime) }])
  })

  it('hear that another window has stopped the task', async () => {
    const { stop, news, ledger, received } = await commandsFor()

    // The ledger's entry after the other window has stored the end.
    ledger.note({ ...entry, endedAt: now.getTime() })

    expect(news.getSnapshot()).toEqual({ hasEnded: true })
    expect([stop.getSnapshot().status, received]).toEqual(['idle', []])
  })

  it('hear of a new time that another window has given the task', async () => {
    const { news, ledger } = await commandsFor()

    ledger.note({ ...entry, scheduledAt: Date.parse('2026-11-24T09:00:00Z') })

    expect(news.getSnapshot()).toEqual({ hasEnded: false, scheduledTime: '2026-11-24T09:00:00.000Z' })
    expect(ledger.getSnapshot()).toHaveLength(1)
  })

  it('tell the other windows of a task that was created in another browser', async () => {
    const ofOtherBrowser = { ...task, contactId: 'task-2' }
    const here = await commandsFor({ status: 200, body: { contactId: 'task-2' } })
    const there = await commandsFor()
    const { news } = there.all.of(ofOtherBrowser)
    // The windows of one browser share the ledger.
    here.ledger.subscribe(() => there.ledger.learn(here.ledger.getSnapshot()))

    await here.all.of(ofOtherBrowser).stop.submit({ contactId: 'task-2' })

    expect(news.getSnapshot()).toEqual({ hasEnded: true, stoppedAt: now.getTime() })
    expect(there.ledger.getSnapshot()).toContainEqual({
      kind: 'task',
      ...ofOtherBrowser,
      endedAt: now.getTime(),
      isStopped: true,
    })
  })

  it('tell the other windows of the new time of a task that was created in another browser', async () => {
    const ofOtherBrowser = { ...task, contactId: 'task-2' }
    const scheduledTime = '2026-11-24T09:00:00.000Z'
    const here = await commandsFor({ status: 200, body: { contactId: 'task-2', scheduledTime } })
    const there = await commandsFor()
    const { news } = there.all.of(ofOtherBrowser)
    here.ledger.subscribe(() => there.ledger.learn(here.ledger.getSnapshot()))

    await here.all
      .of(ofOtherBrowser)
      .change.submit({ contactId: 'task-2', scheduledTime: new Date(scheduledTime) })

    expect(news.getSnapshot()).toEqual({ hasEnded: false, scheduledTime })
  })

  it('know of a task that was stopped before', async () => {
    const { all, ledger } = await commandsFor()
    ledger.note({ ...entry, contactId: 'task-2', endedAt: now.getTime(), isStopped: true })

    expect(all.of({ ...task, contactId: 'task-2' }).news.getSnapshot()).toEqual({
      hasEnded: true,
      stoppedAt: now.getTime(),
    })
  })

  it('note nothing for the next agent when the answer comes after the sign-out', async () => {
    const ofOtherBrowser = { ...task, contactId: 'task-2' }
    const { all, ledger, beforeAnswer } = await commandsFor({
      status: 200,
      body: { contactId: 'task-2' },
    })
    beforeAnswer(() => {
      all.abandon()
      ledger.clear()
    })

    await all.of(ofOtherBrowser).stop.submit({ contactId: 'task-2' })

    expect(ledger.getSnapshot()).toEqual([])
  })

  it('end with the sign-in of the agent', async () => {
    const { stop, all, received } = await commandsFor(stopped)

    all.abandon()
    await stop.submit({ contactId: 'task-1' })

    expect(received).toEqual([])
    expect(all.of(task).stop).not.toBe(stop)
  })
})
