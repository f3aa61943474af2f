import { demoPolicy } from '../simulators/demo-policy.ts'
import { exampleContact } from '../simulators/example-contact.ts'
import { choosePort } from '../simulators/choose-port.ts'
import { startFarSide } from '../simulators/far-side.ts'
import { freePort } from '../simulators/free-port.ts'
import { ana } from '../simulators/instance/instance.ts'
import { writePolicyFile } from '../simulators/policy-file.ts'
import { startPanelServer } from './panel-server.ts'
import { watchProxy } from './watched-proxy.ts'

// Vite builds the proxy in this process, and would set it to `production` for the panel too, which then has no hot reload.
process.env['NODE_ENV'] = 'development'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** Runs the whole product like `npm start`, but the panel and the proxy follow their source. */
async function dev(): Promise<void> {
  const port = await choosePort('npm run dev', say)
  if (port === undefined) {
    process.exitCode = 1
    return
  }
  const farSide = await startFarSide({
    panelOrigin: `http://localhost:${port}`,
    scenario: 'call-and-chat',
    isLargeInstance: true,
  })
  farSide.connect.setContacts(ana.userId, [exampleContact])
  const policy = await writePolicyFile(demoPolicy)
  const environment = { ...farSide.environment, POLICY_FILE: policy.path }
  const proxy = await watchProxy({ port: await freePort(), environment, say })
  const panel = await startPanelServer(port, proxy)
  say(`Tasklink is ready and follows the source: http://localhost:${port}`)
  say(`Examples of embedding it: ${farSide.examples.origin}`)

  async function stop() {
    await Promise.all([panel.close(), proxy.stop()])
    await Promise.all([farSide.close(), policy.remove()])
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

await dev()
