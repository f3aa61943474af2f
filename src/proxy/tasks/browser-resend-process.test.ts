import { once } from 'node:events'
import { connect as dial, createServer, type Socket } from 'node:net'
import { chromium, type Browser } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { createdTaskSchema } from '../../contract/tasks/tasks.ts'
import { tasksPath } from '../../contract/tasks/task-paths.ts'
import { runBuiltProxy, type BuiltProxy } from '../../simulators/built-proxy.ts'
import { findHeadlessShell } from '../../simulators/find-chromium.ts'
import { freePort } from '../../simulators/free-port.ts'
import { plainTask, startProxyScene } from '../harness/proxy-scene.ts'

/** These tests start a proxy and a browser, which is slow on a busy machine. */
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const { connect, token, environment, close } = await startProxyScene()
const file = inject('builtProxy')

const starts = () => connect.received.filter(({ operation }) => operation === 'StartTaskContact')

interface Line {
  readonly port: number
  /** How many POSTs the browser has sent. */
  posts: number
  resetOnce: 'never' | 'when Connect has the task' | 'when the answer comes'
  readonly close: () => void
}

/** A line between browser and proxy. It may reset the browser’s connection after the proxy has the request. */
async function openLine(proxyPort: number): Promise<Line> {
  const sockets = new Set<Socket>()
  const server = createServer((browser) => {
    const proxy = dial(proxyPort, 'localhost')
    let isPost = false
    for (const socket of [browser, proxy]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => sockets.delete(socket))
    }
    const reset = () => {
      line.resetOnce = 'never'
      browser.resetAndDestroy()
      proxy.resetAndDestroy()
    }
    browser.on('data', (said: Buffer) => {
      proxy.write(said)
      if (!said.toString('latin1').startsWith('POST')) return
      isPost = true
      line.posts += 1
      if (line.resetOnce === 'when Connect has the task')
        void vi.waitUntil(() => starts().length > 0).then(reset)
    })
    proxy.on('data', (said: Buffer) => {
      if (isPost && line.resetOnce === 'when the answer comes') reset()
      else browser.write(said)
    })
    browser.on('close', () => proxy.destroy())
    proxy.on('close', () => browser.destroy())
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  const line: Line = {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    posts: 0,
    resetOnce: 'never',
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
  return line
}

let browser: Browser
let proxy: BuiltProxy
let line: Line

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findHeadlessShell() })
})
beforeEach(async () => {
  connect.reset()
  const port = await freePort()
  proxy = await runBuiltProxy(port, environment, file)
  line = await openLine(port)
})
afterEach(async () => {
  line.close()
  await proxy.stop()
})
afterAll(async () => {
  await browser.close()
  await close()
})

describe('Chromium, whose kept-alive connection is reset', () => {
  it.each(['when Connect has the task', 'when the answer comes'] as const)(
    'sends the POST again by itself, and the page gets the task that exists: %s',
    async (moment) => {
      connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 500 })
      connect.failNext('StartTaskContact', {
        kind: 'error',
        status: 402,
        type: 'ServiceQuotaExceededException',
      })
      const page = await browser.newPage()
      await page.goto(`http://localhost:${line.port}/healthz`)
      line.resetOnce = moment
      const answer = await page.evaluate(
        async ({ path, body, bearer }) => {
          const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
          const response = await fetch(path, { method: 'POST', headers, body })
          return { status: response.status, text: await response.text() }
        },
        { path: tasksPath, body: JSON.stringify(plainTask), bearer: token },
      )
      await page.close()

      expect(line.posts).toBe(2)
      expect(answer.status).toBe(201)
      expect(createdTaskSchema.parse(JSON.parse(answer.text)).contactId).toBe(connect.tasks[0]?.contactId)
      expect(connect.tasks).toHaveLength(1)
      expect(starts()).toHaveLength(1)
    },
  )
})
