import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createTaskClient, TaskPanel, type CreatedTaskNews, type FieldRules } from 'tasklink'
import 'tasklink/tasklink.css'
import { clientOptions } from './client-options.ts'
import { openContacts } from './contacts.ts'

// One client and one source for the life of the page: another client is another agent's panel.
const client = createTaskClient(clientOptions)
const source = openContacts()

// Beside the component and not in it: rules that are new on each render are read anew on each.
const fields: FieldRules = {
  attributes: { byKey: { reason: { isRequired: true }, source: { default: 'crm', isLocked: true } } },
}

function count({ linkedContactId }: CreatedTaskNews): void {
  document.title = `A task for ${linkedContactId ?? 'nobody'}`
}

const app = document.getElementById('app')
if (!app) throw new Error('The page has no #app.')
createRoot(app).render(
  <StrictMode>
    <TaskPanel source={source} client={client} fields={fields} onTaskCreated={count} />
  </StrictMode>,
)
