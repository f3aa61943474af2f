import { createTaskClient, TasklinkPanelElement } from 'tasklink/element'
import { clientOptions } from './client-options.ts'
import { openContacts } from './contacts.ts'

// The import does not register the element, so the page chooses its name.
customElements.define('tasklink-panel', TasklinkPanelElement)

const panel = document.querySelector('tasklink-panel')
if (!panel) throw new Error('The page has no <tasklink-panel>.')
panel.options = { source: openContacts(), client: createTaskClient(clientOptions) }
// The events bubble, so any ancestor of the panel can listen.
panel.addEventListener('tasklink-failure', ({ detail }) => {
  document.title = `${detail.code}: ${detail.outcome}`
})
