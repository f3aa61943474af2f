import { createContext } from 'react'
import { use } from '../../../setting/react-19.ts'

/** Lets the list of reference types offer files as one more type. */
export interface FileKind {
  readonly isAvailable: boolean
  /** Opens the file dialog. Calls `onChosen` when the agent has chosen files. */
  readonly choose: (onChosen: () => void) => void
}

/** Undefined if the organisation allows no files. */
export const FileKindContext = createContext<FileKind | undefined>(undefined)

export const useFileKind = (): FileKind | undefined => use(FileKindContext)
