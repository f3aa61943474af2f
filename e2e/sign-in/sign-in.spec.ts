import { expect } from '@playwright/test'
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
  openWindow,
  said,
  signInButton,
  test,
  tokensSent,
} from './sign-in-scene.ts'

const draftName = 'Call back about the refund'

/** Past the moment at which a token of ten minutes is renewed, and before it expires. */
const untilRenewal = '09:05'

test('an agent whom the provider knows is signed in inside another page without doing anything', async ({
  page,
  company,
}) => {
  await haveSession(page, company.proxy.origin, 'ana')
  await page.goto(company.hostOfSameSite)
  await name(framed(page)).fill(draftName)
  await expectSignedIn(framed(page))
  await createTask(framed(page))

  await expectCreated(framed(page))
})

test('a browser that keeps the provider’s cookies from frames needs one press, and no password', async ({
  page,
  company,
}) => {
  await haveSession(page, company.proxy.origin, 'ana')
  await page.goto(company.host)
  await expect(said(framed(page), 'Sign in to create tasks.')).toBeVisible()
  await signInButton(framed(page)).click()

  await expectSignedIn(framed(page))
})

test('an agent whom the provider does not know signs in in a window, and what was typed stays', async ({
  page,
  company,
}) => {
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

test('a window that the browser blocks is said, and the button stays', async ({ page, company }) => {
  await page.goto(`${company.host}#sandboxed`)
  const panel = framed(page)
  await name(panel).fill(draftName)
  await signInButton(panel).click()

  await expect(said(panel, 'The browser blocked the sign-in window.')).toBeVisible()
  await expect(signInButton(panel)).toBeFocused()
  await expect(name(panel)).toHaveValue(draftName)
})

test('a window that the agent closes is said, and the next one signs in', async ({ page, company }) => {
  await page.goto(company.host)
  const panel = framed(page)
  const window = await openWindow(page, panel)
  await window.close()
  await expect(said(panel, 'The sign-in window was closed before you were signed in.')).toBeVisible()
  await expect(signInButton(panel)).toBeFocused()
  await logIn(await openWindow(page, panel), 'ana')

  await expectSignedIn(panel)
})

test('a window lost behind the others is replaced by the next press', async ({ page, company }) => {
  await page.goto(company.host)
  const panel = framed(page)
  const lost = await openWindow(page, panel)
  const closed = lost.waitForEvent('close')
  const window = await openWindow(page, panel)
  await closed
  await logIn(window, 'ana')

  await expectSignedIn(panel)
})

test('what the provider refuses is told apart from a closed window', async ({ page, company }) => {
  await page.goto(company.host)
  const panel = framed(page)
  const window = await openWindow(page, panel)
  await window.getByRole('button', { name: 'Cancel' }).click()

  await expect(said(panel, 'Signing in did not work.')).toBeVisible()
  await expect(signInButton(panel)).toBeVisible()
})

test('the token is renewed before it expires, and the agent types on', async ({ page, company }) => {
  company.identity.behave({ tokenLifetimeSeconds: 6 })
  const tokens = tokensSent(page)
  await page.goto(company.proxy.origin)
  await logIn(page, 'ana')
  await expectSignedIn(page)
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

test('a frame without the provider’s cookies renews all the same, where refresh tokens are given', async ({
  page,
  company,
}) => {
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

test('a task refused for its token, after the provider’s session has ended, is sent after a sign-in', async ({
  page,
  company,
}) => {
  await page.clock.install()
  await haveSession(page, company.proxy.origin, 'ana')
  await page.goto(company.hostOfSameSite)
  const panel = framed(page)
  await expectSignedIn(panel)
  await name(panel).fill(draftName)
  company.identity.behave({ clockBehindSeconds: 3_600 })
  const renewed = page.waitForResponse(`${company.identity.issuer}/token`)
  await page.clock.fastForward(untilRenewal)
  await (await renewed).finished()
  company.identity.behave({ clockBehindSeconds: 0 })
  company.identity.signOutEverybody()
  await createTask(panel)

  await expect(said(panel, 'Your sign-in has ended.')).toBeVisible()
  await expect(name(panel)).toHaveValue(draftName)
  await logIn(await openWindow(page, panel), 'ana')
  await expectSignedIn(panel)
  await createTask(panel)
  await expectCreated(panel)
})

test('a session that ended at the provider is noticed at the renewal, and the draft stays', async ({
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
  await expect(said(panel, 'Your sign-in has ended. What you have typed is kept.')).toBeVisible()
  await expect(name(panel)).toHaveValue(draftName)
  await logIn(await openWindow(page, panel), 'ana')

  await expectSignedIn(panel)
  await expect(name(panel)).toHaveValue(draftName)
})

test('another person who signs in in the window is another agent from then on', async ({ page, company }) => {
  await page.clock.install()
  await page.goto(company.hostOfSameSite)
  const panel = framed(page)
  await logIn(await openWindow(page, panel), 'ana')
  await expectSignedIn(panel)
  company.identity.signOutEverybody()
  await page.clock.fastForward(untilRenewal)
  await expect(said(panel, 'Your sign-in has ended.')).toBeVisible()
  await logIn(await openWindow(page, panel), 'ben')

  await expect(panel.getByText('is signed in as Ana Ruiz, this panel as Ben Okafor.')).toBeVisible()
})

test('a renewal that finds another person’s session makes the panel theirs', async ({ page, company }) => {
  await page.clock.install()
  await haveSession(page, company.proxy.origin, 'ana')
  await page.goto(company.hostOfSameSite)
  const panel = framed(page)
  await expectSignedIn(panel)
  company.identity.signOutEverybody()
  await haveSession(page, company.proxy.origin, 'ben')
  await page.clock.fastForward(untilRenewal)

  await expect(panel.getByText('is signed in as Ana Ruiz, this panel as Ben Okafor.')).toBeVisible()
})

test('no token is in anything that the browser keeps, framed or not', async ({ page, context, company }) => {
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
  // Nor part of one, nor its like: every JSON Web Token begins so.
  expect(kept.join('\n')).not.toMatch(/eyJ|access_token|id_token|code_verifier/)
})

test('a panel that a CRM opens in a window signs in there, though it has an opener', async ({
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

test('a provider whose page is cut off from the one that opened it is heard all the same', async ({
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
