import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { runBuiltProxy } from '../../src/simulators/built-proxy.ts'
import { freePort } from '../../src/simulators/free-port.ts'
import { test } from '../support/product.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

test('the built proxy runs on a server without node_modules', async ({ product, request }) => {
  const server = await mkdtemp(join(tmpdir(), 'tasklink-proxy-'))
  await Promise.all(
    ['dist/proxy', 'dist/panel', 'package.json'].map((name) =>
      cp(join(root, name), join(server, name), { recursive: true }),
    ),
  )
  const file = join(server, 'dist/proxy/main.js')
  const proxy = await runBuiltProxy(await freePort(), product.farSide.environment, file)

  // Ready means that it has reached the identity provider and, with its credentials, Amazon Connect.
  await expect.poll(async () => (await request.get(`${proxy.origin}/readyz`)).status()).toBe(200)
  await expect(await request.get(proxy.origin)).toBeOK()

  expect(await proxy.stop()).toBe(0)
  await rm(server, { recursive: true })
})

test('no file of the built proxy imports a package, not even those that it loads late', async () => {
  const folder = join(root, 'dist/proxy')
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js'))
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  const specifiers = texts.flatMap((text) =>
    Array.from(
      // Comments may contain import types.
      text
        .replaceAll(/^\s*\*.*$/gm, '')
        .matchAll(/(?:^import\s[^'"]*|^export\s[^'"]*\bfrom\s*|\bimport\(\s*)["']([^'"]+)["']/gm),
      ([, specifier = '']) => specifier,
    ),
  )

  expect(specifiers).toContain('node:http')
  expect(specifiers.filter((name) => !name.startsWith('.') && !isBuiltin(name))).toEqual([])
})
