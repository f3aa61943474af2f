import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels, type Contact, contactStates } from '../core/contact/contact.ts'
import {
  type ContactView,
  currentContactId,
  emptyView,
  viewGraceMs,
  withContacts,
  withTime,
  withViewed,
} from './current-contact.ts'

const call = { contactId: 'call', channel: 'voice', state: 'connected', stateSince: 0 } satisfies Contact
const chat = { contactId: 'chat', channel: 'chat', state: 'connected', stateSince: 0 } satisfies Contact
const both = withContacts(emptyView, [call, chat])

describe('currentContactId()', () => {
  it('is undefined when there are no contacts', () => {
    expect(currentContactId(emptyView)).toBeUndefined()
  })

  it('is the contact that the CCP shows', () => {
    expect(currentContactId(withViewed(both, 'chat', 0))).toBe('chat')
  })

  it('is the only contact, in any state, when the CCP shows none', () => {
    expect(currentContactId(withContacts(emptyView, [{ ...call, state: 'ended' }]))).toBe('call')
  })

  it('is the only connected contact when the CCP shows none', () => {
    const view = withContacts(emptyView, [call, { ...chat, state: 'connecting' }])

    expect(currentContactId(view)).toBe('call')
  })

  it('is undefined with two connected contacts', () => {
    expect(currentContactId(both)).toBeUndefined()
  })

  it('is undefined with a ringing contact and one in after-contact work', () => {
    const view = withContacts(emptyView, [
      { ...call, state: 'connecting' },
      { ...chat, state: 'ended' },
    ])

    expect(currentContactId(view)).toBeUndefined()
  })

  it('is the remaining contact after the viewed one left', () => {
    expect(currentContactId(withContacts(withViewed(both, 'chat', 0), [call]))).toBe('call')
  })

  it('is undefined until the viewed contact has arrived', () => {
    const announced = withViewed(withContacts(emptyView, [call]), 'chat', 0)

    expect(currentContactId(announced)).toBeUndefined()
    expect(currentContactId(withContacts(announced, [call, chat]))).toBe('chat')
  })
})

describe('withViewed()', () => {
  const blank = withViewed(withViewed(both, 'chat', 0), '', 1_000)

  it('keeps the contact for a moment when the CCP shows none', () => {
    expect(currentContactId(withTime(blank, 1_000 + viewGraceMs - 1))).toBe('chat')
  })

  it('drops the contact when the CCP keeps showing none', () => {
    expect(currentContactId(withTime(blank, 1_000 + viewGraceMs))).toBeUndefined()
  })

  it('counts the moment from the first of several blank views', () => {
    expect(currentContactId(withTime(withViewed(blank, '', 1_200), 1_000 + viewGraceMs))).toBeUndefined()
  })

  it('forgets the blank view when another contact is shown in time', () => {
    const switched = withViewed(blank, 'call', 1_100)

    expect(currentContactId(withTime(switched, 1_000 + viewGraceMs))).toBe('call')
  })

  it('gives a later blank view its full time after an earlier one', () => {
    const blankAgain = withViewed(withViewed(blank, 'call', 1_100), '', 1_200)

    expect(currentContactId(withTime(blankAgain, 1_000 + viewGraceMs))).toBe('call')
  })
})

const contactId = fc.constantFrom('a', 'b', 'c', 'd')
const contacts = fc.uniqueArray(
  fc.record({
    contactId,
    channel: fc.constantFrom(...channels),
    state: fc.constantFrom(...contactStates),
    stateSince: fc.nat(),
  }),
  { selector: (contact) => contact.contactId },
)
const step = fc.oneof(
  contacts.map((now) => (view: ContactView) => withContacts(view, now)),
  fc.tuple(fc.oneof(contactId, fc.constant('')), fc.nat(1_000)).map(
    ([id, at]) =>
      (view: ContactView) =>
        withViewed(view, id, at),
  ),
  fc.nat(2_000).map((now) => (view: ContactView) => withTime(view, now)),
)
const anyView = fc.array(step).map((steps) => steps.reduce((view, take) => take(view), emptyView))

describe('after any history', () => {
  it('the current contact is one of the contacts', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const current = currentContactId(view)
        expect([undefined, ...view.contacts.map((contact) => contact.contactId)]).toContain(current)
      }),
    )
  })

  it('a view of a known contact makes it the current one', () => {
    fc.assert(
      fc.property(anyView, contactId, (view, id) => {
        const shown = withContacts(withViewed(view, id, 0), [...view.contacts])
        const isHere = view.contacts.some((contact) => contact.contactId === id)
        expect(currentContactId(shown)).toBe(isHere ? id : undefined)
      }),
    )
  })

  it('the order of the contacts does not matter', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const reversed = { ...view, contacts: view.contacts.toReversed() }
        expect(currentContactId(reversed)).toBe(currentContactId(view))
      }),
    )
  })

  it('no contact is current after all contacts left', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(currentContactId(withContacts(view, []))).toBeUndefined()
      }),
    )
  })

  it('two connected contacts with none in view give no current contact', () => {
    fc.assert(
      fc.property(contacts, (others) => {
        const view = withContacts(emptyView, [
          ...others,
          { ...call, contactId: 'x' },
          { ...call, contactId: 'y' },
        ])
        expect(currentContactId(view)).toBeUndefined()
      }),
    )
  })
})
