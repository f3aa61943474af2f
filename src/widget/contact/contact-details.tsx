import type { Contact } from '../../core/contact/contact.ts'
import { CopyButton } from '../controls/copy-button.tsx'
import { DropDown } from '../controls/drop-down.tsx'
import { Icon } from '../controls/icons/icon.tsx'
import { useFormats, useLateMessages } from '../late/late-messages.ts'

export interface ContactDetailsProps {
  readonly contact: Contact
  /** When the draft was begun, in milliseconds since the epoch. */
  readonly begunAt: number | undefined
}

/** Shows the contact's ID (support asks for it), the name if the line cuts it off, and the age of the draft. */
export function ContactDetails({ contact, begunAt }: ContactDetailsProps) {
  const { contactDetails: words, drafts } = useLateMessages()
  const formats = useFormats()
  return (
    <DropDown label={words.title} summary={<Icon name="info" />}>
      {contact.displayName !== undefined && (
        <p className="tl-details-name">
          <bdi>{contact.displayName}</bdi>
        </p>
      )}
      <p className="tl-hint">{words.id(contact.contactId)}</p>
      <CopyButton label={words.copy} text={contact.contactId} />
      {begunAt !== undefined && (
        <p className="tl-hint">{drafts.draftBegun(formats.instant(new Date(begunAt)))}</p>
      )}
    </DropDown>
  )
}
