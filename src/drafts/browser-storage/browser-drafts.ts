import type { DraftStore } from '../draft-store.ts'
import { lateDrafts } from './late-drafts.ts'
import type { WindowLocks } from './windows.ts'

/** Drafts and results in this browser, for the pages of this origin. */
export const browserDrafts = (now: () => number, database?: string): DraftStore =>
  lateDrafts(async () => {
    const { indexedDbDrafts } = await import('./indexed-db-drafts.ts')
    return indexedDbDrafts(now, database, webLocks())
  })

/** Browsers have locks only on pages with TLS and on localhost. */
const webLocks = (): WindowLocks | undefined => ('locks' in navigator ? navigator.locks : undefined)
