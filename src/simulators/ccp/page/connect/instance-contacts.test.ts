import { describe, expect, it } from 'vitest'
import { parseAgentContacts } from '../../../connect/state/agent-contacts.ts'
import { ana, basicQueue } from '../../../instance/instance.ts'
import type { NewContact } from '../state/ccp-contact.ts'
import { signedIn, withContact } from '../state/ccp-state.ts'
import { instanceContacts } from './instance-contacts.ts'

const now = new Date('2026-11-20T09:00:00Z')

/** The contact as the Connect simulator reads it. */
const received = (contact: NewContact) => {
  const state = withContact(signedIn(ana, now), { ...contact, contactId: 'contact' }, now)
  return parseAgentContacts(new TextEncoder().encode(JSON.stringify(instanceContacts(state))))
}

describe('a contact of the CCP, as Connect knows it', () => {
  it.each<[string, NewContact, string | undefined]>([
    ['a call is its number', { channel: 'voice', displayName: '+12065550142' }, '+12065550142'],
    ['a callback is its number', { channel: 'queue_callback', displayName: '+34910555012' }, '+34910555012'],
    ['a call without a number is unknown', { channel: 'voice', displayName: 'anonymous' }, undefined],
    [
      'a chat by text message is its number',
      { channel: 'chat', displayName: 'Maya Lopez', customerNumber: '+447700900142' },
      '+447700900142',
    ],
    ['a chat on a web page is unknown', { channel: 'chat', displayName: 'Maya Lopez' }, undefined],
    ['a task is unknown', { channel: 'task', displayName: '+1 to do' }, undefined],
  ])('the phone of the customer of %s', (_, contact, address) => {
    const [known] = received(contact)

    expect(known?.customerEndpoint).toEqual(address && { type: 'TELEPHONE_NUMBER', address })
  })

  it('has come from a queue', () => {
    expect(received({ channel: 'voice' })).toMatchObject([{ queueId: basicQueue.queueId }])
  })
})
