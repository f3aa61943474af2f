import { useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useFileKind } from './file-kind-context.ts'

/** A row of the references as one for a file. */
export interface FileRow {
  readonly isFile: boolean
  /** Its fields are empty, and give their place to the button. */
  readonly isInstead: boolean
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  /** The agent chose the kind. With `isGoingOn`, the focus goes to the button. */
  readonly turn: (isGoingOn: boolean) => void
  readonly turnBack: () => void
  readonly choose: () => void
}

/** Choosing the kind only shows a button: a list that is changed by the arrow keys must not open the browser's list of files. */
export function useFileRow(isEmpty: () => boolean, onFiles: () => void): FileRow {
  const kind = useFileKind()
  const buttonRef = useRef<HTMLButtonElement>(null)
  const [turned, setTurned] = useState<'instead' | 'beside'>()
  const isFile = turned !== undefined && kind?.isAvailable === true
  return {
    isFile,
    isInstead: isFile && turned === 'instead',
    buttonRef,
    turn: (isGoingOn) => {
      flushSync(() => setTurned(isEmpty() ? 'instead' : 'beside'))
      if (isGoingOn) buttonRef.current?.focus()
    },
    turnBack: () => setTurned(undefined),
    choose: () =>
      kind?.choose(() => {
        setTurned(undefined)
        onFiles()
      }),
  }
}
