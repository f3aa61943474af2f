import { createTaskClient, mount, type TaskPanelProps } from 'tasklink/mount'
import { clientOptions } from './client-options.ts'
import { openContacts } from './contacts.ts'

const place = document.getElementById('tasklink')
if (!place) throw new Error('The page has no #tasklink.')

const options: TaskPanelProps = { source: openContacts(), client: createTaskClient(clientOptions) }
// `tasklink/mount` contains React. The page needs none, and may use any version.
const panel = mount(place, options)

// `update` replaces all options.
panel.update({ ...options, timeZone: 'Europe/Berlin' })
