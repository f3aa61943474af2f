import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Contact } from '../../../core/contact/contact.ts'
import type { MessageOptions } from '../../../core/message/message-options.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import type { Read } from '../../setting/panel-queries.ts'

const optionsKey = 'message-options'

/** What may be sent to the customer of a contact, and when. */
export function useMessageOptions(contact: Contact | undefined): Read<MessageOptions> {
  const { client } = usePanelSetting()
  const contactId = contact?.contactId
  const read: Read<MessageOptions> = useQuery({
    queryKey: [optionsKey, contactId],
    queryFn: () => client.messageOptions(contactId),
    // The time of the next message changes with each message, also of colleagues.
    staleTime: 10_000,
    retryOnMount: false,
  })
  return read
}

/** Reads them again after a refusal that says that they are no longer right, or after a message was sent. */
export function useDistrustOptions(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: [optionsKey] })
}
