import type { RefObject } from 'react'
import type { Teller } from '../../contacts/contact-source.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { frontOf, isGone, isUndecided, type Desk } from '../../drafts/desk/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import type { Messages } from '../../i18n/messages/messages.ts'
import { Late } from '../late/late.tsx'
import { usePanelSetting } from '../setting/panel-setting.ts'

export interface ContactHeaderProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  /** The source that is still being opened. */
  readonly awaited: Teller | undefined
  /** This draft is not being sent, so it may still be moved. */
  readonly isSettled: boolean
  /** The list of contacts, where a complaint about the choice leads. */
  readonly chooserRef: RefObject<HTMLDivElement | null>
}

/** The contact that the task will be linked to, in one line. If the agent has a choice, the line is a list of contacts. */
export function ContactHeader({ awaited, ...controls }: ContactHeaderProps) {
  const { desk } = controls
  const { messages } = usePanelSetting()
  const words = messages.contact
  const { contact } = frontOf(desk)
  return (
    <section className="tl-contact" part="contact" aria-label={words.heading}>
      {contact ? (
        <p tabIndex={-1}>
          <span className="tl-visually-hidden">{words.channel(contact.channel)}</span>
          <bdi className="tl-contact-name">{contact.displayName ?? words.unnamed}</bdi>
          <span className="tl-muted">{stateWords(desk, contact, words)}</span>
        </p>
      ) : (
        <p className="tl-muted" tabIndex={-1}>
          {awaited ? messages.session.connecting[awaited] : contactWords(desk, words)}
        </p>
      )}
      <Late fallback={null}>
        {({ ContactControls, ModeSwitch }) => (
          <>
            <ContactControls {...controls} />
            <ModeSwitch {...controls} />
          </>
        )}
      </Late>
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
