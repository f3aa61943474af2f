import type { DraftRecords, DraftStore, Preset } from '../entries/component.ts'

/** Drafts that outlive the panel, as a browser's storage keeps them for all its windows, and end with the page. */
export function createGalleryDrafts(isBroken: boolean): DraftStore {
  const kept = new Map<string, unknown>()
  let presets: readonly Preset[] = []
  const windows = new Set<Parameters<NonNullable<DraftStore['watch']>>[1]>()
  const write = (records: DraftRecords) => {
    if (isBroken) throw new Error('The storage of the gallery fails on purpose.')
    for (const [name, value] of records) {
      if (value === undefined) kept.delete(name)
      else kept.set(name, structuredClone(value))
    }
  }
  return {
    change: async (_account, change) => write(change(new Map(kept))),
    presets: {
      change: async (_account, change) => {
        if (isBroken) throw new Error('The storage of the gallery fails on purpose.')
        presets = change(presets)
        return presets
      },
    },
    add: async (_account, records) => write(records),
    watch: async (_account, onChange) => {
      windows.add(onChange)
      return {
        tell: (unstored) => {
          for (const other of windows) if (other !== onChange) other(unstored)
        },
        stop: () => windows.delete(onChange),
      }
    },
  }
}
