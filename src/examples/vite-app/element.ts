import { createTaskClient, TasklinkPanelElement } from 'tasklink/element'
import { clientOptions } from './client-options.ts'
import { openContacts } from './contacts.ts'

customElements.define('tasklink-panel', TasklinkPanelElement)

const panel = document.querySelector('tasklink-panel')
if (!panel) throw new Error('The page has no <tasklink-panel>.')
panel.options = { source: openContacts(), client: createTaskClient(clientOptions) }
panel.addEventListener('tasklink-failure', ({ detail }) => {
  document.title = `${detail.code}: ${detail.outcome}`
})
