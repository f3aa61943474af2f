import { useState } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { isOfTemplate } from './template-complaints.ts'

/** The complaint about a field. Before the agent presses the button, there is none about a field that was never changed. */
export function useQuietError(name: string): string | undefined {
  const { control, getValues } = useFormContext<Readonly<Record<string, string>>>()
  const { errors, dirtyFields, isSubmitted } = useFormState({ control, name })
  const [wasChanged, setChanged] = useState(false)
  // Remember the change: a field that the agent fills and empties again is no longer dirty.
  if (dirtyFields[name] && !wasChanged) setChanged(true)
  const { type, message } = errors[name] ?? {}
  if (isOfTemplate(type)) return undefined
  return isSubmitted || wasChanged || getValues(name) !== '' ? message : undefined
}
