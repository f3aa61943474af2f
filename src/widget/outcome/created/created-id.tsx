import { contactPage } from '../../../core/contact/contact-page.ts'
import { CopyButton } from '../../controls/copy-button.tsx'
import { useLateMessages } from '../../late/late-messages.ts'
import { useInstancePage } from '../use-instance-page.ts'

/** The contact ID of the task (support asks for it), with a link to its page in Connect. */
export function CreatedId({ contactId }: { readonly contactId: string }) {
  const words = useLateMessages().created
  const page = useInstancePage((ccpUrl) => contactPage(ccpUrl, contactId))
  return (
    <p className="tl-hint tl-details">
      <span>
        <span>{`${words.contactId}: `}</span>
        <code>{contactId}</code>
      </span>
      <CopyButton label={words.copy} text={contactId} />
      {page !== undefined && (
        <a href={page} target="_blank" rel="noreferrer">
          {words.openInConnect}
        </a>
      )}
    </p>
  )
}
