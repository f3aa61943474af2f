import { createServer, request as requestTo, type IncomingMessage, type ServerResponse } from 'node:http'
import { expect } from '@playwright/test'
import { runBuiltProxy } from '../../src/simulators/built-proxy.ts'
import { startFarSide } from '../../src/simulators/far-side.ts'
import { freePort } from '../../src/simulators/free-port.ts'
import { listen, stopListening } from '../../src/simulators/listen.ts'
import { createAndSee, fillTask, linkedContact, nameField, submitButton } from '../support/panel.ts'
import { untilStored } from '../support/stored-drafts.ts'
import { test } from '../support/worker.ts'

async function textOf(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString()
}

/**
 * A server in front of the proxy. Each deployment has another URL for the same script, and may miss files of the previous
 * deployment.
 */
async function startDeployments(proxyPort: number) {
  let deployment = 0
  let missing = 'nothing'
  const asked: string[] = []
  const renamed = async (answer: IncomingMessage, response: ServerResponse) => {
    const page = await textOf(answer)
    const { 'content-length': _length, ...headers } = answer.headers
    response.writeHead(answer.statusCode ?? 502, headers)
    response.end(page.replace(/start-[\w-]+\.js/, `${'./'.repeat(deployment)}$&`))
  }
  const pass = (request: IncomingMessage, response: ServerResponse) => {
    const { method, headers, url } = request
    const passed = requestTo({ host: 'localhost', port: proxyPort, path: url, method, headers }, (answer) => {
      const { statusCode = 502, headers: answered } = answer
      if (!answered['content-type']?.startsWith('text/html')) {
        response.writeHead(statusCode, answered)
        answer.pipe(response)
        return
      }
      void renamed(answer, response)
    })
    passed.on('error', () => response.writeHead(502).end())
    request.pipe(passed)
  }
  const server = createServer((request, response) => {
    const { url = '' } = request
    asked.push(url)
    if (url.includes(missing)) response.writeHead(404).end()
    else pass(request, response)
  })
  return {
    server,
    origin: await listen(server, 0, 'localhost'),
    deploy: (without: string) => {
      deployment += 1
      missing = without
    },
    /** From now on no file is missing. */
    complete: () => {
      missing = 'nothing'
    },
    asksFor: (file: string) => asked.filter((url) => url.includes(file)).length,
  }
}

test('a page whose files a new deployment has removed is loaded again once, and keeps the draft', async ({
  page,
}) => {
  const port = await freePort()
  const site = await startDeployments(port)
  const farSide = await startFarSide({ panelOrigin: site.origin, scenario: 'call' })
  const proxy = await runBuiltProxy(port, farSide.environment)
  const partMissing = page.getByText('This part of the panel could not be loaded.').filter({ visible: true })

  await test.step('by itself at the start, and not a second time although the file is still missing', async () => {
    await page.route(
      '**/late-chunk-*.js',
      (route) => {
        site.deploy('late-chunk-')
        return route.continue()
      },
      { times: 2 },
    )
    await page.goto(site.origin)
    await expect.poll(() => site.asksFor('late-chunk-')).toBe(2)
    await expect(partMissing).toBeVisible()
    // Wait for the contact: a draft that is begun before that has no contact until the agent chooses one.
    await expect(linkedContact(page)).toContainText('+12065550142')
    await nameField(page).fill('Call back')

    await expect(submitButton(page)).toBeDisabled()
    expect(site.asksFor('late-chunk-')).toBe(2)
  })
  await test.step('after the agent has typed, only by a press that needs the missing file', async () => {
    site.complete()
    await page.getByRole('button', { name: 'Try again' }).click()
    await fillTask(page, 'Call back about the refund')
    await untilStored(page, 'Call back about the refund')
    site.deploy('key-list-chunk-')
    const shown = await page.evaluate(() => performance.timeOrigin)
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await page.waitForFunction((before) => performance.timeOrigin !== before, shown)
    site.complete()

    await expect(nameField(page)).toHaveValue('Call back about the refund')
    expect(farSide.connect.tasks).toEqual([])
    await createAndSee(page)
    expect(farSide.connect.tasks).toHaveLength(1)
  })
  await proxy.stop()
  await Promise.all([farSide.close(), stopListening(site.server)])
})
