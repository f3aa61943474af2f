import { useLayoutEffect, useRef, type RefObject } from 'react'
import { keepEarlyFiles } from '../fields/references/files/choosing/early-files.ts'

/** Keeps files that come to the form before the code for them has. */
export function useEarlyFiles(): RefObject<HTMLFormElement | null> {
  const formRef = useRef<HTMLFormElement>(null)
  // Before the effect of the list of files, which takes over.
  useLayoutEffect(() => {
    const form = formRef.current
    return form ? keepEarlyFiles(form, form.closest('.tl-panel') ?? form) : undefined
  }, [])
  return formRef
}
