import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { servePanel } from './panel-files.ts'
import type { RequestEnvironment } from '../../logs/request-log.ts'

const script = `export const text = '${'tasklink '.repeat(1_000)}'`
let directory: string
let app: Hono<RequestEnvironment>

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'panel-'))
  await mkdir(join(directory, 'assets'))
  await writeFile(join(directory, 'index.html'), '<title>Panel</title>')
  await writeFile(join(directory, 'assets', 'main-1a2b3c.js'), script)
  await mkdir(join(directory, '.vite'))
  await writeFile(join(directory, '.vite', 'manifest.json'), '{}')
  app = new Hono<RequestEnvironment>()
  servePanel(app, directory)
})

afterAll(() => rm(directory, { recursive: true }))

it.each(['/', '/embed', '/workspace', '/signed-in', '/signed-in?code=1'])(
  '%s is the page, and browsers ask for it again each time',
  async (path) => {
    const response = await app.request(path)

    expect(await response.text()).toBe('<title>Panel</title>')
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  },
)

it('files with a hash in their name may be cached for ever', async () => {
  const response = await app.request('/assets/main-1a2b3c.js')

  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

it('large files are sent compressed to browsers that accept it', async () => {
  const path = '/assets/main-1a2b3c.js'
  const compressed = await app.request(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } })
  const plain = await app.request(path)

  expect(compressed.headers.get('content-encoding')).toBe('gzip')
  expect(compressed.headers.get('vary')).toContain('Accept-Encoding')
  expect(compressed.headers.get('cache-control')).toContain('immutable')
  expect(gunzipSync(await compressed.arrayBuffer()).toString()).toBe(script)
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe(script)
})

it('a file that the build has compressed is sent as it is, in the best way that the browser accepts', async () => {
  await writeFile(join(directory, 'assets', 'late-4d5e6f.js'), script)
  await writeFile(join(directory, 'assets', 'late-4d5e6f.js.br'), brotliCompressSync(script))
  await writeFile(join(directory, 'assets', 'late-4d5e6f.js.gz'), gzipSync(script))
  const path = '/assets/late-4d5e6f.js'
  const best = await app.request(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } })
  const older = await app.request(path, { headers: { 'accept-encoding': 'gzip' } })

  expect(best.headers.get('content-encoding')).toBe('br')
  expect(best.headers.get('content-type')).toContain('javascript')
  expect(best.headers.get('vary')).toContain('Accept-Encoding')
  expect(best.headers.get('cache-control')).toContain('immutable')
  expect(brotliDecompressSync(await best.arrayBuffer()).toString()).toBe(script)
  expect(older.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await older.arrayBuffer()).toString()).toBe(script)
})

it('files outside the panel are not served', async () => {
  const response = await app.request('/..%2f..%2fpackage.json')

  expect(response.status).toBe(404)
})

it.each([
  '/.vite/manifest.json',
  '/%2evite/manifest.json',
  '/%2Evite%2Fmanifest.json',
  '/assets/../.vite/manifest.json',
])('files of the build are not served: %s', async (path) => {
  const response = await app.request(path)

  expect(response.status).toBe(404)
})
