import type { RefObject } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { Contact } from '../core/contact.ts'
import type { TaskRequest } from '../core/task.ts'
import type { TaskDraft } from '../core/task-draft.ts'
import type { Messages } from '../i18n/en.ts'
import { contactUndecided } from './draft-resolver.ts'
import { Field } from './field.tsx'
import { usePanelSetting } from './panel-setting.ts'
import type { PinnedContact } from './use-pinned-contact.ts'

export interface ContactHeaderProps {
  readonly pinned: PinnedContact
  readonly contacts: readonly Contact[]
  /** Whether the contacts are known at all. */
  readonly isKnown: boolean
  /** The list of contacts, where a complaint about the choice leads. */
  readonly chooserRef: RefObject<HTMLSelectElement | null>
}

const noContact = 'none'

/** Which contact the task will be linked to: never left to be guessed. */
export function ContactHeader({ pinned, contacts, isKnown, chooserRef }: ContactHeaderProps) {
  const { messages } = usePanelSetting()
  const words = messages.contact
  const { contact, isGone, isUndecided, elsewhere } = pinned
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: 'link' })
  const choiceError = errors.link?.type === contactUndecided ? errors.link.message : undefined
  return (
    <section className="tl-contact" aria-label={words.heading}>
      {contact ? (
        <ContactCard contact={contact} state={stateWords(contact, { isKnown, isGone }, words)} />
      ) : (
        <p className="tl-muted">
          {contactWords({ isKnown, isUndecided, isAny: contacts.length > 0 }, words)}
        </p>
      )}
      {(contacts.length > 1 || isUndecided) && (
        <Field label={words.chooseLabel} error={choiceError}>
          {(props) => (
            <select
              {...props}
              ref={chooserRef}
              value={contact?.contactId ?? (isUndecided ? '' : noContact)}
              onChange={({ currentTarget: { value } }) => pinned.pin(value === noContact ? undefined : value)}
            >
              {isUndecided && <option value="">{words.chooseFirst}</option>}
              <option value={noContact}>{words.chooseNone}</option>
              {withPinned(contacts, contact).map((each) => (
                <option key={each.contactId} value={each.contactId}>
                  {words.option(each)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div role="status">
        {contact && elsewhere && (
          <div className="tl-notice">
            <p>{words.differs(contact, elsewhere)}</p>
            <button type="button" onClick={() => pinned.pin(elsewhere.contactId)}>
              {words.move(elsewhere)}
            </button>
          </div>
        )}
        {!contact && elsewhere && (
          <button type="button" onClick={() => pinned.pin(elsewhere.contactId)}>
            {words.move(elsewhere)}
          </button>
        )}
      </div>
    </section>
  )
}

function stateWords(
  contact: Contact,
  known: { readonly isKnown: boolean; readonly isGone: boolean },
  words: Messages['contact'],
): string {
  if (!known.isKnown) return words.stateUnknown
  return known.isGone ? words.gone : words.state(contact.state)
}

function contactWords(
  known: { readonly isKnown: boolean; readonly isUndecided: boolean; readonly isAny: boolean },
  words: Messages['contact'],
): string {
  if (!known.isKnown) return words.unknown
  if (known.isUndecided) return words.choose
  return known.isAny ? words.unlinked : words.none
}

/** A contact that has left the list is still the draft's, so it stays choosable. */
function withPinned(contacts: readonly Contact[], pinned: Contact | undefined): readonly Contact[] {
  if (!pinned || contacts.some(({ contactId }) => contactId === pinned.contactId)) return contacts
  return [...contacts, pinned]
}

interface ContactCardProps {
  readonly contact: Contact
  /** What is known of where it stands, in words. */
  readonly state: string
}

function ContactCard({ contact, state }: ContactCardProps) {
  const words = usePanelSetting().messages.contact
  return (
    <p className="tl-contact-card">
      <span className="tl-channel">{words.channel(contact.channel)}</span>
      <bdi className="tl-contact-name">{contact.displayName ?? words.unnamed}</bdi>
      <span className="tl-contact-state">{state}</span>
      <span className="tl-muted">{words.shortId(contact.contactId)}</span>
    </p>
  )
}
