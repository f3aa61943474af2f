import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built pages: `host` embeds the CCP by the real Streams, `ccp` is the simulated CCP. */
    readonly streamsPages: string
  }
}

const here = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Vitest runs this once, before all tests that open these pages in a browser. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'streams-pages-'))
  await buildPages(directory)
  provide('streamsPages', directory)
  return () => rm(directory, { recursive: true })
}

async function buildPages(directory: string): Promise<void> {
  await build({
    configFile: here('../../../vite.config.ts'),
    mode: 'ccp-simulator',
    logLevel: 'error',
    build: { outDir: join(directory, 'ccp') },
  })
  await build({
    configFile: false,
    root: here('.'),
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: join(directory, 'host'),
      minify: false,
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: { input: [here('page.test.html'), here('guest-page.test.html')] },
    },
  })
}
