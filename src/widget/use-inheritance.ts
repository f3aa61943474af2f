import { useMemo } from 'react'
import type { Attribute } from '../core/attributes.ts'
import type { Channel, Contact } from '../core/contact.ts'
import { useLinkedContact } from './panel-queries.ts'

/** What the task gets from its contact, and how well that is known. */
export interface Inheritance {
  readonly status: 'none' | 'loading' | 'known' | 'unread'
  readonly channel?: Channel
  readonly attributes: readonly Attribute[]
}

export const nothingInherited: Inheritance = { status: 'none', attributes: [] }

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
