import type { Host } from './host.ts'

/** Why the CCP shows its host no contacts any more. */
export type Closed = 'signed-out' | 'expired' | 'denied'

const farewells = {
  'signed-out': 'terminated',
  expired: 'auth_fail',
  denied: 'access_denied',
} satisfies Record<Closed, string>

/** What stands between this page and its host. */
export interface Door {
  readonly host: Host
  readonly closed: () => Closed | undefined
  /** Tells the host why, as its last word: a real CCP has then left for its sign-in page, and answers not even keep-alive. */
  readonly close: (why: Closed) => void
}

export function createDoor(host: Host): Door {
  let closed: Closed | undefined
  return {
    host: {
      post(event, data) {
        if (closed === undefined) host.post(event, data)
      },
      onMessage(listener) {
        host.onMessage((message) => {
          if (closed === undefined) listener(message)
        })
      },
    },
    closed: () => closed,
    close(why) {
      host.post(farewells[why])
      closed = why
    },
  }
}
