import { useState } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { isOfTemplate } from './template-complaints.ts'

/** The complaint about a field. To leave it empty and untouched is no mistake before the agent presses the button. */
export function useQuietError(name: string): string | undefined {
  const { control, getValues } = useFormContext<Readonly<Record<string, string>>>()
  const { errors, dirtyFields, isSubmitted } = useFormState({ control, name })
  const [wasChanged, setChanged] = useState(false)
  // A field that is emptied again is no longer dirty.
  if (dirtyFields[name] && !wasChanged) setChanged(true)
  const { type, message } = errors[name] ?? {}
  if (isOfTemplate(type)) return undefined
  return isSubmitted || wasChanged || getValues(name) !== '' ? message : undefined
}
