import type { RefObject } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { Contact } from '../../core/contact.ts'
import type { TaskRequest } from '../../core/task-request.ts'
import type { TaskDraft } from '../../core/task-draft.ts'
import { elsewhereOf, frontOf, isGone, isUndecided, type Desk } from '../../drafts/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import type { Messages } from '../../i18n/messages.ts'
import { contactUndecided } from '../form-model/form-path.ts'
import { Field } from '../controls/field.tsx'
import { keepPlace } from '../controls/keep-place.ts'
import { useReadContactAnew } from '../panel-queries.ts'
import { Late } from '../late/late.tsx'
import { usePanelSetting } from '../panel-setting.ts'

export interface ContactHeaderProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  /** Nothing of this draft is on its way: it may still be moved. */
  readonly isSettled: boolean
  /** The list of contacts, where a complaint about the choice leads. */
  readonly chooserRef: RefObject<HTMLSelectElement | null>
}

/** Which contact the task will be linked to: never left to be guessed. */
export function ContactHeader({ desk, drafts, isSettled, chooserRef }: ContactHeaderProps) {
  const { messages } = usePanelSetting()
  const words = messages.contact
  const { id, contact } = frontOf(desk)
  return (
    <section className="tl-contact" aria-label={words.heading}>
      {contact ? (
        <ContactCard contact={contact} state={stateWords(desk, contact, words)} />
      ) : (
        <p className="tl-muted" tabIndex={-1}>
          {contactWords(desk, words)}
        </p>
      )}
      {isSettled && <ContactChooser desk={desk} drafts={drafts} chooserRef={chooserRef} />}
      <div role="status">
        <Elsewhere desk={desk} drafts={drafts} isSettled={isSettled} />
      </div>
      {!contact && isSettled && (
        <Late fallback={null}>
          {({ TypedContact }) => <TypedContact onFound={(found) => drafts.linkTyped(id, found)} />}
        </Late>
      )}
    </section>
  )
}

const noContact = 'none'

function ContactChooser({ desk, drafts, chooserRef }: Omit<ContactHeaderProps, 'isSettled'>) {
  const words = usePanelSetting().messages.contact
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: 'link' })
  const choiceError = errors.link?.type === contactUndecided ? errors.link.message : undefined
  const { contact } = frontOf(desk)
  const choices = choicesOf(desk)
  const isOpen = isUndecided(desk)
  if (choices.length < 2 && !isOpen) return null
  return (
    <Field label={words.chooseLabel} error={choiceError}>
      {(props) => (
        <select
          {...props}
          ref={chooserRef}
          value={contact?.contactId ?? (isOpen ? '' : noContact)}
          onChange={({ currentTarget }) => {
            const chosen = choices.find(({ contactId }) => contactId === currentTarget.value)
            keepPlace(currentTarget, () => drafts.choose(chosen), 'chooser', 'contact')
          }}
        >
          {isOpen && <option value="">{words.chooseFirst}</option>}
          <option value={noContact}>{words.chooseNone}</option>
          {choices.map((each) => (
            <option key={each.contactId} value={each.contactId}>
              {words.option(each)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** The contacts in the CCP, and the draft's own where it has left it: its id is still good for a link. */
function choicesOf(desk: Desk): readonly Contact[] {
  const { contact } = frontOf(desk)
  const contacts = desk.isReady ? desk.contacts : []
  if (!contact || contacts.some(({ contactId }) => contactId === contact.contactId)) return contacts
  return [...contacts, contact]
}

/** Where the CCP shows another contact than the draft's: says so, and what can be done about it. */
function Elsewhere({ desk, drafts, isSettled }: Omit<ContactHeaderProps, 'chooserRef'>) {
  const words = usePanelSetting().messages.contact
  const readAnew = useReadContactAnew()
  const { contact, isBegun } = frontOf(desk)
  const elsewhere = elsewhereOf(desk)
  if (!elsewhere) return null
  return (
    <div className="tl-notice">
      <p>{contact ? words.differs(contact, elsewhere) : words.differsFromNone(elsewhere)}</p>
      <div className="tl-inline">
        {isBegun && isSettled && (
          <button
            type="button"
            onClick={({ currentTarget }) => {
              readAnew(elsewhere.contactId)
              keepPlace(currentTarget, () => drafts.move(elsewhere), 'contact')
            }}
          >
            {words.move(elsewhere)}
          </button>
        )}
        <button
          type="button"
          onClick={({ currentTarget }) => keepPlace(currentTarget, () => drafts.show(elsewhere), 'contact')}
        >
          {words.show(elsewhere)}
        </button>
      </div>
    </div>
  )
}

function stateWords(desk: Desk, contact: Contact, words: Messages['contact']): string {
  if (frontOf(desk).isTyped) return words.typed
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
  /** What is known of where it stands, in words. */
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
