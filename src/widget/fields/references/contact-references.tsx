import { useState } from 'react'
import type { Contact } from '../../../core/contact/contact.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { ContactReference } from './contact-reference.tsx'
import { useContactReferences } from './use-contact-references.ts'

export interface ContactReferencesProps {
  readonly contact: Contact
  /** They are read only then. */
  readonly isLookedAt: boolean
}

/** More would push the rows of the task out of sight. */
const openUpToRows = 4

/** The references of the contact, each with a button that carries it over to the task. */
export function ContactReferences({ contact, isLookedAt }: ContactReferencesProps) {
  const words = useLateMessages().contactReferences
  const { panel } = usePanelSetting().messages
  const { data, isError, refetch } = useContactReferences(contact, isLookedAt)
  const [addedName, setAddedName] = useState('')
  if (!data) {
    if (!isError) return isLookedAt && <p className="tl-hint">{words.reading}</p>
    return (
      <p className="tl-hint">
        <span>{`${words.unread} `}</span>
        <button type="button" className="tl-link" onClick={() => void refetch()}>
          {panel.retry}
        </button>
      </p>
    )
  }
  const { references } = data
  if (references.length === 0) return null
  return (
    <details className="tl-inherited tl-carried" open={references.length <= openUpToRows}>
      <summary>
        <span>{words.title(references.length, contact.channel)}</span>
      </summary>
      <ul>
        {references.map((found, index) => (
          // A contact may have two of one name. They are all there from the start.
          // oxlint-disable-next-line react/no-array-index-key
          <ContactReference key={index} found={found} onAdded={() => setAddedName(found.name)} />
        ))}
      </ul>
      <span role="status" className="tl-visually-hidden">
        {addedName && words.addedOf(addedName)}
      </span>
    </details>
  )
}
