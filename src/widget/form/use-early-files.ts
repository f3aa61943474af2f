import { useLayoutEffect, useRef, type RefObject } from 'react'
import { keepEarlyFiles } from '../fields/references/files/choosing/early-files.ts'

/** Keeps files that are dropped or pasted before the code for files has been loaded. */
export function useEarlyFiles(): RefObject<HTMLFormElement | null> {
  const formRef = useRef<HTMLFormElement>(null)
  // A layout effect, so that it runs before the effect of the list of files, which takes the files over.
  useLayoutEffect(() => {
    const form = formRef.current
    return form ? keepEarlyFiles(form, form.closest('.tl-panel') ?? form) : undefined
  }, [])
  return formRef
}
