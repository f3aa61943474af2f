import { useRef, type RefObject } from 'react'

interface Wanted {
  readonly chosen: (files: readonly File[]) => void
  readonly isOne?: boolean
}

export interface FileChooser {
  readonly inputRef: RefObject<HTMLInputElement | null>
  /** Opens the browser's list of files. */
  readonly open: (wanted: Wanted) => void
  /** To be called when the agent has chosen. A tool may set the files of the input without any button: they go to `otherwise`. */
  readonly onChange: (otherwise: Wanted['chosen']) => void
}

/** One input for all buttons that let the agent choose files. */
export function useFileChooser(): FileChooser {
  const inputRef = useRef<HTMLInputElement>(null)
  const wanted = useRef<Wanted>(undefined)
  return {
    inputRef,
    open: (next) => {
      const input = inputRef.current
      if (!input) return
      wanted.current = next
      input.multiple = next.isOne !== true
      // The same file can be chosen again.
      input.value = ''
      input.click()
    },
    onChange: (otherwise) => {
      const files = [...(inputRef.current?.files ?? [])]
      const chosen = wanted.current?.chosen ?? otherwise
      wanted.current = undefined
      if (files.length > 0) chosen(files)
    },
  }
}
