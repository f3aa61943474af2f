import { describe, expect, it } from 'vitest'
import type { StreamsAgent, StreamsContact, StreamsCore } from './api.ts'
import { readAgent, readContacts } from './contact.ts'

const unused = () => {
  throw new Error('This must not be called.')
}
const subscription = () => ({ unsubscribe: () => {} })

const core = (agentData?: unknown): StreamsCore => ({
  getEventBus: unused,
  onViewContact: subscription,
  onIframeRetriesExhausted: subscription,
  onAuthFail: subscription,
  onAccessDenied: subscription,
  ...(agentData === undefined ? {} : { getAgentDataProvider: () => ({ getAgentData: () => agentData }) }),
})

const contact = (given: Record<string, unknown>): StreamsContact => ({
  getContactId: () => given['contactId'] ?? 'c1',
  getType: () => given['type'],
  getState: () => given['state'] ?? { type: 'connected', timestamp: new Date(1_000) },
  getName: () => given['name'] ?? null,
  getCustomerEndpoint: () => given['customerEndpoint'] ?? null,
  getAttributes: () => given['attributes'],
})

const agent = (...contacts: StreamsContact[]): StreamsAgent => ({
  getConfiguration: () => ({
    agentARN: 'arn:aws:connect:us-east-1:111122223333:instance/i/agent/u1',
    name: 'Ana Ruiz',
    permissions: [],
  }),
  getContacts: () => contacts,
  onRefresh: subscription,
})

describe('readAgent()', () => {
  it('takes the user id from the end of the ARN', () => {
    expect(readAgent(agent())).toEqual({ userId: 'u1', name: 'Ana Ruiz' })
  })

  it.each([undefined, null, {}, { agentARN: 'ana', name: 'Ana Ruiz' }])(
    'reads no agent from the configuration %j',
    (configuration) => {
      expect(readAgent({ ...agent(), getConfiguration: () => configuration })).toBeUndefined()
    },
  )
})

describe('readContacts()', () => {
  it('names a call by its number', () => {
    const call = contact({ type: 'voice', customerEndpoint: { phoneNumber: '+12065550142' } })

    expect(readContacts(agent(call), core())).toEqual([
      {
        contactId: 'c1',
        channel: 'voice',
        state: 'connected',
        stateSince: 1_000,
        displayName: '+12065550142',
      },
    ])
  })

  it('has no name for a call from a withheld number', () => {
    expect(readContacts(agent(contact({ type: 'voice' })), core())[0]).not.toHaveProperty('displayName')
  })

  it('names a task by its name', () => {
    const task = contact({ type: 'task', name: 'Approve a refund' })

    expect(readContacts(agent(task), core())).toMatchObject([{ displayName: 'Approve a refund' }])
  })

  it('names a chat by the customer in the snapshot', () => {
    const agentData = {
      snapshot: {
        contacts: [
          {
            contactId: 'c1',
            connections: [
              { chatMediaInfo: { customerName: null } },
              { chatMediaInfo: { customerName: 'Maya Lopez' } },
            ],
          },
        ],
      },
    }

    expect(readContacts(agent(contact({ type: 'chat' })), core(agentData))).toMatchObject([
      { displayName: 'Maya Lopez' },
    ])
  })

  it.each([
    ['no contact', undefined],
    ['a contact without connections', { contactId: 'c0' }],
    ['a contact with an odd connection', { contactId: 'c0', connections: ['odd', { chatMediaInfo: 'odd' }] }],
    ['a contact without an id', { connections: [] }],
  ])('names a chat by its customer beside %s', (_, odd) => {
    const named = { contactId: 'c1', connections: [{}, { chatMediaInfo: { customerName: 'Maya Lopez' } }] }
    const agentData = { snapshot: { contacts: [odd, named] } }

    expect(readContacts(agent(contact({ type: 'chat' })), core(agentData))).toMatchObject([
      { displayName: 'Maya Lopez' },
    ])
  })

  it('leaves out a contact on an unknown channel and keeps the others', () => {
    const fax = contact({ contactId: 'c0', type: 'fax' })
    const task = contact({ type: 'task', name: 'Approve a refund' })

    expect(readContacts(agent(fax, task), core())).toMatchObject([{ displayName: 'Approve a refund' }])
  })

  it('names a chat by its attribute where the snapshot cannot be read', () => {
    const chat = contact({
      type: 'chat',
      attributes: { customerName: { name: 'customerName', value: 'Jonas Weber' } },
    })

    expect(readContacts(agent(chat), core())).toMatchObject([{ displayName: 'Jonas Weber' }])
  })

  it('leaves out a contact in an unknown state', () => {
    const unknown = contact({ type: 'voice', state: { type: 'init', timestamp: new Date() } })

    expect(readContacts(agent(unknown), core())).toEqual([])
  })
})
