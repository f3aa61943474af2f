import { createTaskClient, TasklinkPanelElement } from 'tasklink/element'
import { createHostSource } from 'tasklink/host'
import { clientOptions, signIn } from '../agent-sign-in.ts'

await signIn()

// The import does not register the element, so the page chooses its name.
customElements.define('tasklink-panel', TasklinkPanelElement)

// This page has no CCP, so it sets the current contact itself.
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
  // Use Amazon Connect's contact id.
  source.set({
    contact: {
      contactId: text('contactId'),
      channel: 'chat',
      displayName: text('displayName') || undefined,
    },
  })
})

// The events bubble and are composed, so they leave the shadow tree.
panel.addEventListener('tasklink-task-created', ({ detail }) => {
  const said = document.getElementById('said')
  if (said) said.textContent = `A task was created for contact ${detail.linkedContactId ?? 'none'}.`
})
