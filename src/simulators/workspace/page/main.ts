import { connectServiceAt } from '../../ccp/page/connect/connect-service.ts'
import { drawContactControls, wireContactControls } from '../../ccp/page/controls/contact-controls.ts'
import { drawContacts } from '../../ccp/page/controls/contact-list.ts'
import { element } from '../../ccp/page/controls/element.ts'
import { parseScenario, stateOfScenario } from '../../ccp/page/scenarios.ts'
import { showNotice } from '../../ccp/page/controls/views.ts'
import { wireAppControls } from './app-controls.ts'
import { createAppFrames } from './app-frames.ts'
import { permissions } from './app-registration.ts'
import { loadConfiguration } from './configuration.ts'
import { createWorkspaceScript } from './workspace-script.ts'
import { createWorkspace } from './workspace.ts'

const { connectUrl, agent, accessUrl } = await loadConfiguration()
const initial = stateOfScenario(parseScenario(location.search), agent, new Date())
let isSilent = false
const silence = (next: boolean) => {
  isSilent = next
}

const frames = createAppFrames({
  container: element('apps', HTMLElement),
  state: () => workspace.contacts.state(),
  healthCheckIntervalMs: 5_000,
  isSilent: () => isSilent,
})
const workspace = createWorkspace({
  initial: { ...initial, contacts: [], viewedContactId: '' },
  registration: { accessUrl, permissions, contactHandling: 'PER_CONTACT' },
  frames,
  tellService: connectServiceAt(connectUrl),
  onServiceFailure: () => showNotice('The simulators cannot be reached; they do not know these contacts.'),
})

window.workspace = createWorkspaceScript(workspace, silence)
wireContactControls(workspace.contacts)
wireAppControls(workspace, silence)
const draw = () => {
  drawContacts(workspace.contacts)
  drawContactControls(workspace.contacts)
}
workspace.contacts.subscribe(draw)
draw()
for (const contact of initial.contacts) {
  // In order: contacts arrive one after another.
  await workspace.contacts.add(contact)
}
