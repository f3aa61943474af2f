import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import * as z from 'zod/mini'

const panel = new URL('../../dist/panel/', import.meta.url)

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.optional(z.boolean()),
    imports: z.optional(z.array(z.string())),
    css: z.optional(z.array(z.string())),
  }),
)

type Manifest = z.infer<typeof manifestSchema>

export interface LoadedFile {
  readonly file: string
  readonly gzipBytes: number
  /** Whether the panel needs it before the first keystroke. */
  readonly isFirst: boolean
}

const gzipBytes = (file: string) => gzipSync(readFileSync(fileURLToPath(new URL(file, panel)))).byteLength

/** The files of one chunk and of its static imports. */
function filesOf(name: string, manifest: Manifest, seen = new Set<string>()): string[] {
  const chunk = manifest[name]
  if (!chunk || seen.has(name)) return []
  seen.add(name)
  const imported = (chunk.imports ?? []).flatMap((each) => filesOf(each, manifest, seen))
  return [chunk.file, ...(chunk.css ?? []), ...imported]
}

/** All files of the built panel with their gzip size. The files of `firstChunks` are the first load. */
export function measureFirstLoad(firstChunks: readonly string[]): LoadedFile[] {
  const text = readFileSync(fileURLToPath(new URL('.vite/manifest.json', panel)), 'utf8')
  const manifest = manifestSchema.parse(JSON.parse(text))
  const first = new Set(['index.html', ...firstChunks.flatMap((name) => filesOf(name, manifest))])
  const all = new Set([...first, ...Object.keys(manifest).flatMap((name) => filesOf(name, manifest))])
  return [...all].map((file) => ({ file, gzipBytes: gzipBytes(file), isFirst: first.has(file) }))
}
