import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { servePanel } from './panel-files.ts'
import type { RequestEnvironment } from './request-log.ts'

let directory: string
let app: Hono<RequestEnvironment>

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'panel-'))
  await mkdir(join(directory, 'assets'))
  await writeFile(join(directory, 'index.html'), '<title>Panel</title>')
  await writeFile(join(directory, 'assets', 'main-1a2b3c.js'), 'export {}')
  app = new Hono<RequestEnvironment>()
  servePanel(app, directory)
})

afterAll(() => rm(directory, { recursive: true }))

it.each(['/', '/embed', '/workspace', '/signed-in', '/signed-in?code=1'])(
  '%s is the page, asked for anew each time',
  async (path) => {
    const response = await app.request(path)

    expect(await response.text()).toBe('<title>Panel</title>')
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  },
)

it('what carries a hash in its name is kept for ever', async () => {
  const response = await app.request('/assets/main-1a2b3c.js')

  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

it('nothing beside the panel is served', async () => {
  const response = await app.request('/..%2f..%2fpackage.json')

  expect(response.status).toBe(404)
})
