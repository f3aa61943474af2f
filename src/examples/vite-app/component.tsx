import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createTaskClient, TaskPanel, type DoneNews, type FieldRules } from 'tasklink'
import { clientOptions } from './client-options.ts'
import { openContacts } from './contacts.ts'

// Keep one client and one source for as long as the same agent is signed in.
const client = createTaskClient(clientOptions)
const source = openContacts()

// Outside the component: a new object on each render would be read again on each render.
const fields: FieldRules = {
  attributes: { byKey: { reason: { isRequired: true }, source: { default: 'crm', isLocked: true } } },
}

function count({ linkedContactId }: DoneNews): void {
  document.title = `A task for ${linkedContactId ?? 'no contact'}`
}

const app = document.getElementById('app')
if (!app) throw new Error('The page has no #app.')
createRoot(app).render(
  <StrictMode>
    <TaskPanel source={source} client={client} fields={fields} onTaskCreated={count} />
  </StrictMode>,
)
