import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'

const config = fileURLToPath(new URL('../../../vite.config.ts', import.meta.url))

let library: ReadonlyMap<string, Rolldown.OutputChunk>

beforeAll(async () => {
  const built = await build({
    configFile: config,
    mode: 'library',
    logLevel: 'error',
    build: { write: false },
  })
  const output = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  library = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])))
}, 60_000)

/** The code that a page gets when it imports this file of the library, with its imports. */
function bundleOf(fileName: string, seen = new Set<string>()): { code: string; imports: string[] } {
  const chunk = library.get(fileName)
  if (!chunk || seen.has(fileName)) return { code: '', imports: chunk ? [] : [fileName] }
  seen.add(fileName)
  const parts = [...chunk.imports, ...chunk.dynamicImports].map((name) => bundleOf(name, seen))
  return {
    code: [chunk.code, ...parts.map(({ code }) => code)].join('\n'),
    imports: parts.flatMap(({ imports }) => imports),
  }
}

describe('the library’s streams-guest', () => {
  it('contains no second copy of Streams, which would reset the state of the first', () => {
    const { code, imports } = bundleOf('streams-guest.js')

    expect(imports).toEqual(['zod/mini'])
    // A word that only the code of Streams contains.
    expect(code).not.toContain('SharedWorker')
    expect(bundleOf('streams-owner.js').imports).toContain('amazon-connect-streams')
  })

  it('never starts, ends or controls the desktop’s Streams, and does not change its log', () => {
    const { code } = bundleOf('streams-guest.js')

    expect(code).not.toMatch(/\b(initCCP|terminate|viewContact|setEchoLevel|getLog)\b/)
  })
})
