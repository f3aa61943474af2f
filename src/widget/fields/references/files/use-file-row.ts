import { useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useFileKind } from './file-kind-context.ts'

/** A row of the references that the agent has switched to the type "file". */
export interface FileRow {
  readonly isFile: boolean
  /** The row was empty, so the button replaces its fields. Otherwise the button stands beside them. */
  readonly isInstead: boolean
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  /** Called when the agent chooses the type "file". With `isGoingOn`, the button gets the focus. */
  readonly turn: (isGoingOn: boolean) => void
  readonly turnBack: () => void
  readonly choose: () => void
}

/**
 * Choosing the type "file" only shows a button. It must not open the file dialog, because the arrow keys also change the type.
 */
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
