import type { Host } from '../host/host.ts'

/** Why the CCP has stopped talking to its host. */
export type Closed = 'signed-out' | 'expired' | 'denied'

const farewells = {
  'signed-out': 'terminated',
  expired: 'auth_fail',
  denied: 'access_denied',
} satisfies Record<Closed, string>

/** The connection to the host, which can be closed. */
export interface Door {
  readonly host: Host
  readonly closed: () => Closed | undefined
  /** Posts the reason as the last message. A real CCP shows its sign-in page then, and does not even answer keep-alive. */
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
