import type { Frame, Page } from '@playwright/test'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anyMoves, play, type Playable } from '../../simulators/ccp/page/random-play-harness.ts'
import { ccpFrame, session, startStreamsPages, type StreamsPages } from './page-harness.ts'

let pages: StreamsPages
let page: Page
let ccp: Frame
let pageErrors: Error[]

beforeAll(async () => {
  pages = await startStreamsPages('headless shell')
}, 60_000)

afterAll(() => pages.close())

beforeEach(async () => {
  pages.ccp.reset()
  page = await pages.newPage()
  pageErrors = []
  page.on('pageerror', (failure) => pageErrors.push(failure))
  await pages.open(page)
  await expect.poll(() => session(page), { timeout: 8_000 }).toMatchObject({ status: 'ready' })
  await page.evaluate(() => window.recordContactEvents())
  ccp = await ccpFrame(page)
})

afterEach(async () => {
  await page.close()
  expect(pageErrors).toEqual([])
})

const script = (): Playable => ({
  contactIds: () => ccp.evaluate(() => window.ccp.contactIds()),
  addContact: (contact) => ccp.evaluate((added) => window.ccp.addContact(added), contact),
  accept: (contactId) => ccp.evaluate((id) => window.ccp.accept(id), contactId),
  setState: (contactId, state) =>
    ccp.evaluate((wanted) => window.ccp.setState(wanted.contactId, wanted.state), { contactId, state }),
  setAttributes: (contactId, attributes) =>
    ccp.evaluate((wanted) => window.ccp.setAttributes(wanted.contactId, wanted.attributes), {
      contactId,
      attributes,
    }),
  select: (contactId) => ccp.evaluate((id) => window.ccp.select(id), contactId),
  showNone: () => ccp.evaluate(() => window.ccp.showNone()),
  remove: (contactId) => ccp.evaluate((id) => window.ccp.remove(id), contactId),
})

/** Removes all contacts. Returns the events of Streams for each since the last call, as a sentence. */
async function livesSinceThen(): Promise<string[]> {
  await ccp.evaluate(async () => {
    await Promise.all(window.ccp.contactIds().map((id) => window.ccp.remove(id)))
  })
  await expect.poll(() => session(page)).toMatchObject({ contacts: [] })
  const events = await page.evaluate(() => window.contactEvents.splice(0))
  const contactIds = new Set(events.map(({ contactId }) => contactId))
  return Array.from(contactIds, (id) =>
    events
      .filter(({ contactId }) => contactId === id)
      .map(({ name }) => name)
      .join(' '),
  )
}

/** The events of one contact: announced once, ended once, with no event between its end and its removal. */
const life =
  /^contact( incoming| pending| connecting| connected)*( acw| error| missed)* ended( missed)? destroyed$/

/** A contact that had ended when it was first seen has an end event only if no other event said so. */
const lateLife = /^contact (acw|error|ended) destroyed$/

describe('the real Streams on the simulated CCP', { timeout: 60_000 }, () => {
  it.each([
    ['voice', ['connecting', 'connected', 'ended'], 'contact connecting connected acw ended destroyed'],
    ['queue_callback', ['incoming', 'missed'], 'contact incoming ended missed destroyed'],
    ['chat', ['connecting', 'rejected'], 'contact connecting ended missed destroyed'],
    ['email', ['connecting', 'error'], 'contact connecting error missed ended destroyed'],
    ['task', ['connected', 'error'], 'contact connected error ended destroyed'],
    ['task', ['connected', 'paused', 'connected'], 'contact connected connected ended destroyed'],
    ['voice', ['connected', 'missed'], 'contact connected ended destroyed'],
    ['queue_callback', ['pending', 'incoming', 'ended'], 'contact pending incoming acw ended destroyed'],
    ['chat', ['ended'], 'contact acw destroyed'],
  ] as const)('follows a %s through %j: %s', async (channel, [first, ...states], sentence) => {
    const contactId = await ccp.evaluate((contact) => window.ccp.addContact(contact), {
      channel,
      state: first,
    })
    await states.reduce<Promise<unknown>>(
      (done, state) => done.then(() => script().setState(contactId, state)),
      Promise.resolve(),
    )

    expect(await livesSinceThen()).toEqual([sentence])
  })

  it.each([
    ['voice', undefined],
    ['chat', undefined],
    ['task', expect.stringContaining("reading 'create'")],
  ] as const)('gives out the connections of a %s, or throws: %s', async (channel, thrown) => {
    const contactId = await ccp.evaluate(
      (added) => window.ccp.addContact({ channel: added, state: 'connected' }),
      channel,
    )
    await expect.poll(() => session(page)).toMatchObject({ contacts: [{ contactId }] })

    expect(await page.evaluate((id) => window.readConnections(id), contactId)).toEqual(thrown)
  })

  it('goes through valid contact states only, for any played scenario', async () => {
    await fc.assert(
      fc.asyncProperty(anyMoves, async (moves) => {
        await moves.reduce<Promise<unknown>>(
          (done, move) => done.then(() => play(script(), move).catch(() => {})),
          Promise.resolve(),
        )

        const lives = await livesSinceThen()
        expect(lives.filter((each) => !life.test(each) && !lateLife.test(each))).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})
