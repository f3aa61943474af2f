import { isSameAccount, type Account } from '../account.ts'
import type { DraftStore, DraftWatch } from '../draft-store.ts'

/** The windows of this browser tell each other that they have changed something, and never what. */
export const windowsOf =
  (name: string): NonNullable<DraftStore['watch']> =>
  async (account, onChange): Promise<DraftWatch> => {
    const { issuer, subject } = account
    const channel = new BroadcastChannel(name)
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isAccount(data) && isSameAccount(data, account)) onChange()
    })
    return {
      // The lint rule mistakes it for a window: a channel reaches its own origin only.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      tell: () => channel.postMessage({ issuer, subject }),
      stop: () => channel.close(),
    }
  }

const isAccount = (value: unknown): value is Account =>
  typeof value === 'object' && value !== null && 'issuer' in value && 'subject' in value
