import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Contact } from '../../../core/contact/contact.ts'
import type { MessageOptions } from '../../../core/message/message-options.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import type { Read } from '../../setting/panel-queries.ts'
import { messageOptionsQuery, optionsKey } from '../mode/message-options-query.ts'

/** The messages that the customer of a contact may get, and the times. */
export function useMessageOptions(contact: Contact | undefined): Read<MessageOptions> {
  const { client } = usePanelSetting()
  const read: Read<MessageOptions> = useQuery(messageOptionsQuery(client, contact?.contactId))
  return read
}

/** Reads the options again: after a refusal that shows that they are out of date, or after a message was sent. */
export function useDistrustOptions(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: [optionsKey] })
}
