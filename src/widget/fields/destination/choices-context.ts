import { createContext } from 'react'
import { noChoices } from '../../../drafts/choices/choices.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'

/** The destinations that the agent has chosen before; none outside the form. */
export const ChoicesContext = createContext<DraftsAtHand['choices']>({
  subscribe: () => () => {},
  getSnapshot: () => noChoices,
  noteUsed: () => {},
  setFavourite: () => {},
})
