import type { Contact } from '../../core/contact/contact.ts'
import { CopyButton } from '../controls/copy-button.tsx'
import { DropDown } from '../controls/drop-down.tsx'
import { Icon } from '../controls/icons/icon.tsx'
import { useLateMessages } from '../late/late-messages.ts'

/** The contact's id, which support asks for, and its name where the line has no room for it. */
export function ContactDetails({ contact: { contactId, displayName } }: { readonly contact: Contact }) {
  const words = useLateMessages().contactDetails
  return (
    <DropDown label={words.title} summary={<Icon name="info" />}>
      {displayName !== undefined && (
        <p>
          <bdi>{displayName}</bdi>
        </p>
      )}
      <p>{words.id(contactId)}</p>
      <CopyButton label={words.copy} text={contactId} />
    </DropDown>
  )
}
