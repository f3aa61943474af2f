import type { InstanceUser } from '../../instance/instance.ts'
import { manyQuickConnects } from '../../instance/many-quick-connects.ts'
import { createAnswerModes } from './host/answer-modes.ts'
import { watchAssignedTasks } from './connect/assigned-tasks.ts'
import { createCcp } from './ccp.ts'
import { createCcpScript } from './ccp-script.ts'
import type { CcpState } from './state/ccp-state.ts'
import { type CcpConfiguration, loadConfiguration } from './configuration.ts'
import { connectServiceAt, noConnectService } from './connect/connect-service.ts'
import { connectTasksAt } from './connect/connect-tasks.ts'
import { connectTemplatesAt } from './connect/connect-templates.ts'
import { drawContacts } from './controls/contact-list.ts'
import { drawContactControls, wireContactControls } from './controls/contact-controls.ts'
import { createDoor } from './session/door.ts'
import { hostOf, noHost } from './host/host.ts'
import { answerHost } from './host/host-requests.ts'
import { keepSession, keepSignedIn, readOpening, readSession } from './session/kept.ts'
import { type Opening, openTo } from './session/opening.ts'
import { publishInOrder } from './host/publish.ts'
import { endpoints, endpointsOf } from './connect/quick-connects.ts'
import { receivedMessages } from './host/received-messages.ts'
import { parseScenario, stateOfScenario } from './scenarios.ts'
import { wireServiceControls } from './controls/service-controls.ts'
import { createSession } from './session/session.ts'
import { wireTaskControls } from './controls/task-controls.ts'
import { wireTemplateControls } from './controls/template-controls.ts'
import { showAtWork, showClosed, showNotice } from './controls/views.ts'

interface Found {
  readonly configuration: CcpConfiguration
  readonly state: CcpState
  readonly opening: Opening
}

async function work({ configuration, state, opening }: Found) {
  const { connectUrl, agent, isLargeInstance = false } = configuration
  const isHeard = window.parent !== window && opening.speech !== 'silent'
  const door = createDoor(isHeard ? hostOf(window) : noHost)
  const tellConnect = connectUrl ? connectServiceAt(connectUrl) : noConnectService
  const publish = publishInOrder({
    host: door.host,
    tellService: async (published) => {
      const status = door.closed() === 'expired' ? 'expired' : 'signed-in'
      await Promise.all([tellConnect(published), keepSession({ status, state: published })])
    },
    opened: openTo(door.host.post, opening),
    onServiceFailure: () => showNotice('The simulators cannot be reached; they do not know these contacts.'),
  })
  const ccp = createCcp(state, publish)
  const session = createSession({
    ccp,
    door,
    publish,
    onClosed: (why) => showClosed(why, () => reopen(agent)),
  })

  const received = receivedMessages()
  const modes = createAnswerModes()
  const answer = answerHost(
    door.host,
    ccp,
    modes,
    isLargeInstance ? endpointsOf(manyQuickConnects) : endpoints,
  )
  door.host.onMessage((message) => {
    received.keep(message)
    answer(message)
  })

  window.ccp = createCcpScript({ ccp, session, received: received.all, modes })
  wireContactControls(ccp)
  if (connectUrl) {
    const tasks = connectTasksAt(connectUrl, agent)
    wireTaskControls(ccp, tasks)
    wireTemplateControls(connectTemplatesAt(connectUrl))
    watchAssignedTasks({ ccp, tasks, agent, isOpen: () => door.closed() === undefined })
  }
  wireServiceControls({ session, modes, opening })
  const draw = () => {
    drawContacts(ccp)
    drawContactControls(ccp)
  }
  ccp.subscribe(draw)
  draw()
  showAtWork()
  await publish(state, state.viewedContactId ? [state.viewedContactId] : [])
}

async function reopen(agent: InstanceUser) {
  const kept = await readSession(agent)
  if (kept) await keepSignedIn(kept)
  location.reload()
}

// Streams opens its login popup at the CCP's own address; a SAML provider sends the popup back here.
const isReturn = new URLSearchParams(location.search).has('signed-in')
const isLoginPopup = window.parent === window && (window.opener !== null || isReturn)
const configuration = await loadConfiguration()
const { agent } = configuration
const [kept, opening] = await Promise.all([readSession(agent), readOpening()])

if (kept && kept.status !== 'signed-in') showClosed(kept.status, () => reopen(agent))
else if (isLoginPopup) showNotice('You are signed in. You may close this window.')
else {
  const state = kept?.state ?? stateOfScenario(parseScenario(location.search), agent, new Date())
  await work({ configuration, state, opening })
}
