import type { Desk } from '../../drafts/desk/desk.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { Notice } from './notice.tsx'
import { ringingOf } from './ringing-of.ts'

/** Says which contact is ringing: the CCP may be out of view. */
export function Ringing({ desk }: { readonly desk: Desk }) {
  const words = useLateMessages().notices
  return (
    <>
      {ringingOf(desk).map((contact) => (
        <Notice key={contact.contactId}>{words.ringing(contact)}</Notice>
      ))}
    </>
  )
}
