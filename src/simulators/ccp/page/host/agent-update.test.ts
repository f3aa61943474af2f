import { describe, expect, it } from 'vitest'
import { channels } from '../../../../core/contact/contact.ts'
import { ana } from '../../../instance/instance.ts'
import { agentUpdate } from './agent-update.ts'
import { type CcpState, signedIn, withAttributes, withContact, withContactState } from '../state/ccp-state.ts'
import { instanceContacts } from '../connect/instance-contacts.ts'

const now = new Date('2026-03-01T10:00:00Z')
const later = new Date('2026-03-01T10:00:05Z')
const allChannels = channels.reduce<CcpState>(
  (state, channel) => withContact(state, { contactId: channel, channel }, now),
  signedIn(ana, now),
)
const contactsOf = (state: CcpState) => agentUpdate(state, now).snapshot.contacts

describe('agentUpdate()', () => {
  it('names the agent by an ARN that ends in the user id', () => {
    expect(agentUpdate(allChannels, now).configuration.agentARN).toMatch(new RegExp(`/agent/${ana.userId}$`))
  })

  it('keeps its dates through the structured clone of postMessage', () => {
    const clone = structuredClone(agentUpdate(allChannels, now))

    expect(clone.snapshot.contacts[0]?.state.timestamp.getTime()).toBe(now.getTime())
  })

  it('supports a contact on each of the five channels', () => {
    expect(contactsOf(allChannels).map(({ type }) => type)).toEqual([...channels])
  })

  it('starts a queue callback as incoming and other contacts as connecting', () => {
    expect(contactsOf(allChannels).map(({ state }) => state.type)).toEqual([
      'connecting',
      'incoming',
      'connecting',
      'connecting',
      'connecting',
    ])
  })

  it('has the phone number of a call, the customer’s name of a chat, the name of a task', () => {
    const [call, , chat, task] = contactsOf(allChannels)

    expect(call).toMatchObject({ name: null, customerEndpoint: { phoneNumber: '+12065550142' } })
    expect(chat?.connections[1]).toMatchObject({ chatMediaInfo: { customerName: 'Jonas Weber' } })
    expect(task).toMatchObject({ name: 'Check the new address', customerEndpoint: null })
  })

  it('gives a task one connection: the agent’s', () => {
    expect(contactsOf(allChannels)[3]?.connections).toMatchObject([{ type: 'agent', initial: true }])
  })

  it('has attributes in the form that Streams expects', () => {
    const changed = withAttributes(allChannels, 'voice', { orderId: '48213' })

    expect(contactsOf(changed)[0]?.attributes).toEqual({ orderId: { name: 'orderId', value: '48213' } })
  })

  it('lists contacts in the order of their last state change', () => {
    const accepted = withContactState(allChannels, 'voice', 'connected', later)

    expect(contactsOf(accepted).at(-1)?.contactId).toBe('voice')
  })
})

describe('instanceContacts()', () => {
  it('marks a contact as accepted, and keeps that in after-contact work', () => {
    const accepted = withContactState(allChannels, 'chat', 'connected', later)
    const ended = withContactState(accepted, 'chat', 'ended', later)

    expect(instanceContacts(allChannels).contacts[2]).toMatchObject({ state: 'CONNECTING', accepted: false })
    expect(instanceContacts(ended).contacts[2]).toMatchObject({ state: 'ENDED', accepted: true })
  })

  it('does not mark a missed contact as accepted', () => {
    const missed = withContactState(allChannels, 'chat', 'missed', later)

    expect(instanceContacts(missed).contacts[2]).toMatchObject({ state: 'MISSED', accepted: false })
  })

  it('reports a queue callback as a voice contact', () => {
    expect(instanceContacts(allChannels).contacts[1]).toMatchObject({ channel: 'VOICE', name: null })
  })
})
