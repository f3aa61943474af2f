import { expect, type Page } from '@playwright/test'
import { runBuiltProxy } from '../../src/simulators/built-proxy.ts'
import { startFarSide } from '../../src/simulators/far-side.ts'
import { freePort } from '../../src/simulators/free-port.ts'
import { linkedContact, nameField } from '../support/panel.ts'
import { shareInWorker, test as base } from '../support/worker.ts'

/** The origin of a panel for the agents of a SAML instance, whose identity provider for the panel needs another scope. */
const shareOrigin = shareInWorker<string>(async () => {
  const port = await freePort()
  const panelOrigin = `http://localhost:${port}`
  const farSide = await startFarSide({ panelOrigin, scenario: 'call', isSamlInstance: true })
  const proxy = await runBuiltProxy(port, { ...farSide.environment, OIDC_SCOPES: 'openid profile email' })
  return {
    thing: panelOrigin,
    stop: async () => {
      await proxy.stop()
      await farSide.close()
    },
  }
})

const test = base.extend<{ readonly panelOrigin: string }>({
  panelOrigin: async ({ atEnd }, provide) => provide(await shareOrigin(null, atEnd)),
})

const loadTimeoutMs = 15_000

const openSignIn = (page: Page) => page.getByRole('button', { name: 'Open the sign-in window' })

/**
 * Simulates the pop-up blocker. Chromium's own does not block in a test, because it takes Playwright's calls for presses of the
 * agent.
 */
const blockFirstWindow = (page: Page) =>
  page.addInitScript(() => {
    const open = window.open.bind(window)
    window.open = () => {
      window.open = open
      return null
    }
  })

/** Presses the button by keyboard, and returns the window that opens. */
async function pressed(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup')
  await openSignIn(page).press('Enter')
  return opening
}

test('an agent whose browser blocked or closed the window opens it by a button and signs in', async ({
  page,
  panelOrigin,
}) => {
  await blockFirstWindow(page)
  await page.clock.install()
  await page.goto(panelOrigin)
  await nameField(page).fill('Typed before the sign-in')
  await page.clock.fastForward(loadTimeoutMs)
  await expect(openSignIn(page)).toBeVisible()
  expect(page.context().pages()).toHaveLength(1)

  const closed = await pressed(page)
  await closed.getByRole('heading', { name: 'Sign in to Amazon Connect' }).waitFor()
  await closed.close()

  const login = await pressed(page)
  await login.getByRole('button', { name: 'Continue as an agent' }).click()
  await login.getByText('You are signed in.').waitFor()
  await page.clock.fastForward(loadTimeoutMs)

  await expect(linkedContact(page)).toContainText('Choose the contact this task is about.')
  await expect(nameField(page)).toHaveValue('Typed before the sign-in')
  await expect(openSignIn(page)).toBeHidden()
  await expect.poll(() => login.isClosed()).toBe(true)
})

test('the panel asks the identity provider for the configured scopes', async ({ page, panelOrigin }) => {
  const asked = page.waitForRequest((request) => new URL(request.url()).pathname === '/auth')
  await page.goto(panelOrigin)

  expect(new URL((await asked).url()).searchParams.get('scope')).toBe('openid profile email')
  await expect(nameField(page)).toBeVisible()
})
