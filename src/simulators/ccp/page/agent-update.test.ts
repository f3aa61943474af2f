import { describe, expect, it } from 'vitest'
import { channels } from '../../../core/contact.ts'
import { ana } from '../../instance/instance.ts'
import { agentUpdate } from './agent-update.ts'
import { type CcpState, signedIn, withAttributes, withContact, withContactState } from './ccp-state.ts'
import { instanceContacts } from './instance-contacts.ts'

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

  it('survives the structured clone of postMessage with its dates', () => {
    const clone = structuredClone(agentUpdate(allChannels, now))

    expect(clone.snapshot.contacts[0]?.state.timestamp.getTime()).toBe(now.getTime())
  })

  it('holds a contact on each of the five channels', () => {
    expect(contactsOf(allChannels).map(({ type }) => type)).toEqual([...channels])
  })

  it('offers a queue callback as incoming and lets the others ring', () => {
    expect(contactsOf(allChannels).map(({ state }) => state.type)).toEqual([
      'connecting',
      'incoming',
      'connecting',
      'connecting',
      'connecting',
    ])
  })

  it('knows a call by its number, a chat by its customer, a task by its name', () => {
    const [call, , chat, task] = contactsOf(allChannels)

    expect(call).toMatchObject({ name: null, customerEndpoint: { phoneNumber: '+12065550142' } })
    expect(chat?.connections[1]).toMatchObject({ chatMediaInfo: { customerName: 'Jonas Weber' } })
    expect(task).toMatchObject({ name: 'Check the new address', customerEndpoint: null })
  })

  it('gives a task one connection, the agent’s', () => {
    expect(contactsOf(allChannels)[3]?.connections).toMatchObject([{ type: 'agent', initial: true }])
  })

  it('writes attributes as Streams does, by name', () => {
    const changed = withAttributes(allChannels, 'voice', { orderId: '48213' })

    expect(contactsOf(changed)[0]?.attributes).toEqual({ orderId: { name: 'orderId', value: '48213' } })
  })

  it('puts the contact last that changed its state last', () => {
    const accepted = withContactState(allChannels, 'voice', 'connected', later)

    expect(contactsOf(accepted).at(-1)?.contactId).toBe('voice')
  })
})

describe('instanceContacts()', () => {
  it('says a contact is the agent’s once it was accepted, also in after-contact work', () => {
    const accepted = withContactState(allChannels, 'chat', 'connected', later)
    const ended = withContactState(accepted, 'chat', 'ended', later)

    expect(instanceContacts(allChannels).contacts[2]).toMatchObject({ state: 'CONNECTING', accepted: false })
    expect(instanceContacts(ended).contacts[2]).toMatchObject({ state: 'ENDED', accepted: true })
  })

  it('says a missed contact was never the agent’s', () => {
    const missed = withContactState(allChannels, 'chat', 'missed', later)

    expect(instanceContacts(missed).contacts[2]).toMatchObject({ state: 'MISSED', accepted: false })
  })

  it('knows a queue callback as a voice contact', () => {
    expect(instanceContacts(allChannels).contacts[1]).toMatchObject({ channel: 'VOICE', name: null })
  })
})
