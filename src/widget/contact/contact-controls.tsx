import type { RefObject } from 'react'
import { frontOf, type Desk } from '../../drafts/desk/desk.ts'
import { movesOf } from '../../drafts/desk-moves.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { ContactChooser } from './contact-chooser.tsx'
import { ContactDetails } from './contact-details.tsx'
import { TypedContact } from './typed-contact.tsx'

export interface ContactControlsProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  /** The draft is not being sent, so it may still be moved. */
  readonly isSettled: boolean
  readonly chooserRef: RefObject<HTMLDivElement | null>
}

/** The parts of the contact's line that an agent does not need before the first keystroke. */
export function ContactControls({ desk, drafts, isSettled, chooserRef }: ContactControlsProps) {
  const { id, contact, begunAt } = frontOf(desk)
  return (
    <>
      <Icon name={contact?.channel ?? 'person'} />
      {isSettled && <ContactChooser desk={desk} drafts={drafts} chooserRef={chooserRef} />}
      {contact && <ContactDetails contact={contact} begunAt={begunAt} />}
      {!contact && isSettled && (
        <TypedContact
          isShort={!desk.isReady || desk.contacts.length > 0}
          onFound={(found) => movesOf(drafts).linkTyped(id, found)}
        />
      )}
    </>
  )
}
