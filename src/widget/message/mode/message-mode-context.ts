import { createContext, type ComponentType } from 'react'
import type { Formats } from '../../../i18n/formats/formats.ts'
import type { TextMessageWords } from '../../../i18n/messages/text-message-messages.ts'
import type { DraftFormProps } from '../../form/draft-form-props.ts'
import type { ChunkLoader } from '../../late/chunk-loader.ts'
import { use } from '../../setting/react-19.ts'

export interface MessageFormProps extends DraftFormProps {
  readonly words: TextMessageWords
}

/** The form for messages, and its words in the agent's language. */
export interface MessageParts {
  readonly MessageForm: ComponentType<MessageFormProps>
  readonly wordsWith: (formats: Formats) => TextMessageWords
}

/** Loads the form for messages at the first call. Later calls return the same loader. */
export type LoadMessageMode = () => ChunkLoader<MessageParts>

export const MessageModeContext = createContext<LoadMessageMode | undefined>(undefined)

export function useMessageModeLoader(): LoadMessageMode {
  const load = use(MessageModeContext)
  if (!load) throw new Error('A part of the task panel was used outside <TaskPanel>.')
  return load
}
