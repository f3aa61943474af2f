import type { MouseEvent } from 'react'
import { FieldError } from '../controls/field.tsx'
import { useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'

/** Opens the field for an ID, which stands in the line of the contact. It takes the focus by itself. */
function openTypedContact({ currentTarget }: MouseEvent): void {
  const panel = currentTarget.closest('.tl-panel')
  panel?.querySelector('.tl-contact details:has(input)')?.setAttribute('open', '')
}

/** Says that there is no contact to link to, and offers the link by an ID. */
export function NotLinked({ error }: { readonly error: string | undefined }) {
  const { messages } = usePanelSetting()
  const { typedContact } = useLateMessages()
  return (
    <div className="tl-choices">
      <FieldError error={error} />
      <p className="tl-hint">{messages.contact.unlinked}</p>
      <button type="button" className="tl-link" onClick={openTypedContact}>
        {typedContact.title}
      </button>
    </div>
  )
}
