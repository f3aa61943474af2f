import type { ContactSession, Teller } from '../contacts/contact-source.ts'
import type { Me } from '../contract/me.ts'
import { useLoadedParts } from './late-context.ts'
import { usePanelSetting } from './panel-setting.ts'

export interface SessionNoticeProps {
  readonly session: ContactSession
  readonly teller: Teller
  readonly me: Me | undefined
}

/** Whether the panel knows the agent's contacts: that it waits for them, or what keeps it from them. */
export function SessionNotice(props: SessionNoticeProps) {
  const { messages } = usePanelSetting()
  const parts = useLoadedParts()
  return (
    <div role="status">
      {props.session.status === 'connecting' ? (
        <div className="tl-notice">
          <p>{messages.session.connecting[props.teller]}</p>
        </div>
      ) : (
        parts && <parts.SessionTrouble {...props} />
      )}
    </div>
  )
}
