import { createTaskClient, mount, type MountedPanel } from 'tasklink/mount'
import { createStreamsOwner } from 'tasklink/streams-owner'
import { clientOptions, signIn } from '../agent-sign-in.ts'

const element = (id: string) => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no #${id}.`)
  return found
}

await signIn()

// `tasklink/mount` contains React, so this page does not need it.
const client = createTaskClient(clientOptions)
// The CCP stays on the page while the panel is closed.
const source = createStreamsOwner({
  ccpUrl: 'https://example.my.connect.aws/ccp-v2/',
  container: element('ccp'),
  softphone: { allowFramedSoftphone: true },
})

let panel: MountedPanel | undefined

// Closing the panel loses nothing: drafts are kept in this browser, for this agent.
const tasks = element('tasks')
tasks.addEventListener('click', () => {
  if (panel) {
    panel.unmount()
    panel = undefined
  } else {
    panel = mount(element('tasklink'), { source, client })
  }
  tasks.setAttribute('aria-expanded', String(panel !== undefined))
})
