import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { messagesPath } from '../../contract/messages/message-paths.ts'
import { createStandingClock } from '../harness/clock-harness.ts'
import {
  issuesOf,
  londonNumber,
  messageBody,
  minute,
  seattleNumber,
  startMessageScene,
} from '../harness/message-scene.ts'
import { problemOf } from '../harness/proxy-scene.ts'

/* A message waits for its turn at Connect. Meanwhile time passes, and agents leave. */

const scene = await startMessageScene()
const { token, bensToken, send, startProxy, sentToConnect, passTime } = scene

beforeEach(scene.reset)
afterAll(scene.close)

const hour = 60 * minute

/** A proxy that has had its turn, and a message to the customer that waits for the next one. */
async function startWaiting(signal = new AbortController().signal) {
  const clock = createStandingClock()
  const quietHours = { from: '21:00', to: '08:00' }
  const proxy = startProxy(
    { recipients: 'anyone', quietHours },
    { connect: { clock }, environment: { CONNECT_RATES: 'StartOutboundChatContact=1/1' } },
  )
  await send({ clientToken: 'other', to: '+442079460150' })
  const waiting = proxy.fetch(
    new Request(`http://localhost${messagesPath}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(messageBody()),
      signal,
    }),
  )
  await vi.waitFor(async () =>
    expect(await proxy.metrics()).toContain('tasklink_waiting_calls{operation="StartOutboundChatContact"} 1'),
  )
  return { clock, answer: Promise.resolve(waiting) }
}

const numbersSentTo = () =>
  sentToConnect().map((body) => JSON.stringify(body).match(/"Address":"(\+\d+)"/)?.[1])

/** A proxy that begins few messages in a second. */
const startSlow = (rate: string, more = {}) => {
  const clock = createStandingClock()
  startProxy(
    { recipients: 'anyone', ...more },
    { connect: { clock }, environment: { CONNECT_RATES: `StartOutboundChatContact=${rate}` } },
  )
  return clock
}

describe('a message that is refused', () => {
  const unlinked = { link: undefined }
  const night = { from: '21:00', to: '08:00' }
  it('within the interval of its customer leaves its turn to others', async () => {
    const clock = startSlow('1/1')
    await send()
    await clock.passTime(1_000)
    expect((await problemOf(await send({ clientToken: 'token-2' }))).code).toBe('message-interval')

    expect((await send({ ...unlinked, to: seattleNumber }, bensToken)).status).toBe(201)
  })

  it('in quiet hours keeps no turn from others', async () => {
    // It is night in Seattle, and one message begins in 4 seconds.
    const clock = startSlow('0.25/1', { quietHours: night })
    await send()
    expect((await problemOf(await send({ ...unlinked, to: seattleNumber, clientToken: 'night' }))).code).toBe(
      'quiet-hours',
    )

    const other = send({ ...unlinked, to: '+442079460150' }, bensToken)
    expect((await clock.passTimeDuring(other)).status).toBe(201)
  })

  it('because quiet hours begin while it waits leaves its turn to others', async () => {
    const { clock, answer } = await startWaiting()
    const toParis = send({ ...unlinked, to: '+33612345678', clientToken: 'other' }, bensToken)
    passTime(9 * hour)
    await clock.passTime(1_000)

    expect((await problemOf(await answer)).code).toBe('quiet-hours')
    expect((await problemOf(await toParis)).code).toBe('quiet-hours')
    passTime(11 * hour)
    expect((await send({ clientToken: 'next day' })).status).toBe(201)
  })
})

describe('a message that waits for its turn', () => {
  it('is refused if quiet hours begin meanwhile, and takes no interval', async () => {
    const { clock, answer } = await startWaiting()
    passTime(9 * hour)

    expect(await issuesOf(await clock.passTimeDuring(answer))).toEqual([
      409,
      'quiet-hours',
      'not-created',
      'to quiet-hours',
    ])
    expect(numbersSentTo()).not.toContain(londonNumber)
    passTime(11 * hour)
    expect((await clock.passTimeDuring(send({ clientToken: 'next day' }))).status).toBe(201)
  })

  it('is not sent if its agent leaves meanwhile, and takes no interval', async () => {
    const leaving = new AbortController()
    const { clock, answer } = await startWaiting(leaving.signal)
    leaving.abort()

    await clock.passTimeDuring(answer)
    expect(numbersSentTo()).not.toContain(londonNumber)
    expect((await clock.passTimeDuring(send({ clientToken: 'next' }))).status).toBe(201)
  })
})
