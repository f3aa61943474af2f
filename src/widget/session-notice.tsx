import type { ContactSession } from '../contacts/contact-source.ts'
import type { Me } from '../contract/reads.ts'
import { usePanelSetting } from './panel-setting.ts'

/** The CCP's agent and the signed-in agent are known and are not the same person. */
export function isAnotherAgent(session: ContactSession, me: Me | undefined): boolean {
  return session.status === 'ready' && me !== undefined && session.agent.userId !== me.userId
}

/** What keeps the panel from knowing the agent's contacts, in words; nothing while all is well. */
export function SessionNotice({
  session,
  me,
}: {
  readonly session: ContactSession
  readonly me: Me | undefined
}) {
  const { messages } = usePanelSetting()
  return (
    <div role="status">
      {session.status === 'ready' ? (
        me &&
        isAnotherAgent(session, me) && (
          <p className="tl-notice" data-tone="danger">
            {messages.session.anotherAgent(session.agent.name, me.name)}
          </p>
        )
      ) : (
        <div className="tl-notice">
          <p>{messages.session[session.status]}</p>
          {(session.status === 'not-answering' || session.status === 'access-denied') && (
            <ul>
              {messages.session.causes[session.status](location.origin).map((cause) => (
                <li key={cause}>{cause}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
