import { channels } from '../../../core/contact.ts'
import { agentStateNamed } from './api-methods.ts'
import { agentStates } from './ccp-state.ts'
import type { Ccp } from './ccp.ts'
import { channelNames } from './contact-list.ts'
import { button, element } from './element.ts'

/** The agent's name and state, and everything under "Simulate". */
export function wireControls(ccp: Ccp, signOut: () => Promise<void>) {
  const { agent } = ccp.state()
  element('agent-name', HTMLParagraphElement).textContent = `${agent.firstName} ${agent.lastName}`
  wireAgentState(ccp)
  wireArrivals(ccp)
  wireAttributeForm(ccp)
  element('sign-out', HTMLButtonElement).addEventListener('click', () => void signOut())
}

export function drawControls(ccp: Ccp) {
  const { agentState, contacts, viewedContactId } = ccp.state()
  element('agent-state', HTMLSelectElement).value = agentState
  const viewed = contacts.find(({ contactId }) => contactId === viewedContactId)
  element('attributes', HTMLParagraphElement).textContent = Object.entries(viewed?.attributes ?? {})
    .map(([key, value]) => `${key}: ${value}`)
    .join(' · ')
}

function wireAgentState(ccp: Ccp) {
  const select = element('agent-state', HTMLSelectElement)
  select.replaceChildren(...agentStates.map(({ name }) => new Option(name)))
  select.addEventListener('change', () => void ccp.setAgentState(agentStateNamed(select.value)))
}

function wireArrivals(ccp: Ccp) {
  element('arrivals', HTMLDivElement).append(
    ...channels.map((channel) => {
      const made = button(`add-${channel}`, `Incoming ${channelNames[channel].toLowerCase()}`)
      made.addEventListener('click', () => void ccp.add({ channel }))
      return made
    }),
  )
}

function wireAttributeForm(ccp: Ccp) {
  const form = element('attribute-form', HTMLFormElement)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const { viewedContactId } = ccp.state()
    if (viewedContactId === '') return
    const entered = new FormData(form)
    void ccp.setAttributes(viewedContactId, { [text(entered, 'key')]: text(entered, 'value') })
    form.reset()
  })
}

function text(entered: FormData, name: string): string {
  const value = entered.get(name)
  return typeof value === 'string' ? value : ''
}
