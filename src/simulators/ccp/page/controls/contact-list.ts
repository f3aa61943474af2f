import type { Channel, ContactState } from '../../../../core/contact/contact.ts'
import { type CcpContact, isRinging } from '../state/ccp-contact.ts'
import type { Ccp } from '../ccp.ts'
import { statesAfter } from '../state/contact-states.ts'
import { button, element, span } from './element.ts'

export const channelNames = {
  voice: 'Call',
  queue_callback: 'Callback',
  chat: 'Chat',
  task: 'Task',
  email: 'Email',
} satisfies Record<Channel, string>

export const stateNames = {
  incoming: 'Incoming',
  pending: 'Pending',
  connecting: 'Connecting',
  connected: 'Connected',
  paused: 'Paused',
  ended: 'After contact work',
  missed: 'Missed',
  rejected: 'Rejected',
  error: 'Error',
} satisfies Record<ContactState, string>

/** Draws the contacts. The focused button keeps the focus; if it is gone, its contact gets it. */
export function drawContacts(ccp: Ccp) {
  const { contacts, viewedContactId } = ccp.state()
  const focusedId = document.activeElement?.id ?? ''
  const list = element('contacts', HTMLUListElement)
  list.replaceChildren(
    ...contacts.map((contact) => card(ccp, contact, contact.contactId === viewedContactId)),
  )
  list.hidden = contacts.length === 0
  element('no-contacts', HTMLParagraphElement).hidden = contacts.length > 0
  const ownerId = contacts.find(({ contactId }) => focusedId.endsWith(contactId))?.contactId
  const heir = document.getElementById(focusedId) ?? document.getElementById(`select-${ownerId}`)
  heir?.focus()
}

function card(ccp: Ccp, contact: CcpContact, isViewed: boolean): HTMLLIElement {
  const { contactId, channel, displayName } = contact
  const select = button(`select-${contactId}`, '')
  select.className = 'contact'
  select.ariaCurrent = String(isViewed)
  select.append(
    span('channel', channelNames[channel]),
    ' ',
    span('name', displayName),
    ' ',
    span('quiet', stateNames[contact.state]),
  )
  select.addEventListener('click', () => void ccp.view(contactId))

  const item = document.createElement('li')
  item.className = isRinging(contact) ? 'card ringing' : 'card'
  item.append(select, ...(contact.channel === 'task' && !isRinging(contact) ? references(contact) : []))
  item.append(actions(ccp, contact))
  return item
}

/** The references of a task, such as the fields of its template. */
function references(contact: CcpContact): HTMLElement[] {
  const entries = Object.entries(contact.references)
  if (entries.length === 0) return []
  const list = document.createElement('dl')
  list.className = 'references'
  for (const [name, { type, value }] of entries) {
    const [term, text] = [document.createElement('dt'), document.createElement('dd')]
    term.textContent = name
    text.textContent = type === 'DATE' ? new Date(Number(value) * 1_000).toLocaleString() : value
    list.append(term, text)
  }
  return [list]
}

/** Buttons for the actions that a real CCP would offer for the contact. */
function actions(ccp: Ccp, contact: CcpContact): HTMLElement {
  const { contactId, displayName } = contact
  const action = (label: string, act: () => Promise<void>) => {
    const made = button(`${label.toLowerCase()}-${contactId}`, label, displayName)
    made.dataset['action'] = label.toLowerCase()
    made.addEventListener('click', () => void act())
    return made
  }
  const next = statesAfter(contact)
  const ending = isRinging(contact)
    ? next.includes('rejected') && action('Reject', () => ccp.setState(contactId, 'rejected'))
    : next.includes('ended') && action('End', () => ccp.setState(contactId, 'ended'))
  const offered = [
    isRinging(contact) && action('Accept', () => ccp.accept(contactId)),
    next.includes('paused') && action('Pause', () => ccp.setState(contactId, 'paused')),
    contact.state === 'paused' && action('Resume', () => ccp.setState(contactId, 'connected')),
    ending,
    next.length === 0 && action('Close', () => ccp.remove(contactId, { byButton: true })),
  ]
  const row = document.createElement('div')
  row.className = 'actions'
  row.append(...offered.filter((made) => made !== false))
  return row
}
