import type { SnapshotStore } from '../../core/listeners/snapshot-store.ts'
import type { AnyDraft } from '../../core/message/any-draft.ts'
import { withContent } from '../desk/content-moves.ts'
import type { Desk } from '../desk/desk.ts'

interface Attached {
  readonly id: string
  readonly edition: number | undefined
  readonly read: () => AnyDraft
}

/** The form in front of the agent. It has the newest text of its draft. */
export interface AttachedForm {
  /** Returns a function that reads the form a last time and detaches it. */
  readonly attach: (id: string, read: () => AnyDraft) => () => void
  /** Gives the desk the text of the form. */
  readonly read: () => void
  /**
   * Reads the form and then changes the desk, so that no move is based on an older text. The desk announces the text and the
   * move together. Otherwise the uploads would look for a new file in a draft that does not have it yet.
   */
  readonly change: (move: (desk: Desk) => Desk) => void
  /** The draft of the form has been cleared, and its text must not be read any more. */
  readonly forget: () => void
}

export function createAttachedForm(desk: SnapshotStore<Desk>, now: () => number): AttachedForm {
  let form: Attached | undefined
  const editionOf = (id: string) => desk.getSnapshot().drafts.find((draft) => draft.id === id)?.edition
  const withForm = (before: Desk): Desk => {
    // A form of an older edition is not read, because it is about to be replaced.
    const isCurrent = form && editionOf(form.id) === form.edition
    return form && isCurrent ? withContent(before, form.id, form.read(), now()) : before
  }
  const read = () => desk.set(withForm(desk.getSnapshot()))
  return {
    attach: (id, readContent) => {
      const attached = { id, edition: editionOf(id), read: readContent }
      form = attached
      return () => {
        // Another form may be attached by now, or the draft may have been cleared.
        if (form !== attached) return
        read()
        form = undefined
      }
    },
    read,
    change: (move) => desk.set(move(withForm(desk.getSnapshot()))),
    forget: () => {
      form = undefined
    },
  }
}
