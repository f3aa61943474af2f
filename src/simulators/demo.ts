import { runBuiltProxy } from './built-proxy.ts'
import { choosePort } from './choose-port.ts'
import { demoPolicy } from './demo-policy.ts'
import { exampleContact } from './example-contact.ts'
import { startFarSide } from './far-side.ts'
import { ana } from './instance/instance.ts'
import { writePolicyFile } from './policy-file.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** The text that tells a developer how to embed the panel in their own page. */
const ownPageFacts = (origin: string, proxyOrigin: string, environment: Readonly<Record<string, string>>) => `
Your page ${origin}/ may embed the panel:
  baseUrl of the proxy   ${proxyOrigin}
  identity provider      ${environment['OIDC_ISSUER']}, client ${environment['OIDC_CLIENT_ID']}, redirect URI ${origin}/
  CCP                    ${environment['CONNECT_CCP_URL']}
  a contact of the agent ${exampleContact.contactId}`

/** Runs the whole product on one machine, without an AWS account. */
async function demo(): Promise<void> {
  const port = await choosePort('npm start', say)
  if (port === undefined) {
    process.exitCode = 1
    return
  }
  const panelOrigin = `http://localhost:${port}`
  // The address of a developer's own page that is to embed the panel.
  const desktop = process.env['DESKTOP_ORIGIN']
  if (desktop !== undefined && !URL.canParse(desktop)) {
    say('DESKTOP_ORIGIN must be an origin, such as http://localhost:5173.')
    process.exitCode = 1
    return
  }
  const desktopOrigin = desktop === undefined ? undefined : new URL(desktop).origin
  const farSide = await startFarSide({
    panelOrigin,
    scenario: 'call-and-chat',
    isLargeInstance: true,
    desktopOrigin,
  })
  const policy = await writePolicyFile(demoPolicy)
  const proxy = await runBuiltProxy(port, { ...farSide.environment, POLICY_FILE: policy.path })
  farSide.connect.setContacts(ana.userId, [exampleContact])
  say(`Tasklink is ready: ${proxy.origin}`)
  say(`Examples of embedding it: ${farSide.examples.origin}`)
  say('Amazon Connect, S3 and the sign-in are simulated on this machine. Ctrl+C stops everything.')
  if (desktopOrigin !== undefined) say(ownPageFacts(desktopOrigin, proxy.origin, farSide.environment))

  async function stop() {
    await proxy.stop()
    await Promise.all([farSide.close(), policy.remove()])
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

await demo()
