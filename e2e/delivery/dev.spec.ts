import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { freePort } from '../../src/simulators/free-port.ts'
import { createAndSee, fillTask, linkedContact } from '../support/panel.ts'
import { shareInWorker, test as base } from '../support/worker.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The address in the line that reports that the server is ready. */
async function printedAddress({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The output of the development server is not read.')
  for await (const line of createInterface(stdout)) {
    const [address] = /http:\/\/\S+/.exec(line) ?? []
    if (address !== undefined) return address
  }
  throw new Error('The development server ended before it was ready.')
}

/** Runs `npm run dev` without building the simulators, because they are built already. */
const shareDev = shareInWorker<string>(async () => {
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/dev/dev.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    thing: await printedAddress(server),
    stop: async () => {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
    },
  }
})

const test = base.extend<{ readonly address: string }>({
  address: async ({ atEnd }, provide) => provide(await shareDev(null, atEnd)),
})

test.describe.configure({ mode: 'default' })

test('the panel from source signs in and creates a task for the contact in the CCP', async ({
  address,
  page,
}) => {
  const refusals: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions-Policy/.test(message.text())) refusals.push(message.text())
  })
  await page.goto(address)
  await expect(linkedContact(page)).toContainText('+12065550142')
  await fillTask(page)
  await createAndSee(page)

  expect(refusals).toEqual([])
})

test('a page has the proxy’s headers, and its policy allows the page’s scripts by a nonce', async ({
  address,
  request,
}) => {
  const page = (await request.get(address)).headers()
  const api = (await request.get(`${address}/api/v1/config`)).headers()

  expect(page['permissions-policy']).toBe(api['permissions-policy'])
  expect(page['cross-origin-opener-policy']).toBe(api['cross-origin-opener-policy'])
  expect(page['content-security-policy']?.replaceAll(/ 'nonce-[^']+'|; worker-src blob:/g, '')).toBe(
    api['content-security-policy'],
  )
})

test('the proxy answers an address that is not a file', async ({ address, request }) => {
  const response = await request.get(`${address}/nothing-here`)

  expect(response.status()).toBe(404)
  expect(response.headers()['content-type']).toContain('application/problem+json')
})
