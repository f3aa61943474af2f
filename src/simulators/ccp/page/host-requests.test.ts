import { describe, expect, it } from 'vitest'
import { ana } from '../../instance/instance.ts'
import { createCcp } from './ccp.ts'
import { signedIn } from './ccp-state.ts'
import { type ApiMode, answerHost } from './host-requests.ts'

function openCcp(mode: ApiMode = 'ok') {
  const posted: { readonly event: string; readonly data?: unknown }[] = []
  const host = {
    post: (event: string, data?: unknown) => void posted.push({ event, data }),
    onMessage: () => {},
  }
  const ccp = createCcp(signedIn(ana, new Date()), () => Promise.resolve())
  return { ccp, posted, answer: answerHost(host, ccp, () => mode) }
}

const answers = (posted: readonly unknown[]) => expect.poll(() => posted.length).toBe(1)

const apiRequest = (method: string, params = {}) => ({
  event: 'api_request',
  data: { requestId: 'r1', method, params },
})

describe('answerHost()', () => {
  it('keeps the connection alive', () => {
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

  it('lists a person, a queue and a phone number as endpoints', async () => {
    const { posted, answer } = openCcp()

    answer(apiRequest('getEndpoints'))
    await answers(posted)

    expect(posted).toMatchObject([
      { data: { data: { endpoints: [{ type: 'agent' }, { type: 'queue' }, { type: 'phone_number' }] } } },
    ])
  })

  it('refuses what it does not know with an error in JSON text', async () => {
    const { posted, answer } = openCcp()

    answer(apiRequest('createTaskContact'))
    await answers(posted)

    expect(posted).toMatchObject([
      { data: { err: expect.stringContaining('"type":"UnsupportedMethodException"') } },
    ])
  })

  it('fails when it was told to', async () => {
    const { posted, answer } = openCcp('fail')

    answer(apiRequest('getEndpoints'))
    await answers(posted)

    expect(posted).toMatchObject([{ data: { err: expect.stringContaining('AccessDeniedException') } }])
  })

  it('sends a view back to everybody, like the worker behind a real CCP', () => {
    const { posted, answer } = openCcp()

    answer({ event: 'broadcast', data: { event: 'contact::view', data: { contactId: '' } } })

    expect(posted).toEqual([{ event: 'contact::view', data: { contactId: '' } }])
  })

  it('swallows broadcast log lines', () => {
    const { posted, answer } = openCcp()

    answer({ event: 'broadcast', data: { event: 'log', data: {} } })

    expect(posted).toEqual([])
  })
})
