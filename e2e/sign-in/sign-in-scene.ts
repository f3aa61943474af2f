import { createServer } from 'node:http'
import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { decodeJwt } from 'jose'
import { signedInPath } from '../../src/contract/page-paths.ts'
import { runBuiltProxy, type BuiltProxy } from '../../src/simulators/built-proxy.ts'
import { startFarSide } from '../../src/simulators/far-side.ts'
import { freePort } from '../../src/simulators/free-port.ts'
import {
  startIdentitySimulator,
  type IdentitySimulator,
} from '../../src/simulators/identity/identity-simulator.ts'
import { ana, ben } from '../../src/simulators/instance/instance.ts'
import { listen, stopListening } from '../../src/simulators/listen.ts'
import { chooseDestination, expectOnOffer } from '../support/panel.ts'
import { shareInWorker, test as base } from '../support/worker.ts'

/** The product with an identity provider that shows a login form, and a page on another site that embeds the panel. */
interface Company {
  readonly identity: IdentitySimulator
  readonly proxy: BuiltProxy
  /**
   * A page on another site that embeds the panel. With `#sandboxed` the frame may not open windows. With `#windows-sandboxed`
   * its windows are sandboxed too, with `#only-frame-sandboxed` they are not. Like more and more browsers, this one gives such
   * a frame no cookies of the provider and a separate storage.
   */
  readonly host: string
  /** The same page on the panel's site but another origin: the frame has the provider's cookies. */
  readonly hostOfSameSite: string
}

const hostPage = (panel: string) => `<!doctype html>
<html lang="en">
  <title>CRM</title>
  <style>iframe { inline-size: 100%; block-size: 700px }</style>
  <a href="${panel}" target="_blank" rel="opener">Tasks in a window</a>
  <iframe title="Tasks" src="about:blank"></iframe>
  <script>
    const frame = document.querySelector('iframe')
    const sandboxes = {
      '#sandboxed': '',
      '#windows-sandboxed': 'allow-popups',
      '#only-frame-sandboxed': 'allow-popups allow-popups-to-escape-sandbox',
    }
    const allowed = sandboxes[location.hash]
    if (allowed !== undefined) frame.sandbox = 'allow-scripts allow-same-origin allow-forms ' + allowed
    frame.src = '${panel}'
  </script>
</html>`

const shareCompany = shareInWorker<Company>(async () => {
  const port = await freePort()
  const panel = `http://localhost:${port}`
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(hostPage(panel))
  })
  // 127.0.0.1: cross-site with localhost for cookies and storage.
  const host = await listen(server, 0)
  const farSide = await startFarSide({ panelOrigin: panel, scenario: 'empty' })
  const hostOfSameSite = `http://localhost:${new URL(host).port}`
  farSide.ccp.approve([panel, host, hostOfSameSite])
  const identity = await startIdentitySimulator({
    redirectUris: [`${panel}${signedInPath}`],
    audience: farSide.environment['OIDC_AUDIENCE'] ?? '',
    clientId: farSide.environment['OIDC_CLIENT_ID'] ?? '',
    user: ana,
    loginForm: { otherUsers: [ben] },
  })
  const environment = {
    ...farSide.environment,
    ...identity.environment,
    FRAME_ANCESTORS: `${host} ${hostOfSameSite}`,
  }
  const proxy = await runBuiltProxy(port, environment)
  return {
    thing: { identity, proxy, host, hostOfSameSite },
    stop: async () => {
      await proxy.stop()
      await Promise.all([identity.close(), farSide.close(), stopListening(server)])
    },
  }
})

export const test = base.extend<{ readonly company: Company }>({
  company: async ({ atEnd }, provide) => {
    const company = await shareCompany(null, atEnd)
    company.identity.reset()
    await provide(company)
  },
})

/** The page or frame that shows the panel. */
export type Screen = Page | FrameLocator

export const framed = (page: Page): FrameLocator => page.frameLocator('iframe[title="Tasks"]')

export const name = (screen: Screen): Locator => screen.getByLabel('What needs to be done?')

export const signInButton = (screen: Screen): Locator =>
  screen.getByRole('main').getByRole('button', { name: 'Sign in', exact: true })

export const said = (screen: Screen, words: string): Locator =>
  screen.getByRole('status').filter({ hasText: words })

/** Expects data that the proxy sends only to signed-in agents, and no request to sign in. */
export async function expectSignedIn(screen: Screen): Promise<void> {
  await expect(signInButton(screen)).toHaveCount(0)
  await expectOnOffer(screen, 'Callback requests')
}

export async function createTask(screen: Screen): Promise<void> {
  await chooseDestination(screen, 'Callback requests')
  await screen.getByRole('button', { name: /^Create task/ }).click()
}

export async function expectCreated(screen: Screen): Promise<void> {
  await expect(screen.getByRole('heading', { name: /Task created/ })).toBeVisible()
}

/** Presses the button and returns the window with the provider's page. */
export async function openWindow(page: Page, screen: Screen): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await signInButton(screen).click()
  const window = await opened
  await expect(window.getByRole('heading', { name: 'Sign in to Example Corp' })).toBeVisible()
  return window
}

/** Presses the panel's button after its window was cut off or closed, and returns the panel's own window. */
export async function openOwnWindow(page: Page): Promise<Page> {
  await expect(said(framed(page), 'The sign-in window was closed')).toBeVisible()
  const opened = page.waitForEvent('popup')
  await signInButton(framed(page)).click()
  return opened
}

/** Presses the button in the panel's own window, and returns the window with the provider's page. */
export async function openLoginFrom(own: Page): Promise<Page> {
  await expect(own.getByRole('button', { name: 'Open the sign-in page' })).toBeFocused()
  const opened = own.waitForEvent('popup')
  await own.keyboard.press('Enter')
  const login = await opened
  await expect(login.getByRole('heading', { name: 'Sign in to Example Corp' })).toBeVisible()
  return login
}

/** Fills the provider's form, in a window or in the page itself. */
export async function logIn(provider: Page, username: string): Promise<void> {
  await provider.getByLabel('User name').fill(username)
  await provider.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs in to the panel in another tab, so that the browser has a session with the provider. */
export async function haveSession(
  page: Page,
  panel: string,
  username: string,
  expectTheirs = expectSignedIn,
): Promise<void> {
  const tab = await page.context().newPage()
  await tab.goto(panel)
  await logIn(tab, username)
  await expectTheirs(tab)
  await tab.close()
}

/** The bearer tokens that the page sends to its proxy, in order. */
export function tokensSent(page: Page): string[] {
  const tokens: string[] = []
  page.context().on('request', (request) => {
    const { authorization } = request.headers()
    if (authorization) tokens.push(authorization.replace('Bearer ', ''))
  })
  return tokens
}

/** The expiry of a token, in milliseconds. */
export const expiryOf = (token: string): number => Number(decodeJwt(token).exp) * 1_000

/** All that the page has stored (storage, databases, cookies), as one text. Blocked storage is empty. */
export function everythingKept(frame: Frame): Promise<string> {
  return frame.evaluate(async () => {
    // Defined inside, because the whole function runs in the page.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const answerOf = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('The database cannot be read.')))
      })
    const rowsOf = async (known: string) => {
      const database = await answerOf(indexedDB.open(known))
      const stores = [...database.objectStoreNames]
      const rows = await Promise.all(
        stores.map((store) => answerOf(database.transaction(store).objectStore(store).getAll())),
      )
      database.close()
      return rows
    }
    const databases = await indexedDB.databases().catch(() => [])
    const rows = await Promise.all(databases.map(({ name: known = '' }) => rowsOf(known)))
    const stores = ['localStorage', 'sessionStorage'] as const
    const texts = stores.map((store) => {
      try {
        return Object.entries(window[store])
      } catch {
        return []
      }
    })
    return JSON.stringify([texts, document.cookie, window.name, databases, rows])
  })
}
