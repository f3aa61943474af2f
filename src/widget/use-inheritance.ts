import { useMemo } from 'react'
import type { Contact } from '../core/contact.ts'
import { nothingInherited, type Inheritance } from './inherited-attributes.tsx'
import { useLinkedContact } from './panel-queries.ts'

/** What a task linked to this contact would inherit. */
export function useInheritance(contact: Contact | undefined): Inheritance {
  const { data, isError } = useLinkedContact(contact)
  const channel = contact?.channel
  return useMemo(() => {
    if (channel === undefined) return nothingInherited
    if (data) return { status: 'known', channel, attributes: data.attributes }
    return { status: isError ? 'unread' : 'loading', channel, attributes: [] }
  }, [channel, data, isError])
}
