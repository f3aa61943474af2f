import { createContext } from 'react'
import { use } from '../../../setting/react-19.ts'

/** What the kinds of references need to offer files among them. */
export interface FileKind {
  readonly isAvailable: boolean
  /** Lets the agent choose files; `onChosen` comes once there are some. */
  readonly choose: (onChosen: () => void) => void
}

/** Absent where the organisation does not allow files at all. */
export const FileKindContext = createContext<FileKind | undefined>(undefined)

export const useFileKind = (): FileKind | undefined => use(FileKindContext)
