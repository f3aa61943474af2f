import { expect, type Route } from '@playwright/test'
import { openLibraryPage } from '../support/library-page.ts'
import { expectOnOffer } from '../support/panel.ts'
import { test } from '../support/worker.ts'

/** A proxy that refuses requests without a token. */
function answerSignedIn(route: Route): Promise<void> {
  const isMe = route.request().url().endsWith('/me')
  const refusal = {
    status: 401,
    code: 'unauthenticated',
    title: '',
    detail: '',
    requestId: 'r-1',
    outcome: 'not-created',
  }
  const list = { flows: [{ flowId: 'callbacks', name: 'Callbacks' }], quickConnects: [] }
  const account = { issuer: 'https://login.example.com', subject: 'ana' }
  const me = { userId: 'ana', username: 'ana', name: 'Ana', account, scheduleHorizonDays: 6 }
  const isSignedIn = route.request().headers()['authorization'] !== undefined
  return route.fulfill({
    status: isSignedIn ? 200 : refusal.status,
    headers: { 'access-control-allow-origin': '*' },
    json: isSignedIn ? (isMe ? me : list) : refusal,
  })
}

test('on a page that does not report sign-ins, one press loads everything that failed without a sign-in', async ({
  page,
}) => {
  await openLibraryPage(page, {
    body: '<div id="place"></div>',
    script: `
      const late = createTaskClient({
        baseUrl: 'https://tasklink.example.com',
        fetch: (...request) => fetch(...request),
        token: async () => window.tokenOfAgent,
        renewToken: async () => false,
      })
      mount(document.getElementById('place'), { ...options('Maya'), client: late })`,
  })
  await page.route('https://tasklink.example.com/api/v1/*', answerSignedIn)
  await page.reload()
  const notice = page.getByRole('alert')
  await expect(notice).toContainText('You are signed out of the task panel.')
  await page.evaluate(() => Object.assign(window, { tokenOfAgent: 'token' }))
  await notice.getByRole('button', { name: 'Try again' }).click()

  await expectOnOffer(page, 'Callbacks')
  await expect(notice).toHaveCount(0)
})
