import { expect } from '@playwright/test'
import {
  expectSignedIn,
  framed,
  logIn,
  name,
  openLoginFrom,
  openOwnWindow,
  openWindow,
  said,
  test,
} from './sign-in-scene.ts'

const draftName = 'Call back about the refund'

test.beforeEach(({ company }) => company.identity.behave({ isolatesLoginPage: true }))

test('a login page that isolates itself signs in to a frame on another site, with one more press', async ({
  page,
  company,
}) => {
  await page.goto(company.host)
  await name(framed(page)).fill(draftName)
  const login = await openWindow(page, framed(page))
  await logIn(login, 'ana')
  await expect(login.getByText('Go back to the task panel and press “Sign in” there')).toBeVisible()
  const closed = login.waitForEvent('close')
  await openOwnWindow(page)
  await closed

  await expectSignedIn(framed(page))
  await expect(name(framed(page))).toHaveValue(draftName)
})

test('the panel’s own window opens an isolated login page, also out of a sandbox that windows may escape, and both close after the sign-in', async ({
  page,
  company,
}) => {
  await page.goto(`${company.host}#only-frame-sandboxed`)
  const lost = await openWindow(page, framed(page))
  await expect(said(framed(page), 'The sign-in window was closed')).toBeVisible()
  await lost.close()
  const own = await openOwnWindow(page)
  const login = await openLoginFrom(own)
  await expect(own.getByRole('status')).toContainText('Sign in in the window that has opened.')
  const closed = Promise.all([own.waitForEvent('close'), login.waitForEvent('close')])
  await logIn(login, 'ana')
  await closed

  await expectSignedIn(framed(page))
})
