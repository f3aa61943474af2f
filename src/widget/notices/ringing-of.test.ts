import { describe, expect, it } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import { newDesk } from '../../drafts/desk/desk.ts'
import { withSession } from '../../drafts/desk/source-moves.ts'
import { ringingOf } from './ringing-of.ts'

const chat: Contact = { contactId: 'chat', channel: 'chat', state: 'connected', stateSince: 0 }
const call: Contact = { contactId: 'call', channel: 'voice', state: 'incoming', stateSince: 0 }

const ringing = (contacts: readonly Contact[], currentContactId: string) =>
  ringingOf(withSession(newDesk(emptyDraft), { status: 'ready', contacts, currentContactId }, 'near')).map(
    ({ contactId }) => contactId,
  )

describe('a contact that rings', () => {
  it.each(['incoming', 'pending', 'connecting'] as const)('has a notice while it is %s', (state) => {
    expect(ringing([chat, { ...call, state }], 'chat')).toEqual(['call'])
  })

  it('has no notice once it is accepted or missed', () => {
    expect(ringing([chat, { ...call, state: 'connected' }], 'chat')).toEqual([])
    expect(ringing([chat, { ...call, state: 'missed' }], 'chat')).toEqual([])
  })

  it('has no notice if the CCP shows it', () => {
    expect(ringing([chat, call], 'call')).toEqual([])
  })
})
