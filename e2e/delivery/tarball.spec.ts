import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build, preview, type Rolldown } from 'vite'
import webpack from 'webpack'
import * as z from 'zod/mini'
import { coloursOf } from '../support/look.ts'
import { expect, test } from '../support/packed-app.ts'
import { linkedContact, nameField } from '../support/panel.ts'

const run = promisify(execFile)

test.describe.configure({ mode: 'default', timeout: 120_000 })

/** Imports of all entries of the package. */
const everyWayIn = `
import { createTaskClient, TaskPanel, TaskClientError, indexedDbDrafts } from 'tasklink'
import type { Account, ContactSession, DraftRecords, DraftStore, PanelEvents, TaskPanelProps } from 'tasklink'
import { mount, type MountedPanel } from 'tasklink/mount'
import { TasklinkPanelElement, panelEventNames } from 'tasklink/element'
import { createStreamsOwner, type StreamsOwnerOptions } from 'tasklink/streams-owner'
import { createStreamsGuest, type StreamsGuestOptions } from 'tasklink/streams-guest'
import { createWorkspaceSource, type WorkspaceSourceOptions } from 'tasklink/workspace'
import { createHostSource, type HostSource } from 'tasklink/host'

export const drafts: DraftStore = indexedDbDrafts(Date.now)
export const host: HostSource = createHostSource()
const ready: ContactSession = { status: 'ready', contacts: [], agent: { userId: 'u', name: 'Ana' } }
const client = createTaskClient({ baseUrl: '', fetch, token: async () => 't', renewToken: async () => false })
export const given: TaskPanelProps = { source: host, client, drafts, onReady: () => {} }
export const all = [ready, TaskPanel, TaskClientError, mount, TasklinkPanelElement, panelEventNames.onReady]
export const sources = [createStreamsOwner, createStreamsGuest, createWorkspaceSource]
export type All = [Account, DraftRecords, PanelEvents, MountedPanel, StreamsOwnerOptions, StreamsGuestOptions, WorkspaceSourceOptions]
`

const elementInJsx = `
import type { TaskPanelProps } from 'tasklink'
import 'tasklink/element'

export const Tasks = ({ options }: { readonly options: TaskPanelProps }) => (
  <tasklink-panel
    className="tasks"
    ref={(element) => console.log(element?.options)}
    options={options}
    ontasklink-failure={({ detail }) => console.log(detail.code.length)}
  />
)
`

/** Runs the app's compiler. A failure shows the compiler's output. */
async function expectTypesHold(app: string, ...options: readonly string[]): Promise<void> {
  const compiler = join(app, 'node_modules/typescript/bin/tsc')
  const found = await run(process.execPath, [compiler, ...options], { cwd: app }).then(
    () => '',
    (failure: unknown) =>
      failure instanceof Error && 'stdout' in failure ? String(failure.stdout) : String(failure),
  )
  expect(found).toBe('')
}

for (const resolution of ['bundler', 'node16', 'nodenext']) {
  test(`the types compile in a strict app with the module resolution ${resolution}`, async ({ app }) => {
    await writeFile(join(app, 'every-way-in.ts'), everyWayIn)
    await writeFile(join(app, 'element-in-jsx.tsx'), elementInJsx)
    const module = resolution === 'bundler' ? 'esnext' : resolution

    await expectTypesHold(app, '--module', module, '--moduleResolution', resolution)
  })
}

test('the types of the entries without React compile in an app without React', async ({ app }) => {
  const alone = await mkdtemp(join(tmpdir(), 'tasklink-alone-'))
  const taken = ['mount.ts', 'element.ts', 'contacts.ts', 'client-options.ts', 'tsconfig.json']
  const packages = ['node_modules/tasklink', 'node_modules/zod', 'node_modules/typescript']
  await Promise.all(
    [...taken, ...packages].map((name) => cp(join(app, name), join(alone, name), { recursive: true })),
  )
  // Platform binaries of the compiler are packages of their own.
  await cp(join(app, 'node_modules/@typescript'), join(alone, 'node_modules/@typescript'), {
    recursive: true,
  })

  // `contacts.ts` and `client-options.ts` import types from `tasklink`, the entry of the React component.
  await Promise.all(
    ['contacts.ts', 'client-options.ts'].map(async (name) => {
      const file = join(alone, name)
      await writeFile(
        file,
        (await readFile(file, 'utf8')).replace(`from 'tasklink'`, `from 'tasklink/mount'`),
      )
    }),
  )

  await expectTypesHold(alone, '--types', '')
  await rm(alone, { recursive: true })
})

/** The modules in the bundle of an app that consists of this statement. */
async function modulesOf(app: string, statement: string): Promise<readonly string[]> {
  const entry = join(app, 'only.js')
  await writeFile(entry, statement)
  const built = await build({
    root: app,
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: entry } },
  })
  const outputs: readonly Rolldown.RolldownOutput[] = (Array.isArray(built) ? built : [built]).filter(
    (one) => 'output' in one,
  )
  return outputs.flatMap(({ output }) =>
    output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : [])),
  )
}

const sourceMapSchema = z.object({ sources: z.array(z.string()), sourcesContent: z.array(z.string()) })

const react = /node_modules\/(react|react-dom|@tanstack\/react-query|react-hook-form)\//
const streams = /amazon-connect/

test('an app gets no React and no Streams with the entries that need none', async ({ app }) => {
  const statements = {
    host: `import { createHostSource } from 'tasklink/host'; console.log(createHostSource)`,
    guest: `import { createStreamsGuest } from 'tasklink/streams-guest'; console.log(createStreamsGuest)`,
    element: `import { TasklinkPanelElement } from 'tasklink/element'; console.log(TasklinkPanelElement)`,
    mount: `import { mount } from 'tasklink/mount'; console.log(mount)`,
  }
  for (const statement of Object.values(statements)) {
    // Sequential, because the builds share the app's folder.
    const modules = await modulesOf(app, statement)
    expect(modules.join('\n')).toContain('node_modules/tasklink/dist/lib/')
    expect(modules.filter((id) => react.test(id) || streams.test(id))).toEqual([])
  }
})

test('an app shares its own React with the component', async ({ app }) => {
  const modules = await modulesOf(app, `import { TaskPanel } from 'tasklink'; console.log(TaskPanel)`)

  expect(modules.some((id) => id.includes(`${app}/node_modules/react/`))).toBe(true)
  expect(modules.filter((id) => streams.test(id))).toEqual([])
})

test('an app’s bundle leaves out unused exports', async ({ app }) => {
  const modules = await modulesOf(app, `import 'tasklink'; import 'tasklink/host'`)

  expect(modules.filter((id) => id.includes('node_modules/tasklink'))).toEqual([])
})

/** The bundler's own helpers have no source. */
const isOurs = (name: string) => name.endsWith('.js') && !name.startsWith('rolldown-runtime-')

test('every script has a source map with its sources and without paths of the builder’s machine', async ({
  app,
}) => {
  const library = join(app, 'node_modules/tasklink/dist/lib')
  const scripts = (await readdir(library)).filter(isOurs)
  const maps = await Promise.all(
    scripts.map(async (name) => {
      const file: unknown = JSON.parse(await readFile(join(library, `${name}.map`), 'utf8'))
      return { name, ...sourceMapSchema.parse(file) }
    }),
  )

  expect(scripts).toContain('component.js')
  expect(maps.filter(({ sources, sourcesContent }) => sources.length !== sourcesContent.length)).toEqual([])
  expect(maps.flatMap(({ sources }) => sources).filter((source) => !/^(\.\.\/|\0)/.test(source))).toEqual([])
  const component = maps.find(({ name }) => name === 'component.js')
  const panel = component?.sources.findIndex((source) => source.endsWith('src/widget/task-panel.tsx'))
  expect(component?.sourcesContent[panel ?? -1]).toContain('export function TaskPanel(')
})

test('the package has its licence and README, and nothing but the library', async ({ app }) => {
  const files = await readdir(join(app, 'node_modules/tasklink'), { recursive: true })
  const outside = files.filter((name) => !/^dist(\/lib(\/.*)?)?$/.test(name))

  expect(outside.toSorted()).toEqual(['LICENSE', 'README.md', 'package.json'])
})

/** Builds the component's page with webpack without any loader: the package must not need one. */
async function buildWithWebpack(app: string): Promise<void> {
  const source = `
    import { createElement } from 'react'
    import { createRoot } from 'react-dom/client'
    import { createTaskClient, TaskPanel } from 'tasklink'
    import { createHostSource } from 'tasklink/host'

    const source = createHostSource()
    source.set({ contact: { contactId: '5f1c4d8e', channel: 'chat', displayName: 'Maya Lopez' } })
    const client = createTaskClient({ baseUrl: '', token: async () => undefined, renewToken: async () => false })
    createRoot(document.getElementById('app')).render(createElement(TaskPanel, { source, client }))`
  const html = `<!doctype html><html lang="en"><title>webpack</title><div id="app"></div><script src="/webpack/main.js"></script>`
  await writeFile(join(app, 'webpack-entry.js'), source)
  await writeFile(join(app, 'dist/webpack.html'), html)
  const compiler = webpack({
    context: app,
    mode: 'production',
    entry: './webpack-entry.js',
    output: { path: join(app, 'dist/webpack') },
    // Its hints about size are not errors.
    performance: false,
    // Minifying takes three quarters of the time, and changes no text.
    optimization: { minimize: false },
  })
  const stats = await promisify(compiler.run.bind(compiler))()
  expect(stats?.toString({ all: false, errors: true, warnings: true })).toBe('')
}

const scriptsIn = async (folder: string): Promise<string[]> =>
  Promise.all(
    (await readdir(folder))
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFile(join(folder, name), 'utf8')),
  )

/** The one script that the package starts as a worker. */
async function workerOf(assets: string): Promise<string> {
  const [worker = '', ...others] = await scriptsIn(assets)
  expect(others).toEqual([])
  return worker
}

const lightColours = { surface: 'rgb(255, 255, 255)', text: 'rgb(15, 20, 26)', button: 'rgb(0, 108, 224)' }
const darkColours = { surface: 'rgb(22, 29, 38)', text: 'rgb(235, 235, 240)', button: 'rgb(66, 180, 255)' }

test('an app built by Vite or webpack without loaders shows the panel with each entry, in light and dark', async ({
  app,
  page,
}) => {
  await build({ root: app, logLevel: 'error' })
  await buildWithWebpack(app)
  const worker = await workerOf(join(app, 'node_modules/tasklink/dist/lib/assets'))
  for (const folder of ['dist/assets', 'dist/webpack']) {
    // Sequential, so that a failure names its bundler.
    expect(await scriptsIn(join(app, folder)), `the worker that hashes files, in ${folder}`).toContain(worker)
  }
  const server = await preview({ root: app, logLevel: 'error', preview: { port: 0, host: 'localhost' } })
  const address = server.resolvedUrls?.local[0]
  expect(address).toBeDefined()

  for (const name of ['index.html', 'mount.html', 'element.html', 'webpack.html']) {
    // Sequential, because there is one page.
    await page.goto(`${address}${name}`)
    await expect(page.getByRole('heading', { name: 'New task' })).toBeVisible()
    await expect(linkedContact(page)).toContainText('Maya Lopez')
    await nameField(page).fill('Call back about the refund')
    expect({ name, ...(await coloursOf(page)) }).toEqual({ name, ...lightColours })
    await page.evaluate(() => {
      document.documentElement.style.colorScheme = 'dark'
    })
    expect({ name, ...(await coloursOf(page)) }).toEqual({ name, ...darkColours })
  }
  await server.close()
})
