import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

  it('lets approved origins frame it and nobody else', async () => {
    const response = await fetch(`${ccp.url}?scenario=call`)

    expect(response.headers.get('content-security-policy')).toBe(
      "frame-ancestors 'self' http://localhost:5173",
    )
  })

  it('lets nobody else frame it once its origin is no longer approved, until it is reset', async () => {
    const policy = async () => (await fetch(ccp.url)).headers.get('content-security-policy')

    ccp.approve([])
    expect(await policy()).toBe("frame-ancestors 'self'")

    ccp.reset()
    expect(await policy()).toBe("frame-ancestors 'self' http://localhost:5173")
  })

  it('serves scripts as scripts', async () => {
    const response = await fetch(new URL('page.js', ccp.url))

    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it('tells the page who its agent is and where the Connect service is', async () => {
    const response = await fetch(new URL('configuration.json', ccp.url))

    expect(await response.json()).toEqual({ connectUrl: 'http://127.0.0.1:9000', agent: ana })
  })

  it('keeps what the page leaves with it, until it is reset', async () => {
    const session = new URL('kept/session', ccp.url)
    const kept = async () => (await fetch(session)).json()
    expect(await kept()).toBeNull()

    await fetch(session, { method: 'PUT', body: '{"status":"signed-out"}' })
    expect(await kept()).toEqual({ status: 'signed-out' })

    ccp.reset()
    expect(await kept()).toBeNull()
  })

  it('tells the page how to open next', async () => {
    ccp.openNext({ speech: 'silent', acknowledgementDelayMs: 0, agentDelayMs: 0 })

    expect(await (await fetch(new URL('kept/opening', ccp.url))).json()).toMatchObject({ speech: 'silent' })
  })

  it('answers 404 outside of its path and for files it does not have', async () => {
    expect((await fetch(new URL('/', ccp.url))).status).toBe(404)
    expect((await fetch(new URL('absent.js', ccp.url))).status).toBe(404)
  })

  it('answers 404 for an address that climbs out of the page', async () => {
    expect((await fetch(new URL('..%2fsecret.html', ccp.url))).status).toBe(404)
  })

  it('answers 404 for an address that cannot be decoded', async () => {
    expect((await fetch(new URL('%ff.html', ccp.url))).status).toBe(404)
  })

  it('takes no other method than GET and HEAD for the page', async () => {
    expect((await fetch(ccp.url, { method: 'POST' })).status).toBe(405)
  })
})

describe('staticFile()', () => {
  it('reads nothing outside of its directory', async () => {
    expect(await staticFile(pageDirectory, '../secret.html')).toBeUndefined()
  })
})
