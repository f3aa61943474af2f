import type { DraftStore } from '../draft-store.ts'
import { lateDrafts } from './late-drafts.ts'

/** Drafts and results in this browser, for the pages of this origin. */
export const browserDrafts = (now: () => number, database?: string): DraftStore =>
  lateDrafts(async () => {
    const { indexedDbDrafts } = await import('./indexed-db-drafts.ts')
    return indexedDbDrafts(now, database)
  })
