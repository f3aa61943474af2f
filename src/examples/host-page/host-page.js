// Embeds the panel and tells it which contact is in front of the agent. Your proxy must know this page:
//   FRAME_ANCESTORS=https://desktop.example.com     (scheme, host and port, exactly)
const tasklink = 'https://tasklink.example.com'

const panel = document.createElement('iframe')
panel.title = 'Tasklink'
panel.src = `${tasklink}/embed`

let isReady = false
// Nobody can say yet whether there is a contact; until you do, the panel waits.
let latest
let latestFields

/**
 * Call this whenever your desktop learns something new; it replaces all that was said before. Either of
 *   { contact: { contactId, channel, state, displayName } }, or { contact: null } for none
 *   { contacts: [ … ], currentContactId }, where agents handle several at a time
 * Contact ids are Amazon Connect's. `state` is `connected` unless you say otherwise; after-contact work is `ended`.
 */
function tell(contacts) {
  latest = contacts
  // The address is the panel's origin, never '*': nobody else may learn of your contacts.
  if (isReady) panel.contentWindow.postMessage({ tasklink: 1, type: 'contacts', ...contacts }, tasklink)
}

/**
 * Call this to fill in fields, or to require, lock or hide them; it replaces all that was said of them before.
 *   { name: { default: 'Call back' }, description: { isRequired: true }, link: { default: 'related', isLocked: true },
 *     destination: { default: { type: 'flow', flowId }, isLocked: true },
 *     references: { byName: { Order: { type: 'URL', default: 'https://…' } } },
 *     attributes: { isLocked: true, byKey: { source: { default: 'crm', isHidden: true } } } }
 * What the agent has begun keeps its words; what is locked or hidden holds at once.
 */
function setFields(fields) {
  latestFields = fields
  if (isReady) panel.contentWindow.postMessage({ tasklink: 1, type: 'fields', fields }, tasklink)
}

window.addEventListener('message', ({ data, origin, source }) => {
  if (origin !== tasklink || source !== panel.contentWindow) return
  if (data.type === 'ready') {
    isReady = true
    if (latestFields) setFields(latestFields)
    if (latest) tell(latest)
  }
  // `refused` tells what is wrong with your last message; the others tell of the agent's work.
  const line = document.createElement('li')
  line.textContent = JSON.stringify(data)
  document.getElementById('said').append(line)
})

// Only now, so that no word of the panel is missed.
document.body.append(panel)

const form = document.getElementById('contact')
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const { contactId, channel, displayName } = Object.fromEntries(new FormData(form))
  tell({ contact: { contactId, channel, ...(displayName && { displayName }) } })
})
document.getElementById('no-contact').addEventListener('click', () => tell({ contact: null }))

// For you to try in the console: tasklink.tell({ contacts: [ … ] })
window.tasklink = { tell, setFields }
