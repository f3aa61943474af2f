import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ana } from '../instance/instance.ts'
import type { PageServer } from '../page-server.ts'
import { startWorkspaceSimulator } from './workspace-simulator.ts'

let pageDirectory: string
let workspace: PageServer

const app = { accessUrl: 'http://localhost:4400/workspace', connectUrl: 'http://127.0.0.1:9000', agent: ana }

beforeAll(async () => {
  pageDirectory = await mkdtemp(join(tmpdir(), 'workspace-simulator-'))
  await writeFile(join(pageDirectory, 'index.html'), '<title>Agent workspace</title>')
  workspace = await startWorkspaceSimulator({ ...app, pageDirectory })
})

afterAll(async () => {
  await workspace.close()
  await rm(pageDirectory, { recursive: true })
})

it('the workspace page has its own origin', async () => {
  const response = await fetch(`${workspace.url}?scenario=call`)

  expect(await response.text()).toBe('<title>Agent workspace</title>')
  expect(new URL(workspace.url).origin).not.toBe(new URL(app.accessUrl).origin)
})

it('configuration.json holds the app, the agent and the address of Connect', async () => {
  const response = await fetch(new URL('configuration.json', workspace.url))

  expect(await response.json()).toEqual(app)
})
