import { createContext } from 'react'
import type { SearchTyped } from './search-parts.ts'

/**
 * The search that the agent was in when another form took the place of theirs, as when their stored draft comes just after
 * the sign-in. The field of the next form goes on with it.
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
