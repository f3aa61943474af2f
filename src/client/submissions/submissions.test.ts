import { describe, expect, it, vi } from 'vitest'
import { TaskClientError } from '../task-client-error.ts'
import { createSubmissions } from './submissions.ts'

const request = { name: 'Call back', references: [], attributes: [] }
const task = { contactId: 't', scheduledTime: null }

const open = () =>
  createSubmissions({
    send: async () => task,
    wait: async () => {},
    now: () => 0,
  })

describe('the submissions of several drafts', () => {
  it('are one for each draft, the same whenever it is asked for', () => {
    const submissions = open()

    expect(submissions.of('one')).toBe(submissions.of('one'))
    expect(submissions.of('other')).not.toBe(submissions.of('one'))
  })

  it('give the same draft the same token on every page', async () => {
    const tokens: string[] = []
    const page = () =>
      createSubmissions({
        send: async ({ clientToken }) => {
          tokens.push(clientToken)
          return task
        },
        wait: async () => {},
        now: () => 0,
      })
    await page().of('one').submit(request)
    await page().of('one').submit(request)
    await page().of('other').submit(request)

    expect(new Set(tokens).size).toBe(2)
    expect(tokens[0]).toBe(tokens[1])
  })

  it('are not sent again after their agent signed out', async () => {
    let letGo: (() => void) | undefined
    const send = vi.fn<() => Promise<never>>(() =>
      Promise.reject(new TaskClientError({ code: 'throttled', outcome: 'not-created', issues: [] })),
    )
    const submissions = createSubmissions({
      send,
      wait: () => new Promise((resolve) => (letGo = resolve)),
      now: () => 0,
    })
    const sending = submissions.of('one').submit(request)
    await vi.waitFor(() => expect(letGo).toBeDefined())
    submissions.abandon()
    letGo?.()
    await sending

    expect(send).toHaveBeenCalledTimes(1)
    expect(submissions.of('one').getSnapshot().status).toBe('idle')
  })

  it('are not sent when their agent signs out while they are being stored', async () => {
    let stored: (() => void) | undefined
    const send = vi.fn<() => Promise<typeof task>>(async () => task)
    const submissions = createSubmissions({
      beforeSend: () => new Promise((resolve) => (stored = resolve)),
      send,
      wait: async () => {},
      now: () => 0,
    })
    const sending = submissions.of('one').submit(request)
    await vi.waitFor(() => expect(stored).toBeDefined())
    submissions.abandon()
    stored?.()
    await sending

    expect(send).not.toHaveBeenCalled()
  })

  it('are sent even when they could not be stored', async () => {
    const submissions = createSubmissions({
      beforeSend: () => Promise.reject(new Error('no storage')),
      send: async () => task,
      wait: async () => {},
      now: () => 0,
    })
    await submissions.of('one').submit(request)

    expect(submissions.of('one').getSnapshot().status).toBe('done')
  })

  it('name the draft of each step', async () => {
    const submissions = open()
    const onStep = vi.fn<Parameters<typeof submissions.subscribe>[0]>()
    const stop = submissions.subscribe(onStep)
    await submissions.of('one').submit(request)
    stop()
    await submissions.of('other').submit(request)

    expect(onStep.mock.calls.map(([draftId, { status }]) => [draftId, status])).toEqual([
      ['one', 'sending'],
      ['one', 'done'],
    ])
    expect(submissions.of('other').getSnapshot().status).toBe('done')
  })
})
