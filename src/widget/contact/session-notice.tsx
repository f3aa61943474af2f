import { useLoadedParts } from '../late-context.ts'
import { usePanelSetting } from '../panel-setting.ts'
import type { SessionTroubleProps } from './session-trouble.tsx'

/** Whether the panel knows the agent's contacts: that it waits for them, or what keeps it from them. */
export function SessionNotice(props: SessionTroubleProps) {
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
