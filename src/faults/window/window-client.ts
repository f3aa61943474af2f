import { createTaskClient, type TaskClient } from '../../client/task-client.ts'
import type { Wire } from '../servers/wire.ts'

/** The client of one window, and whether it is busy. */
export interface WindowClient {
  readonly sender: Pick<TaskClient, 'send' | 'isReached' | 'me'>
  readonly onSignedOut: (listener: () => void) => void
  readonly signOut: () => void
  /** True while it prepares or reads a request. While it waits for the wire, it is not busy. */
  readonly isBusy: () => boolean
}

interface WindowClientOptions {
  readonly origin: string
  readonly wire: Wire
  readonly isOpen: () => boolean
  readonly token: () => string
}

export function createWindowClient({ origin, wire, isOpen, token }: WindowClientOptions): WindowClient {
  const signedOut = new Set<() => void>()
  const work = { sends: 0, fetches: 0 }
  const counted = async <Result>(kind: keyof typeof work, run: () => Promise<Result>) => {
    work[kind] += 1
    try {
      return await run()
    } finally {
      work[kind] -= 1
    }
  }
  const wireFetch = wire.fetchFor(isOpen)
  const client = createTaskClient({
    baseUrl: origin,
    fetch: (input, init) => counted('fetches', () => wireFetch(input, init)),
    token: async () => token(),
    renewToken: async () => false,
    onSignedOut: (listener) => {
      signedOut.add(listener)
      return () => signedOut.delete(listener)
    },
  })
  return {
    sender: {
      isReached: client.isReached,
      me: () => counted('sends', client.me),
      send: (...sent) => counted('sends', () => client.send(...sent)),
    },
    onSignedOut: client.onSignedOut,
    signOut: () => {
      for (const listener of signedOut) listener()
    },
    isBusy: () => work.sends > work.fetches,
  }
}
