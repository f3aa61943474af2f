import { runBuiltProxy } from './built-proxy.ts'
import { choosePort } from './choose-port.ts'
import { exampleContact } from './example-contact.ts'
import { startFarSide } from './far-side.ts'
import { ana } from './instance/instance.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** Runs the whole product on one machine, without an AWS account. */
async function demo(): Promise<void> {
  const port = await choosePort('npm start', say)
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
