import type { DraftRecords, DraftStore, Preset } from '../entries/component.ts'

export interface GalleryDrafts {
  readonly store: DraftStore
  /** From now on every read and write fails. */
  readonly breakStorage: () => void
}

/** A store for drafts that all panels of this page share, like windows of a browser. It is empty after a reload of the page. */
export function createGalleryDrafts(isBrokenFromStart: boolean): GalleryDrafts {
  let isBroken = isBrokenFromStart
  const kept = new Map<string, unknown>()
  let presets: readonly Preset[] = []
  const windows = new Set<Parameters<NonNullable<DraftStore['watch']>>[1]>()
  const failIfBroken = () => {
    if (isBroken) throw new Error('The storage of the gallery fails on purpose.')
  }
  const write = (records: DraftRecords) => {
    failIfBroken()
    for (const [name, value] of records) {
      if (value === undefined) kept.delete(name)
      else kept.set(name, structuredClone(value))
    }
  }
  const store: DraftStore = {
    change: async (_account, change) => {
      failIfBroken()
      write(change(new Map(kept)))
    },
    presets: {
      change: async (_account, change) => {
        failIfBroken()
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
  return {
    store,
    breakStorage: () => {
      isBroken = true
    },
  }
}
