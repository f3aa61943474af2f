import { expect } from '@playwright/test'
import { signedInPath } from '../../src/contract/page-paths.ts'
import { tasksPath } from '../../src/contract/tasks/task-paths.ts'
import {
  createTask,
  everythingKept,
  expectCreated,
  expectSignedIn,
  expiryOf,
  framed,
  haveSession,
  logIn,
  name,
  openLoginFrom,
  openOwnWindow,
  openWindow,
  said,
  signInButton,
  test,
  tokensSent,
  type Screen,
} from './sign-in-scene.ts'
import { chooseDestination } from '../support/panel.ts'

const draftName = 'Call back about the refund'

/** After the renewal of a ten-minute token, and before its expiry. */
const untilRenewal = '09:05'

/** After its expiry. */
const untilExpiry = '10:05'

/** After the next try to reach the provider. */
const untilNextTry = '00:20'

test('an agent with a session at the provider is signed in inside a frame without any action, or with one press and no password where the browser blocks the provider’s cookies in frames', async ({
  page,
  company,
}) => {
  await haveSession(page, company.proxy.origin, 'ana')
  await test.step('without any action in a frame with the cookies', async () => {
    await page.goto(company.hostOfSameSite)
    await name(framed(page)).fill(draftName)
    await expectSignedIn(framed(page))
    await createTask(framed(page))
    await expectCreated(framed(page))
  })
  await test.step('with one press in a frame without them', async () => {
    await page.goto(company.host)
    await expect(said(framed(page), 'Sign in to create tasks.')).toBeVisible()
    await signInButton(framed(page)).click()
    await expectSignedIn(framed(page))
  })
})

test('an agent without a session signs in in a window, and the draft stays', async ({ page, company }) => {
  await page.goto(company.host)
  const panel = framed(page)
  await expect(said(panel, 'Sign in to create tasks.')).toBeVisible()
  await name(panel).fill(draftName)
  const window = await openWindow(page, panel)
  await expect(said(panel, 'A window has opened for you to sign in.')).toBeVisible()
  const closed = window.waitForEvent('close')
  await logIn(window, 'ana')
  await closed

  await expectSignedIn(panel)
  await expect(name(panel)).toHaveValue(draftName)
  await createTask(panel)
  await expectCreated(panel)
})

test('the panel reports a blocked window, and the button stays', async ({ page, company }) => {
  await page.goto(`${company.host}#sandboxed`)
  const panel = framed(page)
  await name(panel).fill(draftName)
  await signInButton(panel).click()

  await expect(said(panel, 'The browser blocked the sign-in window.')).toBeVisible()
  await expect(signInButton(panel)).toBeFocused()
  await expect(name(panel)).toHaveValue(draftName)
})

test('the panel distinguishes a replaced, a refused and a closed sign-in window, and the next one signs in', async ({
  page,
  company,
}) => {
  await page.goto(company.host)
  const panel = framed(page)
  await test.step('pressing again replaces a window that is hidden behind others', async () => {
    const lost = await openWindow(page, panel)
    const closed = lost.waitForEvent('close')
    const window = await openWindow(page, panel)
    await closed
    await test.step('a refusal of the provider is not taken for a closed window', async () => {
      await window.getByRole('button', { name: 'Cancel' }).click()
      await expect(said(panel, 'Signing in did not work.')).toBeVisible()
      await expect(signInButton(panel)).toBeVisible()
    })
  })
  await test.step('the panel reports a closed window, and the next one signs in', async () => {
    const window = await openWindow(page, panel)
    await window.close()
    await expect(said(panel, 'The sign-in window was closed before you were signed in.')).toBeVisible()
    await expect(signInButton(panel)).toBeFocused()
    const own = await openOwnWindow(page)
    await logIn(await openLoginFrom(own), 'ana')
    await expectSignedIn(panel)
  })
})

test('the token is renewed before it expires while the agent types, and a crash of the sign-in notice leaves the CCP in the page', async ({
  page,
  company,
}) => {
  company.identity.behave({ tokenLifetimeSeconds: 6 })
  const tokens = tokensSent(page)
  await page.goto(company.proxy.origin)
  await logIn(page, 'ana')
  await expectSignedIn(page)
  await test.step('the token is renewed', async () => {
    await name(page).fill(draftName)
    const [first = ''] = tokens
    await expect.poll(() => expiryOf(first) - Date.now()).toBeLessThan(0)
    await expect(name(page)).toBeFocused()
    await expectSignedIn(page)
    await expect(name(page)).toHaveValue(draftName)
    await createTask(page)
    await expectCreated(page)
    expect(expiryOf(tokens.at(-1) ?? '')).toBeGreaterThan(Date.now())
  })
  await test.step('the notice crashes', async () => {
    const ccp = await page.waitForSelector('iframe[title="Contact Control Panel"]', { state: 'attached' })
    await page.context().clearCookies()
    await expect(said(page, 'Your sign-in has ended.')).toBeVisible()
    // Removes the notice as a browser extension might. React then fails to remove it.
    await page.evaluate(() => {
      const roots = [...document.querySelectorAll('[data-tasklink]')].flatMap(
        ({ shadowRoot }) => shadowRoot ?? [],
      )
      const notices = roots[0]?.querySelector('.tl-notices')
      const notice = notices?.querySelector('.tl-notice')
      if (notice) notices?.append(notice)
    })
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await logIn(await opened, 'ana')
    await expect(page.getByRole('alert')).toContainText('The task panel has failed.')
    expect(await ccp.evaluate((frame) => frame.isConnected)).toBe(true)
  })
})

test('an agent who goes back to the provider and signs in again comes to the panel, not to a page that asks to close it', async ({
  page,
  company,
}) => {
  const answered = page.waitForRequest((request) => new URL(request.url()).pathname === signedInPath)
  await page.goto(company.proxy.origin)
  await logIn(page, 'ana')
  const answer = (await answered).url()
  await expectSignedIn(page)
  await page.goBack({ waitUntil: 'commit' })
  // Many providers accept a login page twice, and answer the same request again.
  await page.goto(answer)

  await expectSignedIn(page)
  await expect(page).toHaveURL(`${company.proxy.origin}/`)
})

test('a frame without the provider’s cookies renews with a refresh token', async ({ page, company }) => {
  company.identity.behave({ givesRefreshTokens: true })
  const tokens = tokensSent(page)
  await page.clock.install()
  await page.goto(company.host)
  const panel = framed(page)
  await logIn(await openWindow(page, panel), 'ana')
  await expectSignedIn(panel)
  await name(panel).fill(draftName)
  const renewed = page.waitForResponse(`${company.identity.issuer}/token`)
  await page.clock.fastForward(untilRenewal)
  await (await renewed).finished()
  await createTask(panel)

  await expectCreated(panel)
  expect(tokens.at(-1)).not.toBe(tokens[0])
})

test('a sign-in that expired offline is renewed later by itself, and a task refused after the session has ended is sent after a sign-in', async ({
  page,
  context,
  company,
}) => {
  await page.clock.install()
  await haveSession(page, company.proxy.origin, 'ana')
  await page.goto(company.hostOfSameSite)
  const panel = framed(page)
  await expectSignedIn(panel)
  await name(panel).fill(draftName)
  // The token expires while the computer is offline. Later the panel signs in by itself.
  await context.setOffline(true)
  await page.clock.fastForward(untilExpiry)
  await expect(said(panel, 'Your sign-in has ended. What you type is kept.')).toBeVisible()
  await context.setOffline(false)
  await page.clock.fastForward(untilNextTry)
  await expectSignedIn(panel)
  await chooseDestination(panel, 'Callback requests')
  company.identity.behave({ clockBehindSeconds: 3_600 })
  const renewed = page.waitForResponse(`${company.identity.issuer}/token`)
  await page.clock.fastForward(untilRenewal)
  await (await renewed).finished()
  company.identity.behave({ clockBehindSeconds: 0 })
  company.identity.signOutEverybody()
  await panel.getByRole('button', { name: /^Create task/ }).click()

  await expect(said(panel, 'Your sign-in has ended.')).toBeVisible()
  await expect(name(panel)).toHaveValue(draftName)
  await logIn(await openWindow(page, panel), 'ana')
  await expectSignedIn(panel)
  await createTask(panel)
  await expectCreated(panel)
})

test('the renewal notices that the session at the provider has ended, and the draft stays', async ({
  page,
  company,
}) => {
  await page.clock.install()
  await page.goto(company.host)
  const panel = framed(page)
  await logIn(await openWindow(page, panel), 'ana')
  await expectSignedIn(panel)
  await name(panel).fill(draftName)
  company.identity.signOutEverybody()
  await page.clock.fastForward(untilRenewal)
  await expect(said(panel, 'Your sign-in has ended. What you type is kept.')).toBeVisible()
  await expect(name(panel)).toHaveValue(draftName)
  await logIn(await openWindow(page, panel), 'ana')

  await expectSignedIn(panel)
  await expect(name(panel)).toHaveValue(draftName)
})

const expectQuestion = (screen: Screen) =>
  expect(screen.getByRole('heading', { name: 'The task may have been created' })).toBeVisible()

test('if a renewal finds the session of another person, the panel changes to that agent, and the first one is asked later about the task that was being sent', async ({
  page,
  context,
  company,
}) => {
  await page.clock.install()
  await haveSession(page, company.proxy.origin, 'ana')
  await page.goto(company.hostOfSameSite)
  const panel = framed(page)
  await expectSignedIn(panel)
  await name(panel).fill(draftName)
  // The task is created, and its answer never comes.
  await context.route(`**${tasksPath}`, async (route) => void (await route.fetch()))
  await createTask(panel)
  await expect(panel.getByRole('button', { name: 'Creating…' })).toBeVisible()
  company.identity.signOutEverybody()
  await haveSession(page, company.proxy.origin, 'ben')
  await page.clock.fastForward(untilRenewal)

  await expect(panel.getByText('is signed in as Ana Ruiz, this panel as Ben Okafor.')).toBeVisible()
  await expect(name(panel)).toHaveValue('')
  await expect(panel.getByText('may have been created')).toHaveCount(0)
  company.identity.signOutEverybody()
  // While the question is open, no destination can be chosen.
  await haveSession(page, company.proxy.origin, 'ana', expectQuestion)
  await page.clock.fastForward(untilRenewal)
  await expectQuestion(panel)
  await expect(name(panel)).toHaveValue(draftName)
})

test('the browser stores no token, framed or not', async ({ page, context, company }) => {
  const tokens = tokensSent(page)
  await page.goto(company.hostOfSameSite)
  const panel = framed(page)
  await logIn(await openWindow(page, panel), 'ana')
  await expectSignedIn(panel)
  await name(panel).fill(draftName)
  const tab = await context.newPage()
  await tab.goto(company.proxy.origin)
  await expectSignedIn(tab)
  const element = await page.waitForSelector('iframe[title="Tasks"]')
  const frame = await element.contentFrame()
  if (!frame) throw new Error('The host’s frame holds no page.')
  const kept = [
    await everythingKept(frame),
    await everythingKept(tab.mainFrame()),
    JSON.stringify(await context.cookies()),
  ]

  expect(tokens.length).toBeGreaterThan(1)
  for (const token of new Set(tokens)) expect(kept.join('\n')).not.toContain(token)
  // Each JSON Web Token begins with eyJ.
  expect(kept.join('\n')).not.toMatch(/eyJ|access_token|id_token|code_verifier/)
})

test('a panel that a CRM opened in a window signs in there, although it has an opener', async ({
  page,
  company,
}) => {
  await page.goto(company.host)
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Tasks in a window' }).click()
  const window = await opened
  await logIn(window, 'ana')

  await expectSignedIn(window)
})

test('the sign-in works with a provider that isolates its page from its opener', async ({
  page,
  company,
}) => {
  company.identity.behave({ isolatesLoginPage: true })
  await page.goto(company.hostOfSameSite)
  const panel = framed(page)
  const window = await openWindow(page, panel)
  await expect(said(panel, 'The sign-in window was closed')).toBeVisible()
  await logIn(window, 'ana')

  await expectSignedIn(panel)
})

test('the panel names the permission that its sandbox lacks, and other login pages work without it', async ({
  page,
  company,
}) => {
  company.identity.behave({ isolatesLoginPage: true })
  await page.goto(`${company.host}#windows-sandboxed`)
  const refused = page.waitForEvent('popup')
  await signInButton(framed(page)).click()
  await expect.poll(async () => (await refused).url()).toMatch(/^chrome-error:/)
  await expect(said(framed(page), 'sandbox needs allow-popups-to-escape-sandbox')).toBeVisible()
  company.identity.behave({ isolatesLoginPage: false })
  await logIn(await openWindow(page, framed(page)), 'ana')

  await expectSignedIn(framed(page))
})
