import { describe, expect, it } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { contactsRead, type Heard } from './contacts.ts'
import type { ReadContact } from './reads.ts'

const now = Date.UTC(2026, 2, 1, 10)
const chat: ReadContact = { contactId: 'chat', channel: 'chat', state: 'connected', durationMs: 60_000 }
const known: Contact = { contactId: 'chat', channel: 'chat', state: 'connected', stateSince: now - 60_007 }
const ended: Heard = { becomes: 'ended', at: now - 5 }
const nothing = new Map<string, Heard>()
const asked = { heardBefore: nothing, heard: nothing, known: [], now }

describe('contactsRead()', () => {
  it('computes when a contact entered its state', () => {
    expect(contactsRead([chat], asked)).toEqual([
      { contactId: 'chat', channel: 'chat', state: 'connected', stateSince: now - 60_000 },
    ])
  })

  it('keeps that time as long as the state stays', () => {
    expect(contactsRead([chat], { ...asked, known: [known] })).toEqual([known])
  })

  it('prefers an event that arrived during the read', () => {
    const heard = new Map([['chat', ended]])

    expect(contactsRead([chat], { ...asked, heard })).toMatchObject([{ state: 'ended', stateSince: now - 5 }])
  })

  it('leaves out a contact that left during the read', () => {
    const heard = new Map([['chat', { becomes: 'gone', at: now } as const]])

    expect(contactsRead([chat], { ...asked, heard })).toEqual([])
  })

  it('prefers the answer to an earlier event, because a later event may be lost', () => {
    const heard = new Map([['chat', { becomes: 'connecting', at: now - 90_000 } as const]])

    expect(contactsRead([chat], { ...asked, heardBefore: heard, heard })).toMatchObject([
      { state: 'connected' },
    ])
  })

  it('uses the last event where it has no permission to read the state', () => {
    const heard = new Map([['chat', ended]])
    const { state: _, ...unasked } = chat

    expect(contactsRead([unasked], { ...asked, heardBefore: heard, heard })).toMatchObject([
      { state: 'ended' },
    ])
  })

  it('keeps a name that could not be read again', () => {
    const named = { ...known, displayName: 'Maya Lopez' }

    expect(contactsRead([chat], { ...asked, known: [named] })).toEqual([named])
  })
})
