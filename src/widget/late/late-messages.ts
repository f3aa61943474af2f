import { createContext } from 'react'
import type { Formats } from '../../i18n/formats/formats.ts'
import type { LateMessages } from '../../i18n/messages/late-messages.ts'
import { use } from '../setting/react-19.ts'

/** The words of the late parts, and the formats for the agent's locale and zone. Both are loaded late. */
export interface LateLanguage {
  readonly words: LateMessages
  readonly formats: Formats
}

export const LateLanguageContext = createContext<LateLanguage | undefined>(undefined)

function useLateLanguage(): LateLanguage {
  const language = use(LateLanguageContext)
  if (!language) throw new Error('A late part of the task panel was used outside <Late>.')
  return language
}

export const useLateMessages = (): LateMessages => useLateLanguage().words

export const useFormats = (): Formats => useLateLanguage().formats
