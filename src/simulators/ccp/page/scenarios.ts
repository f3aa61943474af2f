import * as z from 'zod/mini'
import type { InstanceUser } from '../../instance/instance.ts'
import type { NewContact } from './state/ccp-contact.ts'
import { type CcpState, signedIn, withContact } from './state/ccp-state.ts'

export const scenarioNames = ['empty', 'call', 'call-and-chat'] as const

export type ScenarioName = (typeof scenarioNames)[number]

const call: NewContact = {
  channel: 'voice',
  state: 'connected',
  displayName: '+12065550142',
  attributes: { orderId: '48213', customerTier: 'Gold', language: 'es' },
  references: { Order: { type: 'URL', value: 'https://orders.example.com/48213' } },
}

const chat: NewContact = {
  channel: 'chat',
  state: 'connected',
  displayName: 'Jonas Weber',
  attributes: { orderId: '50977', topic: 'Delivery', language: 'de' },
  references: {
    Parcel: { type: 'URL', value: 'https://parcels.example.com/50977' },
    'Parcels sent': { type: 'NUMBER', value: '2' },
    'Promised for': { type: 'DATE', value: '1796040000' },
    'Reply to': { type: 'EMAIL', value: 'jonas.weber@example.com' },
    'Says about the door': { type: 'STRING', value: 'Ring twice' },
  },
}

const scenarios = {
  empty: [],
  call: [call],
  'call-and-chat': [call, chat],
} satisfies Record<ScenarioName, readonly NewContact[]>

const scenarioSchema = z.enum(scenarioNames)

/**
 * Reads the scenario from the query; throws for an unknown one.
 *
 *     parseScenario('?scenario=call')  // 'call'
 */
export const parseScenario = (search: string): ScenarioName =>
  scenarioSchema.parse(new URLSearchParams(search).get('scenario') ?? 'empty')

/** The state at sign-in; the first contact is in view. */
export const stateOfScenario = (scenario: ScenarioName, agent: InstanceUser, now: Date): CcpState =>
  scenarios[scenario].reduce<CcpState>(
    (state, contact) => {
      const contactId = crypto.randomUUID()
      const next = withContact(state, { ...contact, contactId }, now)
      return { ...next, viewedContactId: state.viewedContactId || contactId }
    },
    signedIn(agent, now),
  )
