import { createTaskClient, TasklinkPanelElement } from 'tasklink/element'
import { createHostSource } from 'tasklink/host'
import { clientOptions, signIn } from '../agent-sign-in.ts'

await signIn()

// Importing registers nothing: the name is the page's to choose.
customElements.define('tasklink-panel', TasklinkPanelElement)

// Without a CCP in this page, the page says which contact is in front of the agent.
const source = createHostSource()
source.set({ contact: null })

const panel = document.querySelector('tasklink-panel')
if (!panel) throw new Error('The page has no <tasklink-panel>.')
panel.options = { source, client: createTaskClient(clientOptions) }

const form = document.querySelector('form')
form?.addEventListener('submit', (event) => {
  event.preventDefault()
  const data = new FormData(form)
  const text = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  // The contact's id is Amazon Connect's.
  source.set({
    contact: {
      contactId: text('contactId'),
      channel: 'chat',
      displayName: text('displayName') || undefined,
    },
  })
})

// The events bubble, and leave the shadow tree.
panel.addEventListener('tasklink-task-created', ({ detail }) => {
  const said = document.getElementById('said')
  if (said) said.textContent = `A task was created for contact ${detail.linkedContactId ?? 'none'}.`
})
