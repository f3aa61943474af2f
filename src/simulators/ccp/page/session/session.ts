import type { Ccp } from '../ccp.ts'
import type { Closed, Door } from './door.ts'
import { keepSession } from './kept.ts'
import type { Publish } from '../host/publish.ts'

/** Ends the agent's session with the CCP. */
export interface Session {
  readonly signOut: () => Promise<void>
  readonly expire: () => Promise<void>
  readonly deny: () => Promise<void>
}

export interface SessionParts {
  readonly ccp: Ccp
  readonly door: Door
  readonly publish: Publish
  readonly onClosed: (why: Closed) => void
}

export function createSession({ ccp, door, publish, onClosed }: SessionParts): Session {
  const close = (why: Closed) => {
    door.close(why)
    onClosed(why)
  }
  return {
    async signOut() {
      await publish({ ...ccp.state(), contacts: [], viewedContactId: '' }, [])
      await keepSession({ status: 'signed-out' })
      close('signed-out')
    },
    async expire() {
      close('expired')
      // Store the contacts: they continue after the session has expired.
      await publish(ccp.state(), [])
    },
    deny() {
      close('denied')
      return Promise.resolve()
    },
  }
}
