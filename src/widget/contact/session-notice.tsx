import { Late } from '../late/late.tsx'
import { usePanelSetting } from '../panel-setting.ts'
import type { SessionTroubleProps } from './session-trouble.tsx'

/** Whether the panel knows the agent's contacts: it is waiting for them, or it says why it cannot know them. */
export function SessionNotice(props: SessionTroubleProps) {
  const { messages } = usePanelSetting()
  return (
    <div role="status">
      {props.session.status === 'connecting' ? (
        <div className="tl-notice">
          <p>{messages.session.connecting[props.teller]}</p>
        </div>
      ) : (
        <Late fallback={null}>{({ SessionTrouble }) => <SessionTrouble {...props} />}</Late>
      )}
    </div>
  )
}
