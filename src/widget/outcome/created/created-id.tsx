import { useQuery } from '@tanstack/react-query'
import { contactPage } from '../../../core/contact/contact-page.ts'
import { CopyButton } from '../../controls/copy-button.tsx'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'

/** The id of the task in Connect, which support asks for, and the way to its page there. */
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

/** Undefined where the address of the instance cannot be found from that of the CCP. */
function useContactPage(contactId: string): string | undefined {
  const { client } = usePanelSetting()
  // A deployment keeps its instance. Without the answer the link is not there, and nothing else is missing.
  const { data } = useQuery({ queryKey: ['config'], queryFn: client.config, staleTime: Infinity })
  return data && contactPage(data.ccpUrl, contactId)
}
