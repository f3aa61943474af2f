import { runBuiltProxy } from './built-proxy.ts'
import { exampleContact } from './example-contact.ts'
import { startFarSide } from './far-side.ts'
import { freePort } from './free-port.ts'
import { ana } from './instance/instance.ts'

const usualPort = 4400

const say = (text: string) => process.stdout.write(`${text}\n`)

/** The port somebody asked for by PORT, or the usual one, or a free one if that is taken; none if the asked-for is. */
async function choosePort(): Promise<number | undefined> {
  const asked = process.env['PORT']
  const wanted = asked ? Number(asked) : usualPort
  const port = await freePort(wanted)
  if (port === wanted) return port
  if (asked) {
    say(`Port ${asked} is taken. Choose another: PORT=${port} npm start`)
    return undefined
  }
  say(`Port ${wanted} is taken, so this is on port ${port}. Choose one yourself with PORT=… npm start`)
  return port
}

/** The whole product on one machine, without an AWS account. */
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
  say(`Every way to embed it: ${farSide.examples.origin}`)

  async function stop() {
    await proxy.stop()
    await farSide.close()
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

await demo()
