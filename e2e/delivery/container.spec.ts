import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import * as z from 'zod/mini'
import { runBuiltProxy } from '../../src/simulators/built-proxy.ts'
import { freePort } from '../../src/simulators/free-port.ts'
import { buildContext, readContainerImage } from './container-file.ts'
import { test } from '../support/product.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const image = readContainerImage()

/** Only root can run a process as another user. Other users are not root anyway. */
const user = process.getuid?.() === 0 ? { uid: image.uid, gid: image.gid } : {}

async function setModes(folder: string, ofFolders: number, ofFiles: number): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  const paths = [folder, ...names.map((name) => join(folder, name))]
  await Promise.all(
    paths.map(async (path) => chmod(path, (await stat(path)).isDirectory() ? ofFolders : ofFiles)),
  )
}

/** Copies exactly the files that the image copies into a read-only folder. */
async function unpackImage(): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'tasklink-image-'))
  for (const { from, to } of image.copies) {
    const target = to.endsWith('/') ? join(place, to, from) : join(place, to)
    await cp(join(root, from), target, { recursive: true })
  }
  await setModes(place, 0o555, 0o444)
  return place
}

async function checkHealth(cwd: string, port: number): Promise<number | null> {
  const [, ...args] = image.healthCheck
  const check = spawn(process.execPath, args, {
    cwd,
    ...user,
    env: { ...image.environment, PORT: String(port) },
    stdio: 'ignore',
  })
  await once(check, 'exit')
  return check.exitCode
}

test('the image runs as an unknown user in a read-only folder, reports its health, and stops at SIGTERM', async ({
  product,
  request,
}) => {
  const place = await unpackImage()
  const port = await freePort()
  const [program, file = '', ...more] = image.entryPoint
  const proxy = await runBuiltProxy(
    port,
    { ...product.farSide.environment, ...image.environment, PORT: String(port) },
    file,
    { cwd: place, ...user },
  )

  await expect.poll(async () => (await request.get(`${proxy.origin}/readyz`)).status()).toBe(200)
  await expect(await request.get(proxy.origin)).toBeOK()
  expect(await checkHealth(place, port)).toBe(0)
  expect(proxy.log()).toContain('"host":"0.0.0.0"')

  expect(image.stopSignal).toBe('SIGTERM')
  expect(await proxy.stop()).toBe(0)
  expect(await checkHealth(place, port)).toBe(1)
  expect([program, more, image.healthCheck[0]]).toEqual(['node', [], 'node'])
  await setModes(place, 0o755, 0o644)
  await rm(place, { recursive: true })
})

test('the image’s user is a number, and not root', () => {
  expect(image.uid).toBeGreaterThan(0)
  expect(image.gid).toBeGreaterThan(0)
})

test('the image contains only the build', () => {
  expect(image.copies.map(({ from }) => from)).toEqual(['package.json', 'dist/proxy', 'dist/panel'])
})

test('the build of the image sees all folders that it compiles', async () => {
  const referencesSchema = z.object({ references: z.array(z.object({ path: z.string() })) })
  const { references } = referencesSchema.parse(
    JSON.parse(await readFile(join(root, 'tsconfig.json'), 'utf8')),
  )
  const folders = references.map(({ path }) => path.replace(/\/.*$/, ''))

  expect(buildContext()).toEqual(
    expect.arrayContaining([
      ...folders,
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'vite.config.ts',
    ]),
  )
})
