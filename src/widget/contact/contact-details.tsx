import type { Contact } from '../../core/contact/contact.ts'
import { CopyButton } from '../controls/copy-button.tsx'
import { DropDown } from '../controls/drop-down.tsx'
import { Icon } from '../controls/icons/icon.tsx'
import { useFormats, useLateMessages } from '../late/late-messages.ts'

export interface ContactDetailsProps {
  readonly contact: Contact
  /** When the draft about it was begun, in milliseconds since the epoch. */
  readonly begunAt: number | undefined
}

/** The contact's id, which support asks for, its name where the line has no room for it, and the age of the draft. */
export function ContactDetails({ contact: { contactId, displayName }, begunAt }: ContactDetailsProps) {
  const { contactDetails: words, drafts } = useLateMessages()
  const formats = useFormats()
  return (
    <DropDown label={words.title} summary={<Icon name="info" />}>
      {displayName !== undefined && (
        <p>
          <bdi>{displayName}</bdi>
        </p>
      )}
      <p>{words.id(contactId)}</p>
      <CopyButton label={words.copy} text={contactId} />
      {begunAt !== undefined && <p>{drafts.draftBegun(formats.instant(new Date(begunAt)))}</p>}
    </DropDown>
  )
}
