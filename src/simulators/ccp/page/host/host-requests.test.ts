import { afterEach, describe, expect, it, vi } from 'vitest'
import { ana } from '../../../instance/instance.ts'
import { createAnswerModes } from './answer-modes.ts'
import { createCcp } from '../ccp.ts'
import { signedIn } from '../state/ccp-state.ts'
import { answerHost } from './host-requests.ts'
import { endpoints } from '../connect/quick-connects.ts'

function openCcp() {
  const posted: { readonly event: string; readonly data?: unknown }[] = []
  const host = {
    post: (event: string, data?: unknown) => void posted.push({ event, data }),
    onMessage: () => {},
  }
  const ccp = createCcp(signedIn(ana, new Date()), () => Promise.resolve())
  const modes = createAnswerModes()
  return { ccp, posted, modes, answer: answerHost(host, ccp, modes) }
}

const answers = (posted: readonly unknown[]) => expect.poll(() => posted.length).toBe(1)

const apiRequest = (method: string, params = {}) => ({
  event: 'api_request',
  data: { requestId: 'r1', method, params },
})

afterEach(() => {
  vi.useRealTimers()
})

describe('answerHost()', () => {
  it('acknowledges keep-alive', () => {
    const { posted, answer } = openCcp()

    answer({ event: 'synchronize' })

    expect(posted).toEqual([{ event: 'acknowledge', data: undefined }])
  })

  it('accepts a contact for the host', async () => {
    const { ccp, posted, answer } = openCcp()
    const contactId = await ccp.add({ channel: 'voice' })

    answer(apiRequest('acceptContact', { contactId }))
    await answers(posted)

    expect(ccp.state().contacts).toMatchObject([{ state: 'connected', accepted: true }])
    expect(posted).toMatchObject([{ event: 'api_response', data: { requestId: 'r1', err: null } }])
  })

  it('lists the instance’s quick connects as endpoints', async () => {
    const { posted, answer } = openCcp()

    answer(apiRequest('getEndpoints'))
    await answers(posted)

    expect(posted).toMatchObject([{ data: { data: { endpoints, nextToken: null }, err: null } }])
  })

  it('pauses and resumes a task for the host', async () => {
    const { ccp, posted, answer } = openCcp()
    const contactId = await ccp.add({ channel: 'task', state: 'connected' })

    answer(apiRequest('pauseContact', { contactId }))
    await answers(posted)
    expect(ccp.state().contacts).toMatchObject([{ state: 'paused' }])

    answer(apiRequest('resumeContact', { contactId }))
    expect(ccp.state().contacts).toMatchObject([{ state: 'connected' }])
  })

  it('refuses a state that the contact cannot change to', async () => {
    const { ccp, posted, answer } = openCcp()
    const contactId = await ccp.add({ channel: 'voice', state: 'connected' })

    answer(apiRequest('pauseContact', { contactId }))
    await answers(posted)

    expect(posted).toMatchObject([{ data: { err: expect.stringContaining('cannot become paused') } }])
    expect(ccp.state().contacts).toMatchObject([{ state: 'connected' }])
  })

  it('refuses an unknown method with an error in JSON text', async () => {
    const { posted, answer } = openCcp()

    answer(apiRequest('createTaskContact'))
    await answers(posted)

    expect(posted).toMatchObject([
      { data: { err: expect.stringContaining('"type":"UnsupportedMethodException"') } },
    ])
  })

  it('answers with an error in the mode `fail`', async () => {
    const { posted, modes, answer } = openCcp()
    modes.setApi('fail')

    answer(apiRequest('getEndpoints'))
    await answers(posted)

    expect(posted).toMatchObject([{ data: { err: expect.stringContaining('AccessDeniedException') } }])
  })

  it('acts and answers late in the mode `slow`', async () => {
    vi.useFakeTimers()
    const { ccp, posted, modes, answer } = openCcp()
    const contactId = await ccp.add({ channel: 'voice' })
    modes.setApi('slow')

    answer(apiRequest('acceptContact', { contactId }))
    await vi.advanceTimersByTimeAsync(2_999)
    expect(posted).toEqual([])
    expect(ccp.state().contacts).toMatchObject([{ state: 'connecting' }])

    await vi.advanceTimersByTimeAsync(1)
    expect(posted).toMatchObject([{ data: { err: null } }])
  })

  it('can drop one method and answer another', async () => {
    const { posted, modes, answer } = openCcp()
    modes.setApi('drop', 'getEndpoints')

    answer(apiRequest('getEndpoints'))
    answer(apiRequest('putAgentState', { state: { name: 'Break' } }))
    await answers(posted)

    expect(posted).toMatchObject([{ data: { data: {}, err: null } }])
  })

  it('does not acknowledge keep-alive in the mode `lost`', () => {
    const { posted, modes, answer } = openCcp()
    modes.setKeepAlive('lost')

    answer({ event: 'synchronize' })

    expect(posted).toEqual([])
  })

  it('sends a view back to its sender too, as the worker of a real CCP does', () => {
    const { posted, answer } = openCcp()

    answer({ event: 'broadcast', data: { event: 'contact::view', data: { contactId: '' } } })

    expect(posted).toEqual([{ event: 'contact::view', data: { contactId: '' } }])
  })

  it('ignores broadcast log lines', () => {
    const { posted, answer } = openCcp()

    answer({ event: 'broadcast', data: { event: 'log', data: {} } })

    expect(posted).toEqual([])
  })
})
