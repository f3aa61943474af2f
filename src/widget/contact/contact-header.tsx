import type { RefObject } from 'react'
import type { Contact } from '../../core/contact.ts'
import { frontOf, isGone, isUndecided, type Desk } from '../../drafts/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import type { Messages } from '../../i18n/messages.ts'
import { Late } from '../late/late.tsx'
import { usePanelSetting } from '../panel-setting.ts'

export interface ContactHeaderProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  /** This draft is not being sent, so it may still be moved. */
  readonly isSettled: boolean
  /** The list of contacts, where a complaint about the choice leads. */
  readonly chooserRef: RefObject<HTMLSelectElement | null>
}

/** The contact that the task will be linked to, always in view. */
export function ContactHeader({ desk, drafts, isSettled, chooserRef }: ContactHeaderProps) {
  const { messages } = usePanelSetting()
  const words = messages.contact
  const { id, contact } = frontOf(desk)
  return (
    <section className="tl-contact" part="contact" aria-label={words.heading}>
      {contact ? (
        <ContactCard contact={contact} state={stateWords(desk, contact, words)} />
      ) : (
        <p className="tl-muted" tabIndex={-1}>
          {contactWords(desk, words)}
        </p>
      )}
      {isSettled && (
        <Late fallback={null}>
          {({ ContactChooser }) => <ContactChooser desk={desk} drafts={drafts} chooserRef={chooserRef} />}
        </Late>
      )}
      <div role="status">
        <Late fallback={null}>
          {({ Elsewhere }) => <Elsewhere desk={desk} drafts={drafts} isSettled={isSettled} />}
        </Late>
      </div>
      {!contact && isSettled && (
        <Late fallback={null}>
          {({ TypedContact }) => <TypedContact onFound={(found) => drafts.linkTyped(id, found)} />}
        </Late>
      )}
    </section>
  )
}

function stateWords(desk: Desk, contact: Contact, words: Messages['contact']): string {
  if (frontOf(desk).contactChoice === 'typed') return words.typed
  if (!desk.isReady) return words.stateUnknown
  return isGone(desk) ? words.gone : words.state(contact.state)
}

function contactWords(desk: Desk, words: Messages['contact']): string {
  if (!desk.isReady) return words.unknown
  if (isUndecided(desk)) return words.choose
  return desk.contacts.length > 0 ? words.unlinked : words.none
}

interface ContactCardProps {
  readonly contact: Contact
  /** Its state in words, as far as it is known. */
  readonly state: string
}

function ContactCard({ contact, state }: ContactCardProps) {
  const words = usePanelSetting().messages.contact
  return (
    <p className="tl-contact-card" tabIndex={-1}>
      <span className="tl-channel">{words.channel(contact.channel)}</span>
      <bdi className="tl-contact-name">{contact.displayName ?? words.unnamed}</bdi>
      <span className="tl-contact-state">{state}</span>
      <span className="tl-muted">{words.shortId(contact.contactId)}</span>
    </p>
  )
}
