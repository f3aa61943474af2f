import { once } from 'node:events'
import { connect as dial, createServer, type Socket } from 'node:net'
import { chromium, type Browser } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { messagesPath } from '../../contract/messages/message-paths.ts'
import { sentMessageSchema } from '../../contract/messages/messages.ts'
import { tasksPath } from '../../contract/tasks/task-paths.ts'
import { runBuiltProxy, type BuiltProxy } from '../../simulators/built-proxy.ts'
import { findHeadlessShell } from '../../simulators/find-chromium.ts'
import { freePort } from '../../simulators/free-port.ts'
import { writePolicyFile } from '../../simulators/policy-file.ts'
import { messageBody, numberHashSecret } from '../harness/message-scene.ts'
import { plainTask, startProxyScene } from '../harness/proxy-scene.ts'

/** These tests start a proxy and a browser, which is slow on a busy machine. */
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const { connect, token, environment, close } = await startProxyScene()
const file = inject('builtProxy')
const policy = await writePolicyFile({ policies: [{ name: 'All', messages: { recipients: 'anyone' } }] })

const starts = () =>
  connect.received.filter(
    ({ operation }) => operation === 'StartTaskContact' || operation === 'StartOutboundChatContact',
  )

interface Line {
  readonly port: number
  /** How many POSTs the browser has sent. */
  posts: number
  resetOnce: 'never' | 'when Connect has it' | 'when the answer comes'
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
      if (line.resetOnce === 'when Connect has it')
        void vi.waitUntil(() => starts().length > 0, { timeout: 20_000 }).then(reset)
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
  proxy = await runBuiltProxy(
    port,
    { ...environment, POLICY_FILE: policy.path, NUMBER_HASH_SECRET: numberHashSecret },
    file,
  )
  line = await openLine(port)
})
afterEach(async () => {
  line.close()
  await proxy.stop()
})
afterAll(async () => {
  await browser.close()
  await Promise.all([close(), policy.remove()])
})

const quota = (status: number, type: string) => ({ kind: 'error', status, type }) as const

/** The request of the page, and the answer of Connect to a second call. */
const kinds = {
  task: {
    path: tasksPath,
    body: plainTask,
    operation: 'StartTaskContact',
    refusal: quota(402, 'ServiceQuotaExceededException'),
    made: () => connect.tasks,
  },
  message: {
    path: messagesPath,
    // The contact of another scene is unknown here.
    body: messageBody({ link: undefined }),
    operation: 'StartOutboundChatContact',
    refusal: quota(429, 'LimitExceededException'),
    made: () => connect.messages,
  },
} as const

describe('Chromium, whose kept-alive connection is reset', () => {
  it.each([
    ['task', 'when Connect has it'],
    ['task', 'when the answer comes'],
    ['message', 'when Connect has it'],
    ['message', 'when the answer comes'],
  ] as const)(
    'sends the POST again by itself, and the page gets the %s that exists: %s',
    async (kind, moment) => {
      const { path, body, operation, refusal, made } = kinds[kind]
      connect.failNext(operation, { kind: 'slow', milliseconds: 500 })
      connect.failNext(operation, refusal)
      const page = await browser.newPage()
      await page.goto(`http://localhost:${line.port}/healthz`)
      line.resetOnce = moment
      const answer = await page.evaluate(
        async ({ to, sent, bearer }) => {
          const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
          const response = await fetch(to, { method: 'POST', headers, body: sent })
          return { status: response.status, text: await response.text() }
        },
        { to: path, sent: JSON.stringify(body), bearer: token },
      )
      await page.close()

      expect(line.posts).toBe(2)
      expect(answer.status).toBe(201)
      expect(sentMessageSchema.parse(JSON.parse(answer.text)).contactId).toBe(made()[0]?.contactId)
      expect(made()).toHaveLength(1)
      expect(starts()).toHaveLength(1)
    },
  )
})
