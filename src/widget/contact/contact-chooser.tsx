import { useId, type RefObject } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { Contact } from '../../core/contact/contact.ts'
import type { TaskDraft } from '../../core/task/task-parts.ts'
import { frontOf, isUndecided, type Desk } from '../../drafts/desk/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { keepPlace } from '../controls/focus/keep-place.ts'
import { contactUndecided } from '../form-model/errors/form-path.ts'
import { useLateMessages } from '../late/late-messages.ts'

export interface ContactChooserProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  /** The list of contacts, to which a complaint about the choice leads. */
  readonly chooserRef: RefObject<HTMLSelectElement | null>
}

const noContact = 'none'

/**
 * The contacts that the draft can be about, where there is a choice. The list lies over the line that shows the contact, and
 * only the line is seen.
 */
export function ContactChooser({ desk, drafts, chooserRef }: ContactChooserProps) {
  const id = useId()
  const words = useLateMessages().contactChoice
  // A task and a message have a link.
  const { control } = useFormContext<Pick<TaskDraft, 'link'>>()
  const { errors } = useFormState({ control, name: 'link' })
  const choiceError = errors.link?.type === contactUndecided ? errors.link.message : undefined
  const { contact } = frontOf(desk)
  const choices = choicesOf(desk)
  const isOpen = isUndecided(desk)
  if (choices.length < 2 && !isOpen) return null
  const errorId = `${id}-error`
  return (
    <>
      <select
        ref={chooserRef}
        aria-label={words.label}
        value={contact?.contactId ?? (isOpen ? '' : noContact)}
        onChange={({ currentTarget }) => {
          const chosen = choices.find(({ contactId }) => contactId === currentTarget.value)
          keepPlace(currentTarget, () => drafts.choose(chosen), 'chooser', 'contact')
        }}
        {...(choiceError ? { 'aria-invalid': true, 'aria-describedby': errorId } : {})}
      >
        {isOpen && <option value="">{words.first}</option>}
        <option value={noContact}>{words.none}</option>
        {choices.map((each) => (
          <option key={each.contactId} value={each.contactId}>
            {words.option(each)}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
      {/* The line below the list says it to the eye. */}
      <span id={errorId} className="tl-visually-hidden">
        {choiceError}
      </span>
    </>
  )
}

/** The contacts in the CCP, and the draft's own after it has left the CCP: its id can still be linked. */
function choicesOf(desk: Desk): readonly Contact[] {
  const { contact } = frontOf(desk)
  const contacts = desk.isReady ? desk.contacts : []
  if (!contact || contacts.some(({ contactId }) => contactId === contact.contactId)) return contacts
  return [...contacts, contact]
}
