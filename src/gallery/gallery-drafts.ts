import type { DraftStore, KeptDraft } from '../entries/component.ts'

/** Drafts that outlive the panel, as a browser's storage keeps them, and end with the page. */
export function createGalleryDrafts(isBroken: boolean): DraftStore {
  const kept = new Map<string, KeptDraft>()
  return {
    load: async () => [...kept.values()],
    save: async (_account, draft) => {
      if (isBroken) throw new Error('The storage of the gallery fails on purpose.')
      kept.set(draft.id, structuredClone(draft))
    },
    forget: async (_account, { id }) => void kept.delete(id),
  }
}
