import type { DraftRecords, DraftStore } from '../entries/component.ts'

/** Drafts that outlive the panel, as a browser's storage keeps them, and end with the page. */
export function createGalleryDrafts(isBroken: boolean): DraftStore {
  const kept = new Map<string, unknown>()
  const write = (records: DraftRecords) => {
    if (isBroken) throw new Error('The storage of the gallery fails on purpose.')
    for (const [name, value] of records) {
      if (value === undefined) kept.delete(name)
      else kept.set(name, structuredClone(value))
    }
  }
  return {
    change: async (_account, change) => write(change(new Map(kept))),
    add: async (_account, records) => write(records),
  }
}
