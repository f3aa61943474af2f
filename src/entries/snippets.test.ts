import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const here = fileURLToPath(new URL('.', import.meta.url))
/** Inside the project folder, because the snippets import its packages. */
const folder = join(root, 'node_modules/.cache/snippets')

const documents = ['README.md', 'src/entries/README.md', 'src/proxy/README.md', '.github/CONTRIBUTING.md']

const snippetsIn = (document: string) =>
  Array.from(
    readFileSync(join(root, document), 'utf8').matchAll(
      /^```(?:js|jsx|ts|tsx)\n(?:\/\/ ([\w-]+\.tsx?)\n)?([^]*?)^```$/gm,
    ),
    ([, name, code = '']) => ({ document, name, code }),
  )

const snippets = documents.flatMap(snippetsIn)

/** As strict as the app of a careful developer. */
const configuration = {
  compilerOptions: {
    target: 'es2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: ['vite/client'],
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noImplicitReturns: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
    paths: {
      tasklink: [join(here, 'component.ts')],
      'tasklink/mount': [join(here, 'mount.tsx')],
      'tasklink/element': [join(here, 'element.ts')],
      'tasklink/streams-owner': [join(here, '../contacts/streams/owner.ts')],
      'tasklink/streams-guest': [join(here, '../contacts/streams/guest.ts')],
      'tasklink/workspace': [join(here, '../contacts/workspace/source.ts')],
      'tasklink/host': [join(here, '../contacts/host/source.ts')],
    },
  },
  include: ['.', join(here, '../contacts/streams/amazon-connect-streams.d.ts')],
}

function compilerMessages(): string {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  try {
    return execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })
  } catch (failure) {
    return failure instanceof Error && 'stdout' in failure ? String(failure.stdout) : String(failure)
  }
}

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration))
})

afterAll(() => rmSync(folder, { recursive: true }))

it('every snippet of the documents is a TypeScript file with a name of its own', () => {
  expect(snippets.filter(({ name }) => name === undefined)).toEqual([])
  expect(new Set(snippets.map(({ name }) => name)).size).toBe(snippets.length)
  expect(snippets.length).toBeGreaterThan(0)
})

it('the snippets of the documents compile in a strict app', { timeout: 60_000 }, () => {
  for (const { name = '', code } of snippets) writeFileSync(join(folder, name), code)

  expect(compilerMessages()).toBe('')
})
