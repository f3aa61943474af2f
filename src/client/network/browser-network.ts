import type { Network } from './network.ts'
import type { TaskClient } from '../task-client.ts'

/** Whether the proxy can be reached. `offline` means that the browser itself reports no network. */
export type Connection = 'online' | 'offline' | 'unreachable'

export interface BrowserNetwork extends Network {
  readonly connection: () => Connection
}

type Probing = Pick<TaskClient, 'isReached' | 'me'>

const isOffline = () => !navigator.onLine

/** The network according to the browser and to the last requests to the proxy. */
export function browserNetwork({ isReached, me }: Probing): BrowserNetwork {
  const connection = () => {
    if (isOffline()) return 'offline'
    return isReached.getSnapshot() ? 'online' : 'unreachable'
  }
  return {
    connection,
    isOnline: () => connection() === 'online',
    subscribe: (onChange) => {
      const stop = isReached.subscribe(onChange)
      globalThis.addEventListener('online', onChange)
      globalThis.addEventListener('offline', onChange)
      return () => {
        stop()
        globalThis.removeEventListener('online', onChange)
        globalThis.removeEventListener('offline', onChange)
      }
    },
    probe: async () => {
      if (!isOffline()) await me()
    },
  }
}
