import { useRef, useState, type ChangeEvent, type RefObject } from 'react'
import { createFileChoices, type Wanted } from './file-chooser.ts'

export interface FileChooser {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly open: (wanted: Wanted) => void
  /** To be called when the files of the input have changed. */
  readonly onChange: (event: ChangeEvent<HTMLInputElement>, otherwise: Wanted['chosen']) => void
}

/** One input for all buttons that let the agent choose files. */
export function useFileChooser(): FileChooser {
  const inputRef = useRef<HTMLInputElement>(null)
  const [choices] = useState(createFileChoices)
  return {
    inputRef,
    open: (wanted) => {
      if (inputRef.current) choices.open(inputRef.current, wanted)
    },
    onChange: ({ currentTarget, nativeEvent }, otherwise) =>
      choices.changed(currentTarget, nativeEvent, otherwise),
  }
}
