import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactPage } from '../../core/contact/contact-page.ts'
import { ana } from '../instance/instance.ts'
import { staticFile } from '../static-file.ts'
import { type CcpSimulator, startCcpSimulator } from './ccp-simulator.ts'

let directory: string
let pageDirectory: string
let ccp: CcpSimulator

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ccp-simulator-'))
  pageDirectory = join(directory, 'page')
  await mkdir(pageDirectory)
  await writeFile(join(directory, 'secret.html'), 'secret')
  await writeFile(join(pageDirectory, 'index.html'), '<!doctype html>')
  await writeFile(join(pageDirectory, 'page.js'), 'void 0')
  ccp = await startCcpSimulator({
    approvedOrigins: ['http://localhost:5173'],
    connectUrl: 'http://127.0.0.1:9000',
    agent: ana,
    pageDirectory,
  })
})

afterAll(async () => {
  await ccp.close()
  await rm(directory, { recursive: true })
})

describe('startCcpSimulator()', () => {
  it('serves the page under the path of a real CCP', async () => {
    const response = await fetch(ccp.url)

    expect(new URL(ccp.url).pathname).toBe('/ccp-v2/')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('can be framed by approved origins only', async () => {
    const response = await fetch(`${ccp.url}?scenario=call`)

    expect(response.headers.get('content-security-policy')).toBe(
      "frame-ancestors 'self' http://localhost:5173",
    )
  })

  it('cannot be framed by an origin whose approval was removed, until a reset', async () => {
    const policy = async () => (await fetch(ccp.url)).headers.get('content-security-policy')

    ccp.approve([])
    expect(await policy()).toBe("frame-ancestors 'self'")

    ccp.reset()
    expect(await policy()).toBe("frame-ancestors 'self' http://localhost:5173")
  })

  it('serves scripts with their content type', async () => {
    const response = await fetch(new URL('page.js', ccp.url))

    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it('serves the agent and the address of Connect in configuration.json', async () => {
    const response = await fetch(new URL('configuration.json', ccp.url))

    expect(await response.json()).toEqual({ connectUrl: 'http://127.0.0.1:9000', agent: ana })
  })

  it('stores the session of the page until a reset', async () => {
    const session = new URL('kept/session', ccp.url)
    const kept = async () => (await fetch(session)).json()
    expect(await kept()).toBeNull()

    await fetch(session, { method: 'PUT', body: '{"status":"signed-out"}' })
    expect(await kept()).toEqual({ status: 'signed-out' })

    ccp.reset()
    expect(await kept()).toBeNull()
  })

  it('serves the opening that a test has set', async () => {
    ccp.openNext({ speech: 'silent', acknowledgementDelayMs: 0, agentDelayMs: 0 })

    expect(await (await fetch(new URL('kept/opening', ccp.url))).json()).toMatchObject({ speech: 'silent' })
  })

  it('has the page of a contact that the panel links to', async () => {
    const response = await fetch(contactPage(ccp.url, '93700215-5f0c') ?? '')

    expect(response.status).toBe(200)
    expect(await response.text()).toContain('93700215-5f0c')
  })

  it('answers 404 outside its path and for missing files', async () => {
    expect((await fetch(new URL('/', ccp.url))).status).toBe(404)
    expect((await fetch(new URL('absent.js', ccp.url))).status).toBe(404)
  })

  it('answers 404 for a path that leaves the page directory', async () => {
    expect((await fetch(new URL('..%2fsecret.html', ccp.url))).status).toBe(404)
  })

  it('answers 404 for a path that cannot be decoded', async () => {
    expect((await fetch(new URL('%ff.html', ccp.url))).status).toBe(404)
  })

  it('allows only GET and HEAD for the page', async () => {
    expect((await fetch(ccp.url, { method: 'POST' })).status).toBe(405)
  })
})

describe('staticFile()', () => {
  it('does not read files outside its directory', async () => {
    expect(await staticFile(pageDirectory, '../secret.html')).toBeUndefined()
  })
})
