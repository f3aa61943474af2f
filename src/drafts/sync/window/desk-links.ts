import type { Desk } from '../../desk/desk.ts'
import type { LinkBox } from '../draft-writer.ts'
import type { LinkedDesk } from '../follow-store.ts'

/** The desk, with a link to the store for each draft. */
export interface DeskLinks {
  readonly box: LinkBox
  /** Changes the desk and the links together. */
  readonly change: (move: (before: LinkedDesk) => LinkedDesk) => void
  /** Whether the store could not note that the task of a draft was created. The panel then warns the agent. */
  readonly noteUnkept: (isCreatedUnkept: boolean) => void
  /** Whether other windows may have the draft: only drafts that were stored once. */
  readonly isInStore: (draftId: string) => boolean
}

export function createDeskLinks(change: (move: (desk: Desk) => Desk) => void): DeskLinks {
  const box: LinkBox = { links: new Map() }
  return {
    box,
    change: (move) =>
      change((desk) => {
        const next = move({ desk, links: box.links })
        box.links = next.links
        return next.desk
      }),
    noteUnkept: (isCreatedUnkept) =>
      change((desk) =>
        (desk.isCreatedUnkept ?? false) === isCreatedUnkept ? desk : { ...desk, isCreatedUnkept },
      ),
    isInStore: (draftId) => {
      const { keptAt = 0, theirs = new Set() } = box.links.get(draftId) ?? {}
      return keptAt > 0 || theirs.size > 0
    },
  }
}
