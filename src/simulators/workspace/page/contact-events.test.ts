import { describe, expect, it } from 'vitest'
import {
  type CcpState,
  signedIn,
  withContact,
  withContactState,
  withoutContact,
} from '../../ccp/page/ccp-state.ts'
import { ana } from '../../instance/instance.ts'
import { eventsBetween } from './contact-events.ts'

const now = new Date('2026-03-01T10:00:00Z')
const nobody = signedIn(ana, now)
const ringing = withContact(nobody, { contactId: 'task', channel: 'task' }, now)
const connected = withContactState(ringing, 'task', 'connected', now)
const keysBetween = (before: CcpState, after: CcpState) =>
  eventsBetween(before.contacts, after.contacts).map(({ key }) => key)

describe('eventsBetween()', () => {
  it('tells how a contact arrives, is accepted and ends', () => {
    expect(keysBetween(nobody, ringing)).toEqual(['contact/connecting'])
    expect(keysBetween(ringing, connected)).toEqual(['contact/connected'])
    expect(keysBetween(connected, withContactState(connected, 'task', 'ended', now))).toEqual(['contact/acw'])
  })

  it('tells that a contact has gone twice, by its new name and by the old one', () => {
    expect(keysBetween(connected, withoutContact(connected, 'task'))).toEqual([
      'contact/cleared',
      'contact/destroy',
    ])
  })

  it('says nothing of a task that is paused and resumed', () => {
    const paused = withContactState(connected, 'task', 'paused', now)

    expect(keysBetween(connected, paused)).toEqual([])
    expect(keysBetween(paused, withContactState(paused, 'task', 'connected', now))).toEqual([])
  })

  it('says nothing of contacts that stay as they are', () => {
    expect(keysBetween(connected, connected)).toEqual([])
  })
})
