import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { preview, build } from 'vite'
import { expect, install, test } from '../support/packed-app.ts'
import { linkedContact, nameField } from '../support/panel.ts'

const run = promisify(execFile)

test.describe.configure({ mode: 'default', timeout: 120_000 })

/** Runs a script in an app's folder, and returns what it prints. A warning counts as output. */
async function printed(app: string, name: string, script: string): Promise<string> {
  await writeFile(join(app, name), script)
  const { stdout, stderr } = await run(process.execPath, [name], { cwd: app })
  return stdout + stderr
}

const entries = ['', '/mount', '/element', '/streams-owner', '/streams-guest', '/workspace', '/host']

/** A client component as an app would write it. It also runs on a server, where it must not fail. */
const panelOnServer = `
import { createElement } from 'react'
import { createTaskClient, TaskPanel } from 'tasklink'
import { createHostSource } from 'tasklink/host'

const client = createTaskClient({
  baseUrl: 'https://tasklink.example.com',
  token: async () => undefined,
  renewToken: async () => false,
})
const source = createHostSource()
source.set({ contact: { contactId: '5f1c4d8e', channel: 'chat', displayName: 'Maya Lopez' } })
export const options = { source, client }
export const panel = createElement('main', {}, createElement(TaskPanel, options))
`

test('Node imports every entry of the package', async ({ app }) => {
  const imports = entries.map((entry) => `import 'tasklink${entry}'`).join('\n')

  expect(await printed(app, 'import.mjs', `${imports}\nconsole.log('imported')`)).toBe('imported\n')
})

test('CommonJS modules in Node can require every entry of the package', async ({ app }) => {
  const requires = entries.map((entry) => `require('tasklink${entry}')`).join('\n')
  const script = `${requires}\nconsole.log(typeof require('tasklink').TaskPanel, require('tasklink/package.json').name)`

  expect(await printed(app, 'require.cjs', script)).toBe('function tasklink\n')
})

test('a server renders the panel, at once and as a stream', async ({ app }) => {
  await writeFile(join(app, 'panel.mjs'), panelOnServer)
  const script = `
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { panel } from './panel.mjs'
console.log(renderToString(panel))
renderToPipeableStream(panel, { onError: (failure) => console.log(failure) }).pipe(process.stdout)
`
  const [atOnce, streamed] = (await printed(app, 'server.mjs', script)).split('\n')

  expect(atOnce).toMatch(/^<main><div[^>]*><\/div><\/main>$/)
  expect(streamed).toBe(atOnce)
})

test('on a server, the workspace’s source is connecting', async ({ app }) => {
  const script = `
import { createWorkspaceSource } from 'tasklink/workspace'
console.log(createWorkspaceSource().getSnapshot().status)
`

  expect(await printed(app, 'workspace.mjs', script)).toBe('connecting\n')
})

test('the browser hydrates the server’s panel and draws the element without a warning', async ({
  app,
  page,
}) => {
  await writeFile(join(app, 'panel.mjs'), panelOnServer)
  await writeFile(
    join(app, 'hydrate.mjs'),
    `
import { createElement } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { TasklinkPanelElement } from 'tasklink/element'
import { options, panel } from './panel.mjs'
hydrateRoot(document.querySelector('#app'), panel)

customElements.define('tasklink-panel', TasklinkPanelElement)
const onDraft = ({ detail }) => { document.title = detail.isBegun ? 'A draft was begun' : 'No draft' }
const element = createElement('tasklink-panel', { options, 'ontasklink-draft-changed': onDraft })
createRoot(document.querySelector('#element')).render(element)
`,
  )
  const html = await printed(
    app,
    'html.mjs',
    `
import { renderToString } from 'react-dom/server'
import { panel } from './panel.mjs'
console.log('<!doctype html><title>Desktop</title><link rel="icon" href="data:," />')
console.log('<div id="app">' + renderToString(panel) + '</div><div id="element"></div>')
console.log('<script type="module" src="./hydrate.mjs"></script>')
`,
  )
  await writeFile(join(app, 'hydrated.html'), html)
  const outDir = join(app, 'hydrated')
  await build({
    root: app,
    configFile: false,
    logLevel: 'error',
    // Only React's development build warns.
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { outDir, rolldownOptions: { input: join(app, 'hydrated.html') } },
  })
  const server = await preview({
    root: app,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: 'localhost' },
  })
  const messages: string[] = []
  page.on('console', (message) => messages.push(message.text()))
  page.on('pageerror', (failure) => messages.push(failure.message))
  await page.route('https://tasklink.example.com/**', (route) =>
    route.fulfill({ status: 200, headers: { 'access-control-allow-origin': '*' }, body: '{}' }),
  )
  await page.goto(`${server.resolvedUrls?.local[0]}hydrated.html`)

  await expect(linkedContact(page.locator('#app'))).toContainText('Maya Lopez')
  await expect(linkedContact(page.locator('tasklink-panel'))).toContainText('Maya Lopez')
  await nameField(page.locator('tasklink-panel')).fill('Call back about the refund')
  await expect(page).toHaveTitle('A draft was begun')
  // React's development build prints the first message, and would print warnings. No proxy answers here.
  const others = messages.filter((text) => !text.startsWith('tasklink: '))
  expect(others).toEqual([expect.stringContaining('React DevTools')])
  await server.close()
})

test('an entry for the browser says so to frameworks that render on a server', async ({ app }) => {
  const library = join(app, 'node_modules/tasklink/dist/lib')
  for (const name of ['component', 'mount', 'element']) {
    expect(await readFile(join(library, `${name}.js`), 'utf8')).toMatch(/^"use client";/)
  }
})

test('npm refuses to install the package with React 18, and the panel says which React it needs', async ({
  packed,
}) => {
  const app = await mkdtemp(join(tmpdir(), 'tasklink-react-18-'))
  const dependencies = { react: '18.3.1', 'react-dom': '18.3.1', tasklink: packed }
  await writeFile(join(app, 'package.json'), JSON.stringify({ dependencies }))

  await expect(install(app, '--dry-run')).rejects.toThrow(/ERESOLVE[^]*react@">=19\.2"/)

  await install(app, '--legacy-peer-deps')
  await writeFile(join(app, 'panel.mjs'), panelOnServer)
  const script = `
import { renderToString } from 'react-dom/server'
import { panel } from './panel.mjs'
try { renderToString(panel) } catch (failure) { console.log(failure.message) }
`
  expect(await printed(app, 'server.mjs', script)).toContain(
    'tasklink needs React 19.2 or newer, but this page has React 18.3.1.',
  )
  await rm(app, { recursive: true })
})
