import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { attemptFor } from '../../core/attempts/attempt.ts'
import { problemOf } from '../../proxy/harness/proxy-scene.ts'
import { parametersOf, plainMessage, requestOf } from './message-readings.ts'
import { startMessageScene } from './message-scene.ts'

const { connect, askProxy, askConnect, starts, reset, close } = await startMessageScene()

beforeEach(reset)
afterAll(close)

const once = { rule: 'A token belongs to a message.', asked: {}, sent: {} }
const others = { ...once, asked: { clientToken: 'token-2', to: '+12065550143' } }
const texts = () => connect.messages.map(({ destination, text }) => `${destination}: ${text}`)

describe('a message that is sent again', () => {
  it('keeps its token in the core, and gets a new one when it is edited', () => {
    const attempt = { clientToken: plainMessage.clientToken, request: requestOf(once) }

    expect(attemptFor(requestOf(once), [attempt], () => 'token-2')).toBe(attempt)
    expect(attemptFor(requestOf(others), [attempt], () => 'token-2').clientToken).toBe('token-2')
  })

  it('is sent once through the proxy, and a message to another customer is a second one', async () => {
    const answers = [await askProxy(once), await askProxy(once), await askProxy(others)]

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(texts()).toEqual(['+12065550142: Your order is ready.', '+12065550143: Your order is ready.'])
  })

  it('is sent once when two requests are at the proxy at the same time', async () => {
    const answers = await Promise.all([askProxy(once), askProxy(once)])

    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(starts()).toHaveLength(1)
  })

  it('is refused by the proxy when it was edited but kept its token', async () => {
    await askProxy(once)
    const problem = await problemOf(await askProxy({ ...once, asked: { to: '+12065550143' } }))

    expect(problem).toMatchObject({ status: 422, code: 'invalid', outcome: 'not-created' })
    expect(texts()).toEqual(['+12065550142: Your order is ready.'])
  })

  it('is sent once to Connect, and a second time with another token', async () => {
    await askConnect(parametersOf(once))
    await askConnect(parametersOf(once))
    await askConnect({ ...parametersOf(once), ClientToken: 'token-2' })

    expect(connect.messages).toHaveLength(2)
  })
})

describe('a message while the instance has as many chats as its quota allows', () => {
  beforeEach(() => {
    connect.activeChatsLimit = 0
  })

  it('is refused by Connect with 429, and the proxy says that there are too many chats and does not try again', async () => {
    const problem = await problemOf(await askProxy(once))

    expect(starts().map(({ status }) => status)).toEqual([429])
    expect(problem).toMatchObject({ status: 409, code: 'quota-reached', outcome: 'not-created' })
  })

  it('can be sent once a chat has ended, at once and with the same token', async () => {
    await askProxy(once)
    connect.activeChatsLimit = 1

    expect((await askProxy(once)).status).toBe(201)
    expect(connect.messages).toHaveLength(1)
  })
})
