import { createTaskClient, TasklinkPanelElement } from 'tasklink/element'
import { clientOptions } from './client-options.ts'
import { openContacts } from './contacts.ts'

// Importing registers nothing: whether and under which name is the page's to say.
customElements.define('tasklink-panel', TasklinkPanelElement)

const panel = document.querySelector('tasklink-panel')
if (!panel) throw new Error('The page has no <tasklink-panel>.')
panel.options = { source: openContacts(), client: createTaskClient(clientOptions) }
// The events bubble, so any element around the panel may listen.
panel.addEventListener('tasklink-failure', ({ detail }) => {
  document.title = `${detail.code}: ${detail.outcome}`
})
