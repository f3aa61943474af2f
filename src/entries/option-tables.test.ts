import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { TaskClientOptions } from '../client/task-client.ts'
import type { TaskPanelProps } from '../widget/host/task-panel-props.ts'

const readme = readFileSync(fileURLToPath(new URL('README.md', import.meta.url)), 'utf8')

/** The first column of the table under a heading, and which of its rows say `required`. */
function tableUnder(heading: string) {
  const [, section = ''] = readme.split(`\n### ${heading}\n`)
  const [body = ''] = section.split(/^#/m)
  const rows = Array.from(body.matchAll(/^\| `(\w+)`.*$/gm), ([row, name = '']) => ({ row, name }))
  return {
    names: rows.map(({ name }) => name).toSorted(),
    required: rows.filter(({ row }) => row.includes('| required ')).map(({ name }) => name),
  }
}

/** The compiler reports a member that is missing here or does not exist. */
const props = {
  source: true,
  client: true,
  drafts: true,
  fields: true,
  takesFocus: true,
  signIn: true,
  isSignInTold: true,
  keys: true,
  locales: true,
  timeZone: true,
  now: true,
  onReady: true,
  onTaskCreated: true,
  onMessageAccepted: true,
  onFailure: true,
  onDraftChanged: true,
} satisfies Record<keyof TaskPanelProps, true>

const clientOptions = {
  baseUrl: true,
  fetch: true,
  token: true,
  renewToken: true,
  onSignedIn: true,
  onSignedOut: true,
  timeoutMs: true,
} satisfies Record<keyof TaskClientOptions, true>

type Required<Options> = {
  [Name in keyof Options]-?: Options extends Record<Name, Options[Name]> ? Name : never
}[keyof Options]

const manifestSchema = z.object({ peerDependencies: z.record(z.string(), z.string()) })
const manifest: unknown = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
)
const { peerDependencies } = manifestSchema.parse(manifest)

describe('the README lists', () => {
  it('the lowest version of each package that the page brings', () => {
    expect(readme).toContain('`tasklink` needs React 19.2 or newer')
    expect(readme).toContain('`amazon-connect-streams` 2.18 or newer')
    expect(readme).toMatch(/`@amazon-connect\/app` and\s+`@amazon-connect\/contact` 1\.0\.10 or newer/)
    expect(peerDependencies).toEqual({
      react: '>=19.2',
      'react-dom': '>=19.2',
      'amazon-connect-streams': '^2.18.0',
      '@amazon-connect/app': '^1.0.10',
      '@amazon-connect/contact': '^1.0.10',
    })
  })

  it('all props of the panel, and those that are required', () => {
    const { names, required } = tableUnder('Props of the panel')
    const needed: Required<TaskPanelProps>[] = ['source', 'client']

    expect(names).toEqual(Object.keys(props).toSorted())
    expect(required).toEqual(needed)
  })

  it('all options of the client, and those that are required', () => {
    const { names, required } = tableUnder('Options of the client')
    const needed: Required<TaskClientOptions>[] = ['baseUrl', 'token', 'renewToken']

    expect(names).toEqual(Object.keys(clientOptions).toSorted())
    expect(required).toEqual(needed)
  })
})
