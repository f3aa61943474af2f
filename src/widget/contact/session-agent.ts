import type { ContactSession } from '../../contacts/contact-source.ts'
import type { Me } from '../../contract/reads/me.ts'

/** The CCP's agent and the signed-in agent are known and are not the same person. */
export function isAnotherAgent(session: ContactSession, me: Me | undefined): boolean {
  if (session.status !== 'ready' || !session.agent || !me) return false
  return session.agent.userId !== me.userId
}

/** The CCP's agent is known and the signed-in agent is not yet, so they may be two people. */
export const isUnsure = (session: ContactSession, me: Me | undefined): boolean =>
  session.status === 'ready' && session.agent !== undefined && me === undefined
