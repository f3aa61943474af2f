import { createTaskClient, mount, type TaskPanelProps } from 'tasklink/mount'
import 'tasklink/tasklink.css'
import { clientOptions } from './client-options.ts'
import { openContacts } from './contacts.ts'

const place = document.getElementById('tasklink')
if (!place) throw new Error('The page has no #tasklink.')

const options: TaskPanelProps = { source: openContacts(), client: createTaskClient(clientOptions) }
// React is inside `tasklink/mount`; the page needs none, and may have any.
const panel = mount(place, options)

// Other options replace these, all of them.
panel.update({ ...options, timeZone: 'Europe/Berlin' })
