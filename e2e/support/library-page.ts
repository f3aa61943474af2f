import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

/** A page without React and without a bundler, which loads the library's files directly. */
export interface LibraryPage {
  readonly body: string
  /** Can use `mount`, `TasklinkPanelElement` and `options(displayName)`, which gives a panel a chat with that customer. */
  readonly script: string
  /** The opening tag of the page. */
  readonly html?: string
}

const origin = 'https://desktop.example.com'
const library = fileURLToPath(new URL('../../dist/lib/', import.meta.url))

const atHand = `
  import { createTaskClient, mount } from '/library/mount.js'
  import { TasklinkPanelElement } from '/library/element.js'

  const client = createTaskClient({
    baseUrl: 'https://tasklink.example.com',
    fetch: (...request) => fetch(...request),
    token: async () => undefined,
    renewToken: async () => false,
  })

  function options(displayName) {
    const contactId = displayName.toLowerCase()
    const contact = { contactId, channel: 'chat', state: 'connected', stateSince: 0, displayName }
    const session = { status: 'ready', contacts: [contact], currentContactId: contactId }
    return { client, source: { subscribe: () => () => {}, getSnapshot: () => session, close() {} } }
  }
`

export async function openLibraryPage(page: Page, shown: LibraryPage): Promise<void> {
  const { body, script, html = '<html lang="en">' } = shown
  // No proxy answers, because these tests do not need one.
  await page.route('https://tasklink.example.com/**', (route) => route.abort())
  await page.route(`${origin}/library/*`, (route) => {
    const name = basename(new URL(route.request().url()).pathname)
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(`${library}${name}`) })
  })
  await page.route(`${origin}/`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html>${html}<title>Desktop</title>${body}<script type="module">${atHand}${script}</script>`,
    }),
  )
  await page.goto(`${origin}/`)
}
