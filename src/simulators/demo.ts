import { runBuiltProxy } from './built-proxy.ts'
import { exampleContact } from './example-contact.ts'
import { startFarSide } from './far-side.ts'
import { freePort } from './free-port.ts'
import { ana } from './instance/instance.ts'

const usualPort = 4400

const say = (text: string) => process.stdout.write(`${text}\n`)

/**
 * Returns the port in PORT, or undefined if that one is taken. Without PORT: the usual port, or a free one if that one is
 * taken.
 */
async function choosePort(): Promise<number | undefined> {
  const asked = process.env['PORT']
  const wanted = asked ? Number(asked) : usualPort
  const port = await freePort(wanted)
  if (port === wanted) return port
  if (asked) {
    say(`Port ${asked} is taken. Choose another: PORT=${port} npm start`)
    return undefined
  }
  say(`Port ${wanted} is taken, so Tasklink uses port ${port}. To choose a port: PORT=… npm start`)
  return port
}

/** Runs the whole product on one machine, without an AWS account. */
async function demo(): Promise<void> {
  const port = await choosePort()
  if (port === undefined) {
    process.exitCode = 1
    return
  }
  const panelOrigin = `http://localhost:${port}`
  const farSide = await startFarSide({ panelOrigin, scenario: 'call-and-chat' })
  const proxy = await runBuiltProxy(port, farSide.environment)
  farSide.connect.setContacts(ana.userId, [exampleContact])
  say(`Tasklink is ready: ${proxy.origin}`)
  say(`Examples of embedding it: ${farSide.examples.origin}`)

  async function stop() {
    await proxy.stop()
    await farSide.close()
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

await demo()
