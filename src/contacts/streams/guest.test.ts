import type { Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { usualOpening } from '../../simulators/ccp/page/session/opening.ts'
import { ana } from '../../simulators/instance/instance.ts'
import { createStreamsGuest } from './guest.ts'
import { addContact, ccpFrame, session, startStreamsPages, type StreamsPages } from './page-harness.ts'

// The error that Streams' own keep-alive throws after the desktop's `terminate`, until its next `initCCP` (2.28.2).
const noConduit = 'There is no upstream conduit!'

let pages: StreamsPages
let page: Page
let pageErrors: Error[]

beforeAll(async () => {
  pages = await startStreamsPages('headless shell')
}, 60_000)

afterAll(() => pages.close())

beforeEach(async () => {
  pages.ccp.reset()
  page = await pages.newPage()
  pageErrors = []
  page.on('pageerror', (failure) => failure.message !== noConduit && pageErrors.push(failure))
})

afterEach(async () => {
  await page.close()
  expect(pageErrors).toEqual([])
})

const now = () => session(page)
const eventually = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 8_000, interval: 20 })
const startDesktop = () => page.evaluate(() => window.startDesktop())
const mount = () => page.evaluate(() => window.mount())
const agentIsKnown = () => eventually(() => page.evaluate(() => window.isAgentKnown())).toBe(true)

const ready = {
  status: 'ready',
  agent: { userId: ana.userId },
  contacts: [{ channel: 'voice', state: 'connected' }],
  currentContactId: expect.any(String),
}

describe('createStreamsGuest()', { timeout: 30_000 }, () => {
  it('has contacts from before the panel', async () => {
    await pages.openGuest(page, 'scenario=call')
    await startDesktop()
    await agentIsKnown()

    await mount()

    await eventually(now).toMatchObject(ready)
  })

  it('waits for a desktop that starts Streams after the panel', async () => {
    await pages.openGuest(page, 'scenario=call')
    await mount()
    expect(await now()).toEqual({ status: 'connecting' })

    await startDesktop()

    await eventually(now).toMatchObject(ready)
  })

  it('is not answering while the desktop does not start Streams', async () => {
    await pages.openGuest(page, 'scenario=call', { initTimeoutMs: '300' })
    await mount()
    await eventually(now).toEqual({ status: 'not-answering' })

    await startDesktop()

    await eventually(now).toMatchObject(ready)
  })

  it('is not answering with a silent CCP', async () => {
    pages.ccp.openNext({ ...usualOpening, speech: 'silent' })
    await pages.openGuest(page, 'scenario=call', { initTimeoutMs: '300' })
    await startDesktop()
    await mount()

    await eventually(now).toEqual({ status: 'not-answering' })
  })

  it('follows the contact that the CCP shows, and its state', async () => {
    await pages.openGuest(page)
    await startDesktop()
    await mount()
    await eventually(now).toMatchObject({ status: 'ready', contacts: [] })
    const callId = await addContact(page, { channel: 'voice', state: 'connected' })
    const chatId = await addContact(page, { channel: 'chat', state: 'connected' })
    await eventually(now).toMatchObject({ contacts: [{ contactId: callId }, { contactId: chatId }] })
    const ccp = await ccpFrame(page)

    await ccp.evaluate((id) => window.ccp.select(id), chatId)
    await eventually(now).toMatchObject({ currentContactId: chatId })
    await ccp.evaluate((id) => window.ccp.setState(id, 'ended'), chatId)
    await eventually(now).toMatchObject({ contacts: [{}, { state: 'ended' }] })
    await ccp.evaluate((id) => window.ccp.remove(id), chatId)

    await eventually(now).toMatchObject({ contacts: [{ contactId: callId }], currentContactId: callId })
  })

  it('works with an old Streams that lacks most events', async () => {
    await pages.openGuest(page, 'scenario=call')
    await page.evaluate(() => window.removeLaterFunctions())
    await startDesktop()
    await mount()

    await eventually(now).toMatchObject(ready)
  })

  it('drops the contacts when the desktop ends Streams, and follows the next one', async () => {
    await pages.openGuest(page, 'scenario=call')
    await startDesktop()
    await mount()
    await eventually(now).toMatchObject(ready)

    await page.evaluate(() => window.stopDesktop())
    await eventually(now).toEqual({ status: 'connecting' })
    await startDesktop()

    await eventually(now).toMatchObject(ready)
  })

  it('leaves no subscription after it was opened and closed a hundred times', async () => {
    await pages.openGuest(page, 'scenario=call')
    await startDesktop()
    await agentIsKnown()
    const before = await page.evaluate(() => window.subscriptions())

    const during = await page.evaluate(() => {
      const counts = new Set<number>()
      for (let round = 0; round < 100; round += 1) {
        const source = window.openSource()
        counts.add(window.subscriptions())
        source.close()
      }
      return [...counts]
    })

    expect(during).toEqual([expect.any(Number)])
    expect(during[0]).toBeGreaterThan(before)
    expect(await page.evaluate(() => window.subscriptions())).toBe(before)
  })

  it('announces nothing after it is closed', async () => {
    await pages.openGuest(page, 'scenario=call')
    await startDesktop()
    await mount()
    await eventually(now).toMatchObject(ready)
    const announced = await page.evaluate(() => window.sessions.length)

    await page.evaluate(() => window.source.close())
    await addContact(page, { channel: 'chat', state: 'connected' })

    expect(await page.evaluate(() => window.sessions.length)).toBe(announced)
    expect(await now()).toMatchObject({ contacts: [{ channel: 'voice' }] })
  })

  it.each([
    ['nothing', {}],
    ['a core without an event bus', { agent: () => {}, core: {} }],
    ['no way to the agent', { core: { getEventBus: () => undefined } }],
  ])('throws for %s, which is not the global of Streams', (_what, connect) => {
    expect(() => createStreamsGuest({ connect })).toThrow('`connect` must be the global that')
  })
})
