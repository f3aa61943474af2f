import { useMemo } from 'react'
import type { Attribute } from '../../core/fields/attributes/attribute.ts'
import type { Channel, Contact } from '../../core/contact/contact.ts'
import type { FieldSetting } from '../../core/fields/field.ts'
import { useLinkedContact } from '../setting/panel-queries.ts'

/** The attributes that the task inherits from its contact, and whether they have been read. */
export interface Inheritance {
  readonly status: 'none' | 'loading' | 'known' | 'unread'
  readonly channel?: Channel
  readonly attributes: readonly Attribute[]
  /** Reads them again, if they could not be read. */
  readonly retry?: () => void
  /** Bytes of inherited attributes that are hidden from the agent. */
  readonly hiddenBytes: number
}

export const nothingInherited: Inheritance = { status: 'none', attributes: [], hiddenBytes: 0 }

/** The facts about a draft's contact that the rules use. */
export function linkedCircumstances(
  contact: Contact | undefined,
  { status, attributes, hiddenBytes }: Inheritance,
): Pick<FieldSetting, 'contactId' | 'linkedContact'> {
  const known = status === 'known' ? { attributes, hiddenBytes } : {}
  if (!contact) return { linkedContact: known }
  const { contactId, channel } = contact
  return { contactId, linkedContact: { channel, ...known } }
}

/** The attributes that a task linked to this contact would inherit. */
export function useInheritance(contact: Contact | undefined): Inheritance {
  const { data, errorUpdatedAt, refetch } = useLinkedContact(contact)
  // Not `isError`, which is false while the panel reads again: the words would change twice a minute.
  const hasFailed = errorUpdatedAt > 0
  const channel = contact?.channel
  return useMemo(() => {
    if (channel === undefined) return nothingInherited
    if (!data && !hasFailed) return { ...nothingInherited, status: 'loading', channel }
    if (!data) return { ...nothingInherited, status: 'unread', channel, retry: () => void refetch() }
    const { attributes, hiddenBytes = 0 } = data
    return { status: 'known', channel, attributes, hiddenBytes }
  }, [channel, data, hasFailed, refetch])
}
