import { isSameAccount, type Account } from '../account.ts'
import type { DraftWatch } from '../draft-store.ts'

/** The part of the Web Locks API that is used here. */
export interface WindowLocks {
  readonly request: (
    name: string,
    options: { readonly mode: 'exclusive' | 'shared'; readonly signal: AbortSignal },
    work: () => Promise<void> | void,
  ) => Promise<void>
}

/**
 * The windows of this browser tell each other only that the store has changed. Records of created tasks that the store did not
 * take are sent themselves. They hold only ids and times.
 */
export const windowsOf =
  (name: string, locks?: WindowLocks) =>
  async (
    account: Account,
    onChange: (unstored?: readonly unknown[]) => void,
    window = '',
  ): Promise<DraftWatch> => {
    const { issuer, subject } = account
    const channel = new BroadcastChannel(name)
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isAccount(data) && isSameAccount(data, account)) onChange(unstoredIn(data))
    })
    const presence = locks && present(locks, (id) => `${name} window ${id}`, window)
    return {
      // The lint rule mistakes the channel for a window. A channel reaches only its own origin.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      tell: (unstored = []) => channel.postMessage({ issuer, subject, unstored }),
      ...(presence ? { whenGone: presence.whenGone } : {}),
      stop: () => {
        channel.close()
        presence?.stop()
      },
    }
  }

/**
 * A window holds a lock of its own as long as it is open. The browser takes the lock back when the page goes, also in a crash.
 */
function present(locks: WindowLocks, lockOf: (window: string) => string, window: string) {
  const stopped = new AbortController()
  const { signal } = stopped
  const stop = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  // If the browser refuses locks, other windows do not notice that this one has closed.
  locks.request(lockOf(window), { mode: 'exclusive', signal }, () => stop).catch(() => {})
  return {
    whenGone: (other: string, onGone: () => void) => {
      locks.request(lockOf(other), { mode: 'shared', signal }, onGone).catch(() => {})
    },
    stop: () => stopped.abort(),
  }
}

const isAccount = (value: unknown): value is Account =>
  typeof value === 'object' && value !== null && 'issuer' in value && 'subject' in value

/** A window of an older panel sends no records. */
const unstoredIn = (message: object): readonly unknown[] =>
  'unstored' in message && Array.isArray(message.unstored) ? message.unstored : []
