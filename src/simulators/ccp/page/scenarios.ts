import type { NewContact } from './ccp-contact.ts'

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
}

/** The contacts that are there when the page opens; the first of them is in view. */
export const scenarios = {
  empty: [],
  call: [call],
  'call-and-chat': [call, chat],
} satisfies Record<ScenarioName, readonly NewContact[]>
