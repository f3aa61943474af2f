import { useState } from 'react'
import type { ContactSession, Teller } from '../../contacts/contact-source.ts'
import type { Me } from '../../contract/reads/me.ts'
import type { LateMessages } from '../../i18n/messages/late-messages.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { isAnotherAgent } from '../contact/session-agent.ts'
import { Notice, NoticeButton } from './notice.tsx'
import type { Dismissals } from './use-dismissals.ts'

export interface SessionTroubleProps {
  readonly session: ContactSession
  readonly teller: Teller
  readonly me: Me | undefined
  readonly isKept: boolean
  readonly dismissals: Dismissals
}

/** Says why the panel cannot see the agent's contacts or create tasks. Empty if it can. */
export function SessionTrouble({ session, teller, me, isKept, dismissals }: SessionTroubleProps) {
  const { session: words } = useLateMessages()
  if (session.status === 'connecting') return null
  if (session.status === 'ready') {
    return me && session.agent && isAnotherAgent(session, me) ? (
      <Notice tone="danger">{words.anotherAgent(session.agent.name, me.name)}</Notice>
    ) : null
  }
  if (dismissals.has(session)) return null
  const signIn = 'signIn' in session ? session.signIn : undefined
  return (
    <Notice
      tone="warning"
      onDismiss={() => dismissals.add(session)}
      actions={signIn && <SignInButton signIn={signIn} />}
    >
      <span>{troubleWords(session, teller, words)}</span>
      {isKept && <span>{` ${words.kept}`}</span>}
      {teller === 'ccp' && (session.status === 'not-answering' || session.status === 'access-denied') && (
        <details>
          <summary>{words.causesTitle}</summary>
          <ul>
            {words.causes[session.status](location.origin).map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  )
}

/** Opens the sign-in window again: the browser may have blocked it, or the agent may have closed it. */
function SignInButton({ signIn }: { readonly signIn: () => boolean }) {
  const { session: words } = useLateMessages()
  const [isBlocked, setIsBlocked] = useState(false)
  return (
    <>
      {isBlocked && <p>{words.windowBlocked}</p>}
      <NoticeButton onClick={() => setIsBlocked(!signIn())}>{words.signIn}</NoticeButton>
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
