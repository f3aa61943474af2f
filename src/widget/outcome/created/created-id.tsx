import { useQuery } from '@tanstack/react-query'
import { contactPage } from '../../../core/contact/contact-page.ts'
import { CopyButton } from '../../controls/copy-button.tsx'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'

/** The contact ID of the task (support asks for it), with a link to its page in Connect. */
export function CreatedId({ contactId }: { readonly contactId: string }) {
  const words = useLateMessages().created
  const page = useContactPage(contactId)
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

/** Undefined if the URL of the CCP does not show the address of the instance. */
function useContactPage(contactId: string): string | undefined {
  const { client } = usePanelSetting()
  // Read once, because the instance of a deployment does not change. Without an answer only this link is missing.
  const { data } = useQuery({ queryKey: ['config'], queryFn: client.config, staleTime: Infinity })
  return data && contactPage(data.ccpUrl, contactId)
}
