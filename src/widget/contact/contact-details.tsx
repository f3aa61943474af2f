import type { Contact } from '../../core/contact/contact.ts'
import { CopyButton } from '../controls/copy-button.tsx'
import { DropDown } from '../controls/drop-down.tsx'
import { Icon } from '../controls/icons/icon.tsx'
import { useFormats, useLateMessages } from '../late/late-messages.ts'

export interface ContactDetailsProps {
  readonly contact: Contact | undefined
  /** When the draft was begun, in milliseconds since the epoch. */
  readonly begunAt: number | undefined
}

/** The contact's id, which support asks for, its name where the line has no room for it, and the age of the draft. A draft about no contact has only its age. */
export function ContactDetails({ contact, begunAt }: ContactDetailsProps) {
  const { contactDetails: words, drafts } = useLateMessages()
  const formats = useFormats()
  if (!contact && begunAt === undefined) return null
  return (
    <DropDown label={words.title} summary={<Icon name="info" />}>
      {contact?.displayName !== undefined && (
        <p className="tl-details-name">
          <bdi>{contact.displayName}</bdi>
        </p>
      )}
      {contact && (
        <>
          <p className="tl-hint">{words.id(contact.contactId)}</p>
          <CopyButton label={words.copy} text={contact.contactId} />
        </>
      )}
      {begunAt !== undefined && (
        <p className="tl-hint">{drafts.draftBegun(formats.instant(new Date(begunAt)))}</p>
      )}
    </DropDown>
  )
}
