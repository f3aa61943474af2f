import type { ContactSession, Teller } from '../contacts/contact-source.ts'
import type { Me } from '../contract/me.ts'
import type { Messages } from '../i18n/en.ts'
import { usePanelSetting } from './panel-setting.ts'

/** The CCP's agent and the signed-in agent are known and are not the same person. */
export function isAnotherAgent(session: ContactSession, me: Me | undefined): boolean {
  if (session.status !== 'ready' || !session.agent || !me) return false
  return session.agent.userId !== me.userId
}

/** The CCP says who its agent is, and nobody can say yet whether the signed-in agent is the same. */
export const isUnsure = (session: ContactSession, me: Me | undefined): boolean =>
  session.status === 'ready' && session.agent !== undefined && me === undefined

/** What keeps the panel from knowing the agent's contacts, in words; nothing while all is well. */
export function SessionNotice({
  session,
  teller,
  me,
}: {
  readonly session: ContactSession
  readonly teller: Teller
  readonly me: Me | undefined
}) {
  const { messages } = usePanelSetting()
  return (
    <div role="status">
      {session.status === 'ready' ? (
        me &&
        session.agent &&
        isAnotherAgent(session, me) && (
          <p className="tl-notice" data-tone="danger">
            {messages.session.anotherAgent(session.agent.name, me.name)}
          </p>
        )
      ) : (
        <div className="tl-notice">
          <p>{sessionWords(session, teller, messages)}</p>
          {teller === 'ccp' && (session.status === 'not-answering' || session.status === 'access-denied') && (
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

function sessionWords(
  session: Exclude<ContactSession, { status: 'ready' }>,
  teller: Teller,
  { session: words }: Messages,
): string {
  switch (session.status) {
    case 'permission-missing':
      return words['permission-missing'](session.permissions)
    case 'connecting':
    case 'not-answering':
      return words[session.status][teller]
    case 'not-understood':
    case 'sign-in-needed':
    case 'signed-out':
    case 'access-denied':
    case 'outside-workspace':
      return words[session.status]
  }
}
