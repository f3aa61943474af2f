import { channels } from '../../../../core/contact/contact.ts'
import { agentStateNamed } from '../host/api-methods.ts'
import { agentStates } from '../state/ccp-state.ts'
import type { Ccp } from '../ccp.ts'
import { channelNames, stateNames } from './contact-list.ts'
import { statesAfter } from '../state/contact-states.ts'
import { button, element } from './element.ts'

/** Wires the agent's state and the controls that simulate contacts. */
export function wireContactControls(ccp: Ccp) {
  const { agent } = ccp.state()
  element('agent-name', HTMLParagraphElement).textContent = `${agent.firstName} ${agent.lastName}`
  wireAgentState(ccp)
  wireArrivals(ccp)
  wireAttributeForm(ccp)
}

export function drawContactControls(ccp: Ccp) {
  const { agentState, contacts, viewedContactId } = ccp.state()
  element('agent-state', HTMLSelectElement).value = agentState
  const viewed = contacts.find(({ contactId }) => contactId === viewedContactId)
  element('open-contact', HTMLFieldSetElement).hidden = viewed === undefined
  element('attributes', HTMLParagraphElement).textContent = Object.entries(viewed?.attributes ?? {})
    .map(([key, value]) => `${key}: ${value}`)
    .join(' · ')
  const focusedId = document.activeElement?.id ?? ''
  element('changes', HTMLDivElement).replaceChildren(
    ...(viewed ? statesAfter(viewed) : []).map((state) =>
      control(`become-${state}`, stateNames[state], () => ccp.setState(viewedContactId, state)),
    ),
    control('vanish', 'Gone', () => ccp.remove(viewedContactId, { byButton: false })),
    control('show-none', 'Show none', ccp.viewNone),
  )
  document.getElementById(focusedId)?.focus()
}

function control(id: string, label: string, act: () => Promise<unknown>): HTMLButtonElement {
  const made = button(id, label)
  made.addEventListener('click', () => void act())
  return made
}

function wireAgentState(ccp: Ccp) {
  const select = element('agent-state', HTMLSelectElement)
  select.replaceChildren(...agentStates.map(({ name }) => new Option(name)))
  select.addEventListener('change', () => void ccp.setAgentState(agentStateNamed(select.value)))
}

function wireArrivals(ccp: Ccp) {
  element('arrivals', HTMLDivElement).append(
    ...channels.map((channel) =>
      control(`add-${channel}`, `Incoming ${channelNames[channel].toLowerCase()}`, () =>
        ccp.add({ channel }),
      ),
    ),
  )
}

function wireAttributeForm(ccp: Ccp) {
  const form = element('attribute-form', HTMLFormElement)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const entered = new FormData(form)
    void ccp.setAttributes(ccp.state().viewedContactId, { [text(entered, 'key')]: text(entered, 'value') })
    form.reset()
  })
}

function text(entered: FormData, name: string): string {
  const value = entered.get(name)
  return typeof value === 'string' ? value : ''
}
