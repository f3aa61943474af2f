import { createContext } from 'react'

/** A change of rows that the agent can take back. */
export interface RowChange {
  readonly words: string
  readonly undo: () => void
  /** The row that it began at, if rows came or went. */
  readonly row?: number
  /** The row whose value it changed. Once the agent types in another row, it is no longer told. */
  readonly of?: number
}

/** Notes a change beside the list that a row is in. */
export const NoteChangeContext = createContext<(change: RowChange) => void>(() => {})
