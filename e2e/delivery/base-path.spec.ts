import { createServer, request as requestTo } from 'node:http'
import { expect } from '@playwright/test'
import { runBuiltProxy } from '../../src/simulators/built-proxy.ts'
import { startFarSide } from '../../src/simulators/far-side.ts'
import { freePort } from '../../src/simulators/free-port.ts'
import { listen, stopListening } from '../../src/simulators/listen.ts'
import { createAndSee, fillTask, linkedContact, nameField } from '../support/panel.ts'
import { test } from '../support/worker.ts'

/** A company's web server that forwards one path to the proxy and answers all others itself. */
async function startWebServer(path: string, proxyPort: number) {
  const server = createServer((request, response) => {
    if (request.url !== path && !request.url?.startsWith(`${path}/`)) {
      response.writeHead(404).end('Another application')
      return
    }
    const { method, headers, url } = request
    const passedOn = requestTo(
      { host: 'localhost', port: proxyPort, path: url, method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    passedOn.on('error', () => response.writeHead(502).end())
    request.pipe(passedOn)
  })
  return { server, origin: await listen(server, 0, 'localhost') }
}

test('all pages work below a path of another server', async ({ page }) => {
  const port = await freePort()
  const { server, origin } = await startWebServer('/tasklink', port)
  const farSide = await startFarSide({ panelOrigin: origin, basePath: '/tasklink', scenario: 'call' })
  const proxy = await runBuiltProxy(port, { ...farSide.environment, PANEL_TITLE: 'Customer tasks' })
  const missing: string[] = []
  page.on('response', (response) => {
    if (response.status() === 404) missing.push(response.url())
  })

  await test.step('the agent signs in and creates a task', async () => {
    await page.goto(`${origin}/tasklink`)
    await expect(linkedContact(page)).toContainText('+12065550142')
    await fillTask(page)
    await createAndSee(page)
    await expect(page).toHaveURL(`${origin}/tasklink/`)
    await expect(page).toHaveTitle('Customer tasks')
  })
  await test.step('the panel alone is signed in without a prompt', async () => {
    await page.goto(`${origin}/tasklink/embed`)
    await fillTask(page)
  })
  await test.step('the agent workspace shows the panel', async () => {
    await page.goto(`${farSide.workspace.url}?scenario=call`)
    await expect(nameField(page.frameLocator('iframe'))).toBeVisible()
  })

  expect(missing).toEqual([])
  expect(farSide.connect.tasks).toHaveLength(1)
  await proxy.stop()
  await Promise.all([farSide.close(), stopListening(server)])
})
