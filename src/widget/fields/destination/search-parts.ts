import type { KeyboardEvent } from 'react'

/** The part of the search that the agent has in hand. */
export interface SearchTyped {
  /** Letters that are no choice yet; absent while the field shows what is chosen. */
  readonly text?: string
  /** The agent wants to see the list. */
  readonly isOpen: boolean
}

/** The part of the search that the field shows. */
export interface SearchShown {
  /** The name of the chosen destination. */
  readonly name: string
  /** What it is, in a word: a queue and a flow may have nearly the same name. */
  readonly kind?: string | undefined
  readonly error?: string | undefined
  /** Once the list is closed: the letters that the agent has left in the field are no choice. */
  readonly unknown?: string | undefined
  /** The list, while it is open. */
  readonly listId?: string | undefined
  readonly activeId?: string | undefined
}

/** Acts of the agent in the field, which the search answers. */
export interface SearchHands {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly leave: () => void
}
