import { useQuery } from '@tanstack/react-query'
import type { Contact } from '../../../core/contact/contact.ts'
import { retriedByAgent, type Read } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import type { ContactReferences } from '../../../contract/reads/contact-references.ts'

/** The references that Connect has for a contact. They are read again when the CCP reports another state. */
export function useContactReferences(contact: Contact, isAsked: boolean): Read<ContactReferences> {
  const { client } = usePanelSetting()
  const { contactId, stateSince } = contact
  const read: Read<ContactReferences> = useQuery({
    queryKey: ['contact-references', contactId, stateSince],
    queryFn: () => client.contactReferences(contactId),
    ...retriedByAgent,
    enabled: isAsked,
  })
  return read
}
