import type { KeyboardEvent } from 'react'

/** The part of the search that the agent controls. */
export interface SearchTyped {
  /** The typed letters. Absent while the field shows the chosen destination. */
  readonly text?: string
  /** The agent wants to see the list. */
  readonly isOpen: boolean
}

/** The part of the search that the field shows. */
export interface SearchShown {
  /** The name of the chosen destination. */
  readonly name: string
  /** "queue", "flow" …, because a queue and a flow may have nearly the same name. */
  readonly kind?: string | undefined
  readonly error?: string | undefined
  /** The complaint, once the list is closed, that the letters left in the field are no destination. */
  readonly unknown?: string | undefined
  /** The id of the open list. */
  readonly listId?: string | undefined
  readonly activeId?: string | undefined
}

/** The reaction of the search when the agent presses a key or leaves the field. */
export interface SearchHands {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly leave: () => void
}
