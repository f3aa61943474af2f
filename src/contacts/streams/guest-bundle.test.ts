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

/** What a page gets that imports this file of the library: all its code, and all that it imports from elsewhere. */
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
  it('brings no second Streams into the desktop’s page, which would wipe the first one’s state', () => {
    const { code, imports } = bundleOf('streams-guest.js')

    expect(imports).toEqual(['zod/mini'])
    // A word that only Streams itself has reason to use.
    expect(code).not.toContain('SharedWorker')
    expect(bundleOf('streams-owner.js').imports).toContain('amazon-connect-streams')
  })

  it('neither starts, ends, nor leads the desktop’s Streams, and leaves its log alone', () => {
    const { code } = bundleOf('streams-guest.js')

    expect(code).not.toMatch(/\b(initCCP|terminate|viewContact|setEchoLevel|getLog)\b/)
  })
})
