import type { DraftStore } from '../draft-store.ts'
import { lateDrafts } from './late-drafts.ts'
import type { WindowLocks } from './windows.ts'

/** Drafts and results in this browser, for the pages of this origin. */
export const browserDrafts = (now: () => number, database?: string): DraftStore =>
  lateDrafts(async () => {
    const { indexedDbDrafts } = await import('./indexed-db-drafts.ts')
    return indexedDbDrafts(now, database, webLocks())
  })

/** Browsers have them on pages with TLS and of this machine only. */
const webLocks = (): WindowLocks | undefined => ('locks' in navigator ? navigator.locks : undefined)
