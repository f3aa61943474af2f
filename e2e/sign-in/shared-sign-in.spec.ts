import { expect, type FrameLocator, type Page } from '@playwright/test'
import { expectSignedIn, framed, logIn, name, openWindow, said, signInButton, test } from './sign-in-scene.ts'

/** Adds another frame with the panel, as the agent workspace does for each contact. */
async function addPanel(page: Page): Promise<FrameLocator> {
  await page.evaluate(() => {
    const [first] = document.getElementsByTagName('iframe')
    const frame = document.createElement('iframe')
    frame.title = 'More tasks'
    frame.src = first?.src ?? ''
    document.body.append(frame)
  })
  return page.frameLocator('iframe[title="More tasks"]')
}

test('a second panel on the page takes over the sign-in of the first, and keeps it when that one closes', async ({
  page,
  company,
}) => {
  company.identity.behave({ givesRefreshTokens: true })
  await page.clock.install()
  await page.goto(company.host)
  await logIn(await openWindow(page, framed(page)), 'ana')
  await expectSignedIn(framed(page))
  const second = await addPanel(page)
  await expectSignedIn(second)
  await page.evaluate(() => document.querySelector('iframe[title="Tasks"]')?.remove())
  const renewed = page.waitForResponse(`${company.identity.issuer}/token`)
  await page.clock.fastForward('09:05')
  expect((await renewed).status()).toBe(200)

  await expectSignedIn(second)
})

test('two panels renew a shared sign-in once, because a refresh token is used only once', async ({
  page,
  company,
}) => {
  company.identity.behave({ givesRefreshTokens: true })
  await page.clock.install()
  await page.goto(company.host)
  await logIn(await openWindow(page, framed(page)), 'ana')
  const second = await addPanel(page)
  await expectSignedIn(second)
  const used: (string | null)[] = []
  page.on('request', (request) => {
    if (request.url() === `${company.identity.issuer}/token`) used.push(request.postData())
  })
  for (const round of [1, 2]) {
    await page.clock.fastForward('09:05')
    await expect.poll(() => used.length).toBe(round)
    // The other panel's turn comes a second later.
    await page.clock.fastForward(3_000)
  }

  await expectSignedIn(framed(page))
  await expectSignedIn(second)
  expect(new Set(used).size).toBe(2)
})

test('a sign-in in one panel signs in the others, and all follow another person', async ({
  page,
  company,
}) => {
  await page.clock.install()
  await page.goto(company.host)
  const second = await addPanel(page)
  await expect(signInButton(second)).toBeVisible()
  await logIn(await openWindow(page, framed(page)), 'ana')
  await expectSignedIn(second)
  await name(second).fill('About Ana’s customer')
  company.identity.signOutEverybody()
  await page.clock.fastForward('09:05')
  await expect(said(framed(page), 'Your sign-in has ended.')).toBeVisible()
  await expect(said(second, 'Your sign-in has ended.')).toBeVisible()
  await logIn(await openWindow(page, framed(page)), 'ben')

  await expect(framed(page).getByText('is signed in as Ana Ruiz, this panel as Ben Okafor.')).toBeVisible()
  await expectSignedIn(second)
  await expect(name(second)).toHaveValue('')
})
