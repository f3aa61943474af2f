import { useState } from 'react'
import type { ContactSession, Teller } from '../../contacts/contact-source.ts'
import type { Me } from '../../contract/me.ts'
import type { LateMessages } from '../../i18n/late-messages.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { isAnotherAgent } from './session-agent.ts'

export interface SessionTroubleProps {
  readonly session: ContactSession
  readonly teller: Teller
  readonly me: Me | undefined
}

/** Says why the panel cannot see the agent's contacts or create tasks; shows nothing while it can. */
export function SessionTrouble({ session, teller, me }: SessionTroubleProps) {
  const { session: words } = useLateMessages()
  switch (session.status) {
    case 'connecting':
      return null
    case 'ready':
      return me && session.agent && isAnotherAgent(session, me) ? (
        <p className="tl-notice" data-tone="danger">
          {words.anotherAgent(session.agent.name, me.name)}
        </p>
      ) : null
    default:
      return (
        <div className="tl-notice">
          <p>{troubleWords(session, teller, words)}</p>
          {teller === 'ccp' && (session.status === 'not-answering' || session.status === 'access-denied') && (
            <ul>
              {words.causes[session.status](location.origin).map((cause) => (
                <li key={cause}>{cause}</li>
              ))}
            </ul>
          )}
          {'signIn' in session && session.signIn && <SignInButton signIn={session.signIn} />}
        </div>
      )
  }
}

/** The browser may have blocked the window that opened by itself, or the agent has closed it. */
function SignInButton({ signIn }: { readonly signIn: () => boolean }) {
  const { session: words } = useLateMessages()
  const [isBlocked, setIsBlocked] = useState(false)
  return (
    <>
      {isBlocked && <p>{words.windowBlocked}</p>}
      <button type="button" onClick={() => setIsBlocked(!signIn())}>
        {words.signIn}
      </button>
    </>
  )
}

function troubleWords(
  session: Exclude<ContactSession, { status: 'ready' | 'connecting' }>,
  teller: Teller,
  words: LateMessages['session'],
): string {
  switch (session.status) {
    case 'permission-missing':
      return words['permission-missing'](session.permissions)
    case 'not-answering':
      return words['not-answering'][teller]
    case 'not-understood':
    case 'sign-in-needed':
    case 'signed-out':
    case 'access-denied':
    case 'outside-workspace':
      return words[session.status]
  }
}
