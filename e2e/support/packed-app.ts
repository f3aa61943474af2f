import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as z from 'zod/mini'
import { shareInWorker, test as base } from './worker.ts'

interface PackageFixtures {
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

const sharePacked = shareInWorker<string>(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tasklink-packed-'))
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root })
  return { thing: join(folder, stdout.trim()), stop: () => rm(folder, { recursive: true }) }
})

const shareApp = shareInWorker(async (packed: string) => {
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
  return { thing: app, stop: () => rm(app, { recursive: true }) }
})

export const test = base.extend<PackageFixtures>({
  packed: [async ({ atEnd }, provide) => provide(await sharePacked(null, atEnd)), { timeout: 60_000 }],
  app: [async ({ packed, atEnd }, provide) => provide(await shareApp(packed, atEnd)), { timeout: 300_000 }],
})

export { expect } from '@playwright/test'
