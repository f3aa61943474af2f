import type { Desk } from '../../desk/desk.ts'
import type { LinkBox } from '../draft-writer.ts'
import type { LinkedDesk } from '../follow-store.ts'

/** The desk, and what this window knows of the store for each draft. */
export interface DeskLinks {
  readonly box: LinkBox
  /** Changes the desk and the links together. */
  readonly change: (move: (before: LinkedDesk) => LinkedDesk) => void
  /** Whether the store has not taken the news that a draft was created. The panel warns then. */
  readonly noteUnkept: (isCreatedUnkept: boolean) => void
  /** Other windows can have only what the store has had. */
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
