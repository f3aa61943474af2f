import { createContext } from 'react'

/** A change of rows that the agent can take back. */
export interface RowChange {
  readonly words: string
  readonly undo: () => void
  /** The first row that was added or removed. */
  readonly row?: number
  /** The row whose value was changed. The news disappears when the agent types in another row. */
  readonly of?: number
}

/** Shows a change below the list of the row. */
export const NoteChangeContext = createContext<(change: RowChange) => void>(() => {})
