import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test as base } from '@playwright/test'
import * as z from 'zod/mini'

interface WorkerFixtures {
  /** The file of the package, as it would be published. */
  readonly packed: string
  /** A fresh copy of `src/examples/vite-app` that has installed it, with the lowest React that the package allows. */
  readonly app: string
}

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** Other packages come from npm's cache, filled by this project's own installation, or from the registry. */
const installing = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock']

/** Runs `npm install` in a folder. The promise rejects with npm's output if npm refuses. */
export const install = (folder: string, ...options: readonly string[]) =>
  run('npm', [...installing, ...options], { cwd: folder })

const manifestSchema = z.object({ peerDependencies: z.object({ react: z.string() }) })

async function lowestReact(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return manifestSchema.parse(manifest).peerDependencies.react.replace(/^>=(\d+\.\d+)$/, '$1.0')
}

export const test = base.extend<object, WorkerFixtures>({
  packed: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern.
    async ({}, provide) => {
      const folder = await mkdtemp(join(tmpdir(), 'tasklink-packed-'))
      const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root })
      await provide(join(folder, stdout.trim()))
      await rm(folder, { recursive: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  app: [
    async ({ packed }, provide) => {
      const app = await mkdtemp(join(tmpdir(), 'tasklink-app-'))
      await cp(join(root, 'src/examples/vite-app'), app, { recursive: true })
      const packageFile = join(app, 'package.json')
      const wanted = await readFile(packageFile, 'utf8')
      const react = await lowestReact()
      await writeFile(
        packageFile,
        wanted
          .replace('"tasklink": "0.1.0"', `"tasklink": "${packed}"`)
          .replaceAll(/("react(?:-dom)?"): "[^"]+"/g, `$1: "${react}"`),
      )
      await install(app)
      await provide(app)
      await rm(app, { recursive: true })
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

export { expect } from '@playwright/test'
