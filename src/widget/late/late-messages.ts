import { createContext } from 'react'
import type { LateMessages } from '../../i18n/late-messages.ts'
import { use } from '../react-19.ts'

export const LateMessagesContext = createContext<LateMessages | undefined>(undefined)

/** The words of the late parts, which are loaded with them. */
export function useLateMessages(): LateMessages {
  const messages = use(LateMessagesContext)
  if (!messages) throw new Error('A late part of the task panel was used outside <Late>.')
  return messages
}
