import type { Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { usualOpening } from '../../simulators/ccp/page/session/opening.ts'
import { ana } from '../../simulators/instance/instance.ts'
import { createStreamsOwner } from './owner.ts'
import { addContact, ccpFrame, session, startStreamsPages, type StreamsPages } from './page-harness.ts'

const contactIdPattern = /^[0-9a-f-]{36}$/

let pages: StreamsPages
let page: Page
let pageErrors: Error[]

beforeAll(async () => {
  pages = await startStreamsPages('full')
}, 60_000)

afterAll(() => pages.close())

beforeEach(async () => {
  pages.ccp.reset()
  page = await pages.newPage()
  pageErrors = []
  page.on('pageerror', (failure) => pageErrors.push(failure))
})

afterEach(async () => {
  await page.close()
  expect(pageErrors).toEqual([])
})

const now = () => session(page)

const pressSignIn = () =>
  page.evaluate(() => {
    const snapshot = window.source.getSnapshot()
    return 'signIn' in snapshot && snapshot.signIn?.()
  })

async function signInWindow(): Promise<Page> {
  const opening = page.waitForEvent('popup')
  await pressSignIn()
  const login = await opening
  await login.waitForLoadState()
  return login
}

const eventually = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 8_000, interval: 20 })

describe('createStreamsOwner() with the real Streams', { timeout: 20_000 }, () => {
  it('is ready with the agent and the call', async () => {
    await pages.open(page, 'scenario=call')

    await eventually(now).toMatchObject({
      status: 'ready',
      agent: { userId: ana.userId, name: 'Ana Ruiz' },
      contacts: [{ channel: 'voice', state: 'connected', displayName: '+12065550142' }],
      currentContactId: expect.stringMatching(contactIdPattern),
    })
  })

  it('begins as connecting and announces a session once for each message', async () => {
    await pages.open(page, 'scenario=call')

    await eventually(now).toMatchObject({ status: 'ready' })
    const announced = await page.evaluate(() => window.sessions.map(({ status }) => status))
    expect(announced).toEqual(['connecting', 'ready'])
  })

  it('follows a call from ringing through after-contact work to its end', async () => {
    await pages.open(page)
    const contactId = await addContact(page, { channel: 'voice' })
    await eventually(now).toMatchObject({
      contacts: [{ contactId, state: 'connecting' }],
      currentContactId: contactId,
    })

    const ccp = page.frameLocator('[title="Contact Control Panel"]')
    await ccp.getByRole('button', { name: 'Accept +12065550142' }).click()
    await eventually(now).toMatchObject({ contacts: [{ contactId, state: 'connected' }] })

    await ccp.getByRole('button', { name: 'End +12065550142' }).click()
    await eventually(now).toMatchObject({
      contacts: [{ contactId, state: 'ended' }],
      currentContactId: contactId,
    })

    await ccp.getByRole('button', { name: 'Close +12065550142' }).click()
    await eventually(now).toMatchObject({ status: 'ready', contacts: [] })
    expect(await now()).not.toHaveProperty('currentContactId')
  })

  it('knows whether the agent views the call or the chat, with no other session in between', async () => {
    await pages.open(page, 'scenario=call-and-chat')
    const ccp = await ccpFrame(page)
    const [callId, chatId] = await ccp.evaluate(() => window.ccp.contactIds())
    await eventually(now).toMatchObject({ currentContactId: callId })

    await ccp.getByRole('button', { name: 'Chat Jonas Weber' }).click()

    await eventually(now).toMatchObject({ currentContactId: chatId })
    const current = await page.evaluate(() =>
      window.sessions.map((seen) => (seen.status === 'ready' ? seen.currentContactId : seen.status)),
    )
    // The first snapshot arrives one message before the first view. Until then no contact is current.
    expect(current).toEqual(['connecting', undefined, callId, chatId])
  })

  it('has the other contact as current when the viewed one is closed', async () => {
    await pages.open(page, 'scenario=call-and-chat')
    const ccp = await ccpFrame(page)
    const [callId, chatId] = await ccp.evaluate(() => window.ccp.contactIds())
    await eventually(now).toMatchObject({ currentContactId: callId })

    await ccp.evaluate((id) => window.ccp.remove(id), String(callId))

    await eventually(now).toMatchObject({ currentContactId: chatId })
  })

  it('names a chat by its customer, and keeps the same snapshot when other attributes change', async () => {
    await pages.open(page)
    const contactId = await addContact(page, {
      channel: 'chat',
      displayName: 'Maya Lopez',
      state: 'connected',
    })
    await eventually(now).toMatchObject({
      contacts: [{ displayName: 'Maya Lopez' }],
      currentContactId: contactId,
    })
    const before = await page.evaluateHandle(() => window.source.getSnapshot())

    const ccp = await ccpFrame(page)
    await ccp.evaluate((id) => window.ccp.setAttributes(id, { orderId: '7' }), contactId)
    await ccp.evaluate((id) => window.ccp.setState(id, 'ended'), contactId)

    await eventually(now).toMatchObject({ contacts: [{ state: 'ended' }] })
    expect(await page.evaluate((kept) => window.sessions.indexOf(kept), before)).toBe(
      (await page.evaluate(() => window.sessions.length)) - 2,
    )
    expect(pages.reported.at(-1)).toContain('"attributes":{"orderId":"7"}')
  })

  it('has contacts on all five channels together without an error in the page', async () => {
    await pages.open(page)
    const ccp = await ccpFrame(page)
    await ccp.getByText('Simulate').click()
    await ccp.getByRole('button', { name: 'Incoming call', exact: true }).click()
    await ccp.getByRole('button', { name: 'Incoming callback' }).click()
    await ccp.getByRole('button', { name: 'Incoming chat' }).click()
    await ccp.getByRole('button', { name: 'Incoming task' }).click()
    await ccp.getByRole('button', { name: 'Incoming email' }).click()

    const ring = 'connecting'
    await eventually(now).toMatchObject({
      contacts: [
        { channel: 'voice', state: ring, displayName: '+12065550142' },
        { channel: 'queue_callback', state: 'incoming', displayName: '+12065550164' },
        { channel: 'chat', state: ring, displayName: 'Jonas Weber' },
        { channel: 'task', state: ring, displayName: 'Check the new address' },
        { channel: 'email', state: ring, displayName: 'Where is my parcel?' },
      ],
    })
  })

  it('lets Connect know a contact before the page does', async () => {
    await pages.open(page)
    const contactId = await addContact(page, { channel: 'task', state: 'connected' })

    await eventually(now).toMatchObject({ contacts: [{ contactId }] })
    expect(pages.reported.at(-1)).toContain(`"contactId":"${contactId}"`)
  })

  it('starts one CCP for two sources, and continues when the first source closes', async () => {
    await pages.open(page, 'scenario=call')
    await page.evaluate(() => {
      window.source.close()
      window.source = window.openSource()
    })

    await eventually(now).toMatchObject({ status: 'ready', contacts: [{ state: 'connected' }] })
    expect(await page.locator('iframe').count()).toBe(1)
    expect(await page.evaluate(() => window.sessions.length)).toBe(1)
  })

  it('is not answering with a silent CCP', async () => {
    pages.ccp.openNext({ ...usualOpening, speech: 'silent' })
    await pages.open(page, 'scenario=call', { loadTimeoutMs: '300' })

    await eventually(now).toEqual({ status: 'not-answering' })
  })

  it('is not answering when Streams cannot be loaded', async () => {
    await page.route(/connect-streams/, (route) => route.abort())
    await pages.open(page, 'scenario=call')

    await eventually(now).toEqual({ status: 'not-answering' })
    expect(pageErrors.splice(0)).toMatchObject([
      { message: expect.stringContaining('dynamically imported module') },
    ])
  })

  it('is ready when a CCP answers late', async () => {
    pages.ccp.openNext({ ...usualOpening, acknowledgementDelayMs: 1_800 })
    await pages.open(page, 'scenario=call', { loadTimeoutMs: '1500' })

    await eventually(now).toEqual({ status: 'not-answering' })
    await eventually(now).toMatchObject({ status: 'ready', contacts: [{ channel: 'voice' }] })
  })

  it('is signed out after the agent signed out, and ready again after the next sign-in', async () => {
    await pages.open(page, 'scenario=call')
    await eventually(now).toMatchObject({ status: 'ready' })
    const ccp = page.frameLocator('[title="Contact Control Panel"]')
    await ccp.getByText('Simulate').click()
    await ccp.getByRole('button', { name: 'Sign out' }).click()
    await eventually(now).toEqual({ status: 'signed-out' })

    await ccp.getByRole('button', { name: 'Sign in' }).click()

    await eventually(now).toMatchObject({ status: 'ready', contacts: [{ state: 'connected' }] })
  })

  it('needs a sign-in, and is ready again with the same contacts after it', async () => {
    await pages.open(page, 'scenario=call')
    await eventually(now).toMatchObject({ status: 'ready', currentContactId: expect.any(String) })
    const before = await now()
    const ccp = await ccpFrame(page)
    await ccp.evaluate(() => window.ccp.refuse('auth_fail'))
    await eventually(now).toEqual({ status: 'sign-in-needed' })

    await ccp.getByRole('button', { name: 'Sign in' }).click()

    await eventually(now).toEqual(before)
  })

  it('is denied access, and is ready again once access is allowed', async () => {
    await pages.open(page, 'scenario=call')
    await eventually(now).toMatchObject({ status: 'ready' })
    const ccp = await ccpFrame(page)
    await ccp.evaluate(() => window.ccp.refuse('access_denied'))
    await eventually(now).toEqual({ status: 'access-denied' })

    await ccp.getByRole('button', { name: 'Allow it again' }).click()

    await eventually(now).toMatchObject({ status: 'ready' })
  })

  it('does not understand a CCP until it describes its agent', async () => {
    await pages.open(page, 'scenario=call')
    await eventually(now).toMatchObject({ status: 'ready' })
    const ccp = await ccpFrame(page)
    await ccp.evaluate(() => {
      const snapshot = { state: { name: 'Available', type: 'routable' }, contacts: [] }
      const configuration = { routingProfile: { queues: [] } }
      window.parent.postMessage({ event: 'agent::update', data: { configuration, snapshot } }, '*')
    })
    await eventually(now).toEqual({ status: 'not-understood' })

    await ccp.evaluate(() => window.ccp.setAgentState('Break'))

    await eventually(now).toMatchObject({ status: 'ready', contacts: [{ channel: 'voice' }] })
  })

  it('has the same contacts, selection and attributes after a reload', async () => {
    await pages.open(page, 'scenario=call-and-chat')
    const ccp = await ccpFrame(page)
    const [, chatId] = await ccp.evaluate(() => window.ccp.contactIds())
    await ccp.evaluate((id) => window.ccp.select(id), String(chatId))
    await ccp.evaluate((id) => window.ccp.setAttributes(id, { orderId: '7' }), String(chatId))
    await eventually(now).toMatchObject({ currentContactId: chatId })
    const before = await now()

    await page.reload()

    await eventually(now).toEqual(before)
    expect(pages.reported.at(-1)).toContain('"orderId":"7"')
  })

  it('stays ready when a proper acknowledgement follows an unusable one', async () => {
    pages.ccp.openNext({ ...usualOpening, speech: 'first-without-data', acknowledgementDelayMs: 200 })
    await pages.open(page, 'scenario=call')

    await eventually(now).toMatchObject({ status: 'ready', contacts: [{ channel: 'voice' }] })
  })

  it('waits for an agent who signs in late', async () => {
    pages.ccp.openNext({ ...usualOpening, agentDelayMs: 3_000 })
    await pages.open(page, 'scenario=call')
    const frame = await ccpFrame(page)
    await expect.poll(() => frame.evaluate(() => window.ccp.received().length)).toBeGreaterThan(0)
    expect(await now()).toEqual({ status: 'connecting' })

    await eventually(now).toMatchObject({ status: 'ready' })
  })

  it('opens the login address of a SAML instance in a window of the wanted size, and only one window', async () => {
    pages.ccp.openNext({ ...usualOpening, speech: 'silent' })
    const loginUrl = `${pages.ccp.url}?saml-login`
    const opening = page.waitForEvent('popup')
    await pages.open(page, 'scenario=call', { loginUrl, loginPopup: 'yes', loadTimeoutMs: '300' })
    const login = await opening
    expect(login.url()).toBe(loginUrl)
    expect(await login.evaluate(() => window.innerWidth)).toBe(500)

    expect(await pressSignIn()).toBe(true)

    expect(page.context().pages()).toHaveLength(2)
  })

  it('opens the window again after the agent closed it, when asked', async () => {
    pages.ccp.openNext({ ...usualOpening, speech: 'silent' })
    const loginUrl = `${pages.ccp.url}?saml-login`
    await pages.open(page, 'scenario=call', { loginUrl, loadTimeoutMs: '300' })
    await eventually(now).toMatchObject({ status: 'not-answering' })
    const first = await signInWindow()
    await first.close()

    const second = await signInWindow()

    expect(second.url()).toBe(loginUrl)
  })

  it('loads the CCP again for an agent who signs in after Streams gave up', async () => {
    pages.ccp.openNext({ ...usualOpening, speech: 'silent' })
    await pages.open(page, 'scenario=call', { loadTimeoutMs: '100' })
    await page.locator('iframe').waitFor()
    await page.evaluate(() => window.untilStreamsGivesUp())
    pages.ccp.reset()
    expect(await pressSignIn()).toBe(true)

    await eventually(now).toMatchObject({ status: 'ready', contacts: [{ channel: 'voice' }] })
  })

  it.each(['javascript:alert(1)', 'http://login.example.com/', 'data:text/html,x', ''])(
    'refuses %j as an address of the CCP and of the login page',
    (address) => {
      const refused = /must be a whole https:\/\/ address/
      const options = { container: Object.create(null), softphone: { allowFramedSoftphone: false } }
      const ccpUrl = 'https://example.my.connect.aws/ccp-v2/'

      expect(() => createStreamsOwner({ ...options, ccpUrl, loginUrl: address })).toThrow(refused)
      expect(() => createStreamsOwner({ ...options, ccpUrl: address })).toThrow(refused)
    },
  )
})
