import { createCcp } from './ccp.ts'
import { createCcpScript } from './ccp-script.ts'
import { type CcpState, signedIn, withContact } from './ccp-state.ts'
import { type CcpConfiguration, loadConfiguration } from './configuration.ts'
import { connectServiceAt, noConnectService } from './connect-service.ts'
import { drawContacts } from './contact-list.ts'
import { drawControls, wireControls } from './controls.ts'
import { element } from './element.ts'
import { hostOf, noHost } from './host.ts'
import { answerHost, type ApiMode } from './host-requests.ts'
import { type CcpOptions, parseOptions } from './options.ts'
import { publishInOrder } from './publish.ts'
import { receivedMessages } from './received-messages.ts'
import { scenarios } from './scenarios.ts'
import { forgetSignedOut, isSignedOut, rememberSignedOut } from './session.ts'

const notice = (text: string) => {
  element('notice', HTMLParagraphElement).textContent = text
}

function stateFrom(options: CcpOptions, { agent }: CcpConfiguration): CcpState {
  const now = new Date()
  return scenarios[options.scenario].reduce<CcpState>(
    (state, contact) => {
      const contactId = crypto.randomUUID()
      const next = withContact(state, { ...contact, contactId }, now)
      return { ...next, viewedContactId: state.viewedContactId || contactId }
    },
    signedIn(agent, now),
  )
}

async function open(options: CcpOptions, configuration: CcpConfiguration) {
  const host = options.silent || window.parent === window ? noHost : hostOf(window)
  const tellService = configuration.connectUrl ? connectServiceAt(configuration.connectUrl) : noConnectService
  const acknowledged = new Promise<void>((resolve) => {
    setTimeout(() => {
      // Streams reads `data.id` of the first acknowledgement and stays uninitialised without it.
      host.post('acknowledge', { id: crypto.randomUUID() })
      resolve()
    }, options.ackDelayMs)
  })
  const publish = publishInOrder({
    host,
    tellService,
    opened: acknowledged,
    onServiceFailure: () =>
      notice('The Connect simulator cannot be reached; it does not know these contacts.'),
  })
  const initial = stateFrom(options, configuration)
  const ccp = createCcp(initial, publish)

  const received = receivedMessages()
  const modes = new Map<string, ApiMode>()
  const answer = answerHost(host, ccp, (method) => modes.get(method) ?? 'ok')
  let isSignedIn = true
  host.onMessage((message) => {
    received.keep(message)
    // The real CCP has left for its sign-in page by then and answers nothing, not even keep-alive.
    if (isSignedIn) answer(message)
  })

  const signOut = async () => {
    await publish({ ...ccp.state(), contacts: [], viewedContactId: '' }, [])
    isSignedIn = false
    rememberSignedOut()
    host.post('terminated')
    showSignedOut()
  }

  window.ccp = createCcpScript({ ccp, host, signOut, received: received.all, modes })
  wireControls(ccp, signOut)
  const draw = () => {
    drawContacts(ccp)
    drawControls(ccp)
  }
  ccp.subscribe(draw)
  draw()
  showAtWork(true)
  await publish(initial, initial.viewedContactId ? [initial.viewedContactId] : [])
}

function showAtWork(isAtWork: boolean) {
  element('agent', HTMLDivElement).hidden = !isAtWork
  element('at-work', HTMLElement).hidden = !isAtWork
}

function showSignedOut() {
  showAtWork(false)
  element('signed-out', HTMLElement).hidden = false
  element('sign-in', HTMLButtonElement).addEventListener('click', () => {
    forgetSignedOut()
    location.reload()
  })
}

if (window.opener !== null && window.parent === window) {
  // Streams opens its login popup at the CCP's own address; here the agent signs in inside the frame.
  notice('Sign in inside the embedded Contact Control Panel. You may close this window.')
} else if (isSignedOut()) {
  showSignedOut()
} else {
  await open(parseOptions(location.search), await loadConfiguration())
}
