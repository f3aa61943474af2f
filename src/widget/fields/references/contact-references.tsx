import { useState, useSyncExternalStore } from 'react'
import type { Contact } from '../../../core/contact/contact.ts'
import type { FoundReference } from '../../../core/fields/references/carried-reference.ts'
import type { ContactReferences as Found } from '../../../contract/reads/contact-references.ts'
import type { Read } from '../../setting/panel-queries.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { UnreadNotice } from '../unread-notice.tsx'
import { ContactReference } from './contact-reference.tsx'
import { useContactReferences } from './use-contact-references.ts'

export interface ContactReferencesProps {
  readonly contact: Contact
  /** The references are read only while the agent looks at the section. */
  readonly isLookedAt: boolean
}

/** A longer list starts closed: it would push the task's own rows out of sight. */
const openUpToRows = 4

/** The references of the contact, each with a button that carries it over to the task. */
export function ContactReferences({ contact, isLookedAt }: ContactReferencesProps) {
  const words = useLateMessages().contactReferences
  const read = useContactReferences(contact, isLookedAt)
  const { isReached } = usePanelSetting().client
  const isProxyReached = useSyncExternalStore(isReached.subscribe, isReached.getSnapshot)
  if (!read.data) {
    // The notice about the connection already says it.
    if (read.isError && !isProxyReached) return null
    return (isLookedAt || read.isError) && <Unread read={read} />
  }
  const { references } = read.data
  if (references.length === 0) return null
  return (
    <details className="tl-inherited tl-carried" open={references.length <= openUpToRows}>
      <summary>
        <span>{words.title(references.length, contact.channel)}</span>
      </summary>
      <References references={references} />
    </details>
  )
}

/**
 * The same list below the fields of a template: a reference fills the field of the same name. Few agents need it, so it is read
 * only when it is opened.
 */
export function ContactReferencesOnDemand({ contact }: Pick<ContactReferencesProps, 'contact'>) {
  const words = useLateMessages().contactReferences
  const [isOpen, setIsOpen] = useState(false)
  const read = useContactReferences(contact, isOpen)
  return (
    <details
      className="tl-inherited tl-carried"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>
        <span>{words.titleUncounted(contact.channel)}</span>
      </summary>
      {read.data ? <References references={read.data.references} /> : <Unread read={read} />}
    </details>
  )
}

function References({ references }: { readonly references: readonly FoundReference[] }) {
  const words = useLateMessages().contactReferences
  const [addedName, setAddedName] = useState('')
  return (
    <>
      {references.length === 0 && <p className="tl-hint">{words.none}</p>}
      <ul>
        {references.map((found, index) => (
          // The index is a stable key: all references come at once, and two may have the same name.
          // oxlint-disable-next-line react/no-array-index-key
          <ContactReference key={index} found={found} onAdded={() => setAddedName(found.name)} />
        ))}
      </ul>
      <span role="status" className="tl-visually-hidden">
        {addedName && words.addedOf(addedName)}
      </span>
    </>
  )
}

function Unread({ read: { isError, refetch } }: { readonly read: Read<Found> }) {
  const words = useLateMessages().contactReferences
  if (!isError) return <p className="tl-hint">{words.reading}</p>
  return <UnreadNotice retry={() => void refetch()}>{words.unread}</UnreadNotice>
}
