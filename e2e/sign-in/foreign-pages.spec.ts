import { expect, type Page } from '@playwright/test'
import { signedInPath, signInPath } from '../../src/contract/page-paths.ts'
import { framed, haveSession, logIn, openWindow, said, test } from './sign-in-scene.ts'

declare global {
  interface Window {
    /** All messages that the foreign page has received. */
    heardByForeigner: unknown[]
    openedByForeigner: Window | null
  }
}

/** Opens the address from the page. The page then listens to that window and to the broadcast channel of the state. */
async function openFrom(page: Page, address: string, state: string): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await page.evaluate(
    ([url, known]) => {
      window.heardByForeigner = []
      window.addEventListener('message', ({ data }) => window.heardByForeigner.push(data))
      const channel = new BroadcastChannel(`tasklink.sign-in.${known}`)
      channel.addEventListener('message', ({ data }) => window.heardByForeigner.push(data))
      window.openedByForeigner = window.open(url)
    },
    [address, state] as const,
  )
  return opened
}

const heardBy = (page: Page) => page.evaluate(() => window.heardByForeigner)

/** The address with which a page of another origin starts a sign-in as if it were the panel. */
function foreignSignIn(company: { identity: { issuer: string }; proxy: { origin: string } }, state: string) {
  const address = new URL(`${company.identity.issuer}/auth`)
  address.search = new URLSearchParams({
    client_id: 'tasklink-panel',
    redirect_uri: `${company.proxy.origin}${signedInPath}`,
    response_type: 'code',
    scope: 'openid profile',
    state,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }).toString()
  return address.href
}

test('a foreign page that opens the panel’s own window can neither choose its address nor hear it', async ({
  page,
  company,
}) => {
  await page.goto(company.host)
  const address = foreignSignIn(company, 'foreign')
  const own = await openFrom(page, `${company.proxy.origin}${signInPath}`, 'foreign')
  await expect(own.getByText('Waiting for the task panel…')).toBeVisible()
  await page.evaluate((url) => {
    for (const type of ['open', 'ready', 'answer']) {
      window.openedByForeigner?.postMessage({ tasklinkSignIn: type, address: url, url }, '*')
    }
  }, address)

  await expect(own.getByText('There is nothing more to do in this window.')).toBeVisible()
  await expect(own.getByRole('button', { name: 'Open the sign-in page' })).toBeHidden()
  expect(await heardBy(page)).toEqual([])
})

test('a foreign page that begins a sign-in for a signed-in agent receives no code, although it opened the window', async ({
  page,
  company,
}) => {
  await haveSession(page, company.proxy.origin, 'ana')
  await page.goto(company.host)
  const lured = await openFrom(page, foreignSignIn(company, 'foreign'), 'foreign')
  await expect(lured.getByText('Go back to the task panel')).toBeVisible()
  expect(lured.url()).toContain('code=')

  expect(await heardBy(page)).toEqual([])
})

test('the answer of another person’s sign-in does not sign in the panel', async ({ page, company }) => {
  await page.goto(company.host)
  const window = await openWindow(page, framed(page))
  // The window returns with a code that the panel did not ask for.
  const elsewhere = await page.context().newPage()
  await elsewhere.goto(foreignSignIn(company, 'foreign'))
  await logIn(elsewhere, 'ben')
  await expect(elsewhere.getByText('Go back to the task panel')).toBeVisible()
  await window.goto(elsewhere.url())
  await expect(window.getByText('Go back to the task panel')).toBeVisible()
  await expect(said(framed(page), 'A window has opened for you to sign in.')).toBeVisible()
  await window.close()

  await expect(said(framed(page), 'The sign-in window was closed')).toBeVisible()
})
