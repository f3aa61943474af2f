// Embeds the panel in a frame and sends it the current contact. Allow this page's origin at the proxy:
//   FRAME_ANCESTORS=https://desktop.example.com     (scheme, host and port, exactly)
const tasklink = 'https://tasklink.example.com'

const panel = document.createElement('iframe')
panel.title = 'Tasklink'
panel.src = `${tasklink}/embed`

let isReady = false
// Undefined until the desktop knows whether there is a contact. Until the first message, the panel waits.
let latest
let latestFields

/**
 * Call this after each change; the message replaces the one before. Either of
 *   { contact: { contactId, channel, state, displayName } }, or { contact: null } if there is none
 *   { contacts: [ … ], currentContactId }, if agents handle several at a time
 * Use Amazon Connect's contact ids. The default of `state` is `connected`; use `ended` for after-contact work.
 */
function tell(contacts) {
  latest = contacts
  // Post to the panel's origin, never to '*', so that no other page receives the contacts.
  if (isReady) panel.contentWindow.postMessage({ tasklink: 1, type: 'contacts', ...contacts }, tasklink)
}

/**
 * Call this to preset, require, lock or hide fields; the message replaces the one before.
 *   { name: { default: 'Call back' }, description: { isRequired: true }, link: { default: 'related', isLocked: true },
 *     destination: { default: { type: 'flow', flowId }, isLocked: true },
 *     references: { byName: { Order: { type: 'URL', default: 'https://…' } } },
 *     attributes: { isLocked: true, byKey: { source: { default: 'crm', isHidden: true } } } }
 * Presets apply to new drafts. Locked and hidden fields apply to all drafts at once.
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
  // `refused` says what is wrong with your last message. The other messages report what the agent does.
  const line = document.createElement('li')
  line.textContent = JSON.stringify(data)
  document.getElementById('said').append(line)
})

// After the listener, so that no message is missed.
document.body.append(panel)

const form = document.getElementById('contact')
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const { contactId, channel, displayName } = Object.fromEntries(new FormData(form))
  tell({ contact: { contactId, channel, ...(displayName && { displayName }) } })
})
document.getElementById('no-contact').addEventListener('click', () => tell({ contact: null }))

// Try it in the console: tasklink.tell({ contacts: [ … ] })
window.tasklink = { tell, setFields }
