import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { attemptFor } from '../core/attempts/attempt.ts'
import { plainTask, problemOf } from '../proxy/harness/proxy-scene.ts'
import { parametersOf, requestOf, verdictOfCore } from './case-readings.ts'
import { startConformanceScene } from './conformance-scene.ts'

const { askProxy, askConnect, starts, tasks, reset, close } = await startConformanceScene()

beforeEach(reset)
afterAll(close)

describe('a task that is sent again', () => {
  const once = { rule: 'A token belongs to a task.', asked: {}, sent: {} }
  const edited = { ...once, asked: { clientToken: 'token-2', name: 'Call back today' } }

  it('keeps its token in the core, and gets a new one when it is edited', () => {
    const attempt = { clientToken: plainTask.clientToken, request: requestOf(once) }

    expect(attemptFor(requestOf(once), [attempt], () => 'token-2')).toBe(attempt)
    expect(attemptFor(requestOf(edited), [attempt], () => 'token-2').clientToken).toBe('token-2')
  })

  it('is created once through the proxy, and a second task is created once it is edited', async () => {
    const answers = [await askProxy(once), await askProxy(once), await askProxy(edited)]

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(tasks()).toEqual(['Call back', 'Call back today'])
  })

  it('is refused by the proxy when it was edited but kept its token', async () => {
    await askProxy(once)
    const problem = await problemOf(await askProxy({ ...once, asked: { name: 'Call back today' } }))

    expect(problem).toMatchObject({ status: 422, code: 'invalid', outcome: 'not-created' })
    expect(tasks()).toEqual(['Call back'])
  })

  it('is created once in Connect, and a second task is created with another token', async () => {
    await askConnect(parametersOf(once))
    await askConnect(parametersOf(once))
    await askConnect({ ...parametersOf(once), ClientToken: 'token-2' })

    expect(tasks()).toHaveLength(2)
  })
})

describe('the thirteenth task that continues one contact', () => {
  const continued = {
    rule: 'Twelve tasks may continue one contact.',
    asked: { link: { type: 'previous', contactId: 'call' } },
    sent: { PreviousContactId: 'call' },
  }

  beforeEach(async () => {
    const tokens = Array.from({ length: 12 }, (_, index) => `earlier-${index}`)
    await Promise.all(tokens.map((ClientToken) => askConnect({ ...parametersOf(continued), ClientToken })))
  })

  it('is accepted by the core, which does not know the earlier tasks', () => {
    expect(verdictOfCore(continued).ok).toBe(true)
  })

  it('is refused by Connect, and the proxy reports that', async () => {
    const problem = await problemOf(await askProxy(continued))

    expect(starts().at(-1)?.status).toBe(402)
    expect(problem).toMatchObject({ status: 409, code: 'quota-reached', outcome: 'not-created' })
  })
})
