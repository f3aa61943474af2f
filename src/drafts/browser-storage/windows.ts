import { isSameAccount, type Account } from '../account.ts'
import type { DraftStore, DraftWatch } from '../draft-store.ts'

/**
 * The windows of this browser tell each other that they have changed something, and not what: that is in the store. Records of
 * created tasks that the store has not taken go to the others as they are. They hold ids and times only.
 */
export const windowsOf =
  (name: string): NonNullable<DraftStore['watch']> =>
  async (account, onChange): Promise<DraftWatch> => {
    const { issuer, subject } = account
    const channel = new BroadcastChannel(name)
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isAccount(data) && isSameAccount(data, account)) onChange(unstoredIn(data))
    })
    return {
      // The lint rule mistakes it for a window: a channel reaches its own origin only.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      tell: (unstored = []) => channel.postMessage({ issuer, subject, unstored }),
      stop: () => channel.close(),
    }
  }

const isAccount = (value: unknown): value is Account =>
  typeof value === 'object' && value !== null && 'issuer' in value && 'subject' in value

/** A window of an older panel sends none. */
const unstoredIn = (message: object): readonly unknown[] =>
  'unstored' in message && Array.isArray(message.unstored) ? message.unstored : []
