import { describe, expect, it } from 'vitest'
import {
  type CcpState,
  signedIn,
  withContact,
  withContactState,
  withoutContact,
} from '../../ccp/page/state/ccp-state.ts'
import { ana } from '../../instance/instance.ts'
import { eventsBetween } from './contact-events.ts'

const now = new Date('2026-03-01T10:00:00Z')
const withoutContacts = signedIn(ana, now)
const ringing = withContact(withoutContacts, { contactId: 'task', channel: 'task' }, now)
const connected = withContactState(ringing, 'task', 'connected', now)
const keysBetween = (before: CcpState, after: CcpState) =>
  eventsBetween(before.contacts, after.contacts).map(({ key }) => key)

describe('eventsBetween()', () => {
  it('has an event when a contact arrives, is accepted and ends', () => {
    expect(keysBetween(withoutContacts, ringing)).toEqual(['contact/connecting'])
    expect(keysBetween(ringing, connected)).toEqual(['contact/connected'])
    expect(keysBetween(connected, withContactState(connected, 'task', 'ended', now))).toEqual(['contact/acw'])
  })

  it('has two events when a contact leaves: the new name and the old one', () => {
    expect(keysBetween(connected, withoutContact(connected, 'task'))).toEqual([
      'contact/cleared',
      'contact/destroy',
    ])
  })

  it('has no events when a task is paused and resumed', () => {
    const paused = withContactState(connected, 'task', 'paused', now)

    expect(keysBetween(connected, paused)).toEqual([])
    expect(keysBetween(paused, withContactState(paused, 'task', 'connected', now))).toEqual([])
  })

  it('has no events for contacts without a change', () => {
    expect(keysBetween(connected, connected)).toEqual([])
  })
})
