import { describe, expect, it } from 'vitest'
import { ana } from '../../instance/instance.ts'
import { type CcpState, signedIn, withContact } from './ccp-state.ts'
import { viewsAfter } from './view-rules.ts'

const now = new Date()
const nobody = signedIn(ana, now)
const callAndChat = withContact(
  withContact(nobody, { contactId: 'call', channel: 'voice' }, now),
  { contactId: 'chat', channel: 'chat' },
  now,
)
const viewing = (viewedContactId: string): CcpState => ({ ...callAndChat, viewedContactId })

describe('viewsAfter()', () => {
  it('shows the first contact that arrives', () => {
    expect(viewsAfter(nobody, { type: 'added', contactId: 'call' })).toEqual(['call'])
  })

  it('leaves the contact in view when another arrives', () => {
    expect(viewsAfter(viewing('call'), { type: 'added', contactId: 'task' })).toEqual([])
  })

  it('shows a contact that was clicked', () => {
    expect(viewsAfter(viewing('call'), { type: 'clicked', contactId: 'call' })).toEqual(['call'])
  })

  it('briefly shows none on the way to another channel', () => {
    expect(viewsAfter(viewing('call'), { type: 'clicked', contactId: 'chat' })).toEqual(['', 'chat'])
  })

  it('shows a contact that was accepted', () => {
    expect(viewsAfter(viewing('call'), { type: 'accepted', contactId: 'chat' })).toEqual(['chat'])
  })

  it('shows the next contact when the one in view goes', () => {
    expect(viewsAfter(viewing('call'), { type: 'removed', contactId: 'call', byButton: false })).toEqual([
      'chat',
    ])
  })

  it('shows the next contact twice when the agent closed the one in view', () => {
    expect(viewsAfter(viewing('chat'), { type: 'removed', contactId: 'chat', byButton: true })).toEqual([
      'call',
      'call',
    ])
  })

  it('shows nothing new when another than the one in view goes', () => {
    expect(viewsAfter(viewing('call'), { type: 'removed', contactId: 'chat', byButton: true })).toEqual([])
  })

  it('shows none when the last contact goes', () => {
    const last = {
      ...withContact(nobody, { contactId: 'call', channel: 'voice' }, now),
      viewedContactId: 'call',
    }

    expect(viewsAfter(last, { type: 'removed', contactId: 'call', byButton: true })).toEqual([''])
  })
})
