import { createContext } from 'react'
import type { SearchTyped } from './search-parts.ts'

/**
 * The letters that the agent had typed in the destination field when another form replaced theirs, for example because a stored
 * draft was loaded just after the sign-in. The field of the next form continues with them.
 */
export interface LeftSearch {
  readonly look: () => SearchTyped | undefined
  readonly leave: (typed: SearchTyped | undefined) => void
}

export function createLeftSearch(): LeftSearch {
  let left: SearchTyped | undefined
  return {
    look: () => left,
    leave: (typed) => {
      left = typed
    },
  }
}

export const LeftSearchContext = createContext<LeftSearch>(createLeftSearch())
