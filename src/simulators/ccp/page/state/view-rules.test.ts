import { describe, expect, it } from 'vitest'
import { ana } from '../../../instance/instance.ts'
import { type CcpState, signedIn, withContact } from './ccp-state.ts'
import { viewsAfter } from './view-rules.ts'

const now = new Date()
const withoutContacts = signedIn(ana, now)
const callAndChat = withContact(
  withContact(withoutContacts, { contactId: 'call', channel: 'voice' }, now),
  { contactId: 'chat', channel: 'chat' },
  now,
)
const viewing = (viewedContactId: string): CcpState => ({ ...callAndChat, viewedContactId })

describe('viewsAfter()', () => {
  it('shows the first contact that arrives', () => {
    expect(viewsAfter(withoutContacts, { type: 'added', contactId: 'call' })).toEqual(['call'])
  })

  it('keeps the contact in view when another arrives', () => {
    expect(viewsAfter(viewing('call'), { type: 'added', contactId: 'task' })).toEqual([])
  })

  it('shows a contact that was clicked', () => {
    expect(viewsAfter(viewing('call'), { type: 'clicked', contactId: 'call' })).toEqual(['call'])
  })

  it('shows none before a contact on another channel', () => {
    expect(viewsAfter(viewing('call'), { type: 'clicked', contactId: 'chat' })).toEqual(['', 'chat'])
  })

  it('shows a contact that was accepted', () => {
    expect(viewsAfter(viewing('call'), { type: 'accepted', contactId: 'chat' })).toEqual(['chat'])
  })

  it('shows the next contact when the contact in view goes', () => {
    expect(viewsAfter(viewing('call'), { type: 'removed', contactId: 'call', byButton: false })).toEqual([
      'chat',
    ])
  })

  it('shows the next contact twice when the agent closed the contact in view', () => {
    expect(viewsAfter(viewing('chat'), { type: 'removed', contactId: 'chat', byButton: true })).toEqual([
      'call',
      'call',
    ])
  })

  it('changes nothing when a contact that is not in view goes', () => {
    expect(viewsAfter(viewing('call'), { type: 'removed', contactId: 'chat', byButton: true })).toEqual([])
  })

  it('shows none when the last contact goes', () => {
    const last = {
      ...withContact(withoutContacts, { contactId: 'call', channel: 'voice' }, now),
      viewedContactId: 'call',
    }

    expect(viewsAfter(last, { type: 'removed', contactId: 'call', byButton: true })).toEqual([''])
  })
})
