import * as fc from 'fast-check'
import { channels, type ContactState, contactStates } from '../../../core/contact/contact.ts'
import type { NewContact } from './state/ccp-contact.ts'

/** An action of an agent or a test. It names a contact by position; the CCP rejects a position that does not exist. */
export type Move =
  | { readonly type: 'add'; readonly contact: NewContact }
  | { readonly type: 'become'; readonly position: number; readonly state: ContactState }
  | { readonly type: 'accept' | 'view' | 'remove' | 'attribute'; readonly position: number }
  | { readonly type: 'view-none' }

const position = fc.nat(5)

/** Random moves, most of them possible. */
export const anyMoves = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ type: fc.constant('add'), contact: anyContact() }) },
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('become'),
        position,
        state: fc.constantFrom(...contactStates),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constantFrom('accept', 'view', 'remove', 'attribute'),
        position,
      }),
    },
    fc.record({ type: fc.constant('view-none') }),
  ),
  { minLength: 5, maxLength: 40, size: 'max' },
)

function anyContact() {
  const channel = fc.constantFrom(...channels)
  return fc.oneof(
    fc.record({ channel }),
    fc.record({ channel, state: fc.constantFrom(...contactStates) }),
    fc.record({ channel, initialContactId: fc.uuid() }),
  )
}

/** The CCP functions that moves need; `window.ccp` has them too. */
export interface Playable {
  readonly contactIds: () => readonly string[] | Promise<readonly string[]>
  readonly addContact: (contact: NewContact) => Promise<unknown>
  readonly accept: (contactId: string) => Promise<void>
  readonly setState: (contactId: string, state: ContactState) => Promise<void>
  readonly setAttributes: (contactId: string, attributes: Readonly<Record<string, string>>) => Promise<void>
  readonly select: (contactId: string) => Promise<void>
  readonly showNone: () => Promise<void>
  readonly remove: (contactId: string) => Promise<void>
}

/** Makes the move; rejects if the CCP does not allow it. */
export async function play(ccp: Playable, move: Move): Promise<unknown> {
  switch (move.type) {
    case 'add':
      return ccp.addContact(move.contact)
    case 'view-none':
      return ccp.showNone()
    default: {
      const contactIds = await ccp.contactIds()
      const contactId = contactIds[move.position] ?? 'unknown'
      switch (move.type) {
        case 'become':
          return ccp.setState(contactId, move.state)
        case 'accept':
          return ccp.accept(contactId)
        case 'view':
          return ccp.select(contactId)
        case 'remove':
          return ccp.remove(contactId)
        case 'attribute':
          return ccp.setAttributes(contactId, { orderId: '7' })
      }
    }
  }
}
