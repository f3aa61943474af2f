import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The proxy's program as it is deployed, built once for all tests that run it in a process of its own. */
    readonly builtProxy: string
  }
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Vitest runs this once, before those tests. The built proxy starts in a seventh of the time that its source takes. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'tasklink-proxy-'))
  const outDir = join(directory, 'dist/proxy')
  await build({
    configFile: join(root, 'vite.config.ts'),
    mode: 'proxy',
    logLevel: 'error',
    build: { outDir },
  })
  // The proxy reads its version from the manifest.
  await cp(join(root, 'package.json'), join(directory, 'package.json'))
  provide('builtProxy', join(outDir, 'main.js'))
  return () => rm(directory, { recursive: true })
}
