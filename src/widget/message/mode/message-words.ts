import { createContext } from 'react'
import type { TextMessageWords } from '../../../i18n/messages/text-message-messages.ts'
import { use } from '../../setting/react-19.ts'

/** The words of the form for messages. They are loaded with it. */
export const MessageWordsContext = createContext<TextMessageWords | undefined>(undefined)

export function useMessageWords(): TextMessageWords {
  const words = use(MessageWordsContext)
  if (!words) throw new Error('A part of the form for messages was used outside <MessageForm>.')
  return words
}
