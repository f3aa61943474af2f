import { createTaskClient, mount, type MountedPanel } from 'tasklink/mount'
import { createStreamsOwner } from 'tasklink/streams-owner'
import 'tasklink/tasklink.css'
import { clientOptions, signIn } from '../agent-sign-in.ts'

const element = (id: string) => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no #${id}.`)
  return found
}

await signIn()

// React is inside `tasklink/mount`; this page needs none.
const client = createTaskClient(clientOptions)
// The CCP stays for the life of the page, whether the panel is shown or not.
const source = createStreamsOwner({
  ccpUrl: 'https://example.my.connect.aws/ccp-v2/',
  container: element('ccp'),
  softphone: { allowFramedSoftphone: true },
})

let panel: MountedPanel | undefined

// A panel that is closed forgets nothing: what was typed is kept in this browser, for this agent.
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
