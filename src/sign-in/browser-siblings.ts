import { openChannel, type Channel } from './channel.ts'
import type { SignedIn } from './signed-in.ts'
import { noSiblings, type Sibling, type Siblings } from './siblings.ts'

type News =
  | { readonly type: 'ask' }
  | { readonly type: 'signed-in'; readonly shareable: string; readonly obtainedAtMs: number }
  | { readonly type: 'ended'; readonly obtainedAtMs: number }

/** Undefined for any other message, such as one of another version of the panel. */
function readNews(data: unknown): News | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined
  if (data.type === 'ask') return { type: 'ask' }
  if (!('obtainedAtMs' in data) || typeof data.obtainedAtMs !== 'number') return undefined
  const { obtainedAtMs } = data
  if (data.type === 'ended') return { type: 'ended', obtainedAtMs }
  if (data.type !== 'signed-in' || !('shareable' in data) || typeof data.shareable !== 'string')
    return undefined
  return { type: 'signed-in', shareable: data.shareable, obtainedAtMs }
}

/** A message may arrive after the next panel has got the lock, so the lock is kept this much longer. */
const lockAfterNewsMs = 1_000

export interface BrowserSiblingsOptions {
  /** Tells sign-ins of different providers apart. */
  readonly name: string
  readonly restore: (shareable: string, obtainedAtMs: number) => SignedIn | undefined
}

/**
 * Panels of the same origin in the same storage partition. Messages stay in memory. The browser delivers them only within the
 * same origin and partition, whose scripts could read the panel's memory anyway.
 */
export function browserSiblings({ name, restore }: BrowserSiblingsOptions): Siblings {
  const channel = openSharedChannel(name)
  if (!channel) return { ...noSiblings, canBeSeen: false }
  const post = (news: News) => channel.post(news)
  const tell = ({ shareable, obtainedAtMs }: SignedIn) => post({ type: 'signed-in', shareable, obtainedAtMs })

  function hear(panel: Sibling, news: News) {
    if (news.type === 'ended') panel.ended(news.obtainedAtMs)
    if (news.type === 'signed-in') {
      const signedIn = restore(news.shareable, news.obtainedAtMs)
      if (signedIn?.isExpired() === false) panel.signedIn(signedIn)
    }
    if (news.type === 'ask') {
      const present = panel.present()
      if (present) tell(present)
    }
  }

  return {
    canBeSeen: true,
    join: (panel) => {
      channel.hear((data) => {
        const news = readNews(data)
        if (news) hear(panel, news)
      })
    },
    ask: () => post({ type: 'ask' }),
    tell,
    tellEnded: (obtainedAtMs) => post({ type: 'ended', obtainedAtMs }),
    alone: (work) => whileLocked(name, work),
  }
}

/** Undefined where the browser gives this frame no channel or no locks, for example because it blocks its storage. */
function openSharedChannel(name: string): Channel | undefined {
  try {
    return 'locks' in navigator ? openChannel(name) : undefined
  } catch {
    return undefined
  }
}

/** A provider may answer the second use of one refresh token by ending the session, so one panel renews at a time. */
function whileLocked(name: string, work: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let hasBegun = false
    const begin = async () => {
      hasBegun = true
      await work().then(resolve, reject)
      await new Promise((passOn) => {
        setTimeout(passOn, lockAfterNewsMs)
      })
    }
    navigator.locks.request(name, begin).catch(() => {
      // The browser refuses locks to this frame.
      if (!hasBegun) work().then(resolve, reject)
    })
  })
}
