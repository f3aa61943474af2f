import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProxyScene, type ProxyScene } from '../harness/proxy-scene.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { readBasePath } from './base-path.ts'

describe('BASE_PATH', () => {
  it.each([
    ['/', ''],
    ['/tasklink', '/tasklink'],
    ['/tasklink/', '/tasklink'],
    ['/apps/task-link_2.0~', '/apps/task-link_2.0~'],
  ])('may be %s', (text, basePath) => {
    expect(readBasePath(text)).toBe(basePath)
  })

  it.each([
    ['tasklink', 'no slash at the start'],
    ['//tasklink', 'the host of another server'],
    ['/a//b', 'an empty segment'],
    ['/../api', 'a segment that leads upwards'],
    ['/.', 'a segment that leads nowhere'],
    ['/task link', 'a space'],
    ['/task%20link', 'an escape'],
    ['/tasklink?x=1', 'a query'],
    ['/täsk', 'a letter that addresses escape'],
    [`/${'a'.repeat(200)}`, 'more than 200 characters'],
  ])('may not be %s, which has %s', (text) => {
    expect(readBasePath(text)).toBeUndefined()
  })
})

describe('a proxy behind the path /tasklink of another server', () => {
  let scene: ProxyScene
  let proxy: ProxyHarness
  beforeAll(async () => {
    scene = await startProxyScene()
    proxy = scene.newProxy({ environment: { BASE_PATH: '/tasklink/', PANEL_TITLE: ' Aufgaben ' } })
  })
  afterAll(() => scene.close())

  it.each(['/tasklink/api/v1/config', '/api/v1/config'])(
    'answers %s, whether the server in front removes the path or not',
    async (path) => {
      const response = await proxy.get(path)

      expect(await response.json()).toMatchObject({ title: 'Aufgaben' })
    },
  )

  it('answers the API to a signed-in agent', async () => {
    expect((await proxy.get('/tasklink/api/v1/me', scene.token)).status).toBe(200)
    expect((await proxy.get('/tasklink/api/v1/me')).status).toBe(401)
  })

  it.each(['/tasklink/healthz', '/healthz'])('answers %s', async (path) => {
    expect((await proxy.get(path)).status).toBe(200)
  })

  it('adds the slash without which a browser looks for the files one level too high', async () => {
    const response = await proxy.get('/tasklink?state=1')

    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/tasklink/?state=1')
  })

  it.each(['/tasklinked/api/v1/config', '/other/tasklink/api/v1/config', '/tasklink/tasklink/healthz'])(
    'does not take %s for its own',
    async (path) => {
      expect((await proxy.get(path)).status).toBe(404)
    },
  )

  it('sends the headers of a sign-in window with the pages of one', async () => {
    const window = await proxy.get('/tasklink/sign-in')
    const page = await proxy.get('/tasklink/embed')

    expect(window.headers.get('cross-origin-opener-policy')).toBeNull()
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups')
  })

  it('describes its API at that path', async () => {
    expect(await (await proxy.get('/tasklink/openapi.json')).json()).toMatchObject({
      servers: [{ url: '/tasklink' }],
    })
  })
})
