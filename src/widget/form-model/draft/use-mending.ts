import { useLayoutEffect } from 'react'
import type { FieldErrors, FieldValues, Path, UseFormReturn } from 'react-hook-form'

/** Finds the places that have a complaint. */
export type PlacesOf<Values extends FieldValues> = (
  errors: FieldErrors<Values>,
  values: Values,
) => Promise<readonly Path<Values>[]>

/**
 * Judges the complaints of a form again with each change, once there are some. Returns how to judge them again for another
 * reason: new circumstances may have mended them.
 */
export function useMending<Values extends FieldValues, Request>(
  { subscribe, trigger, formState, getValues }: UseFormReturn<Values, unknown, Request>,
  placesOf: PlacesOf<Values>,
): () => void {
  const { errors: complaints, isSubmitted: wasRefused } = formState
  const isMending = wasRefused || Object.keys(complaints).length > 0
  const judge = async (errors: FieldErrors<Values>, values: Values) => {
    const places = await placesOf(errors, values)
    if (places.length > 0) await trigger(places)
  }
  // Only while there are complaints: for a subscriber that hears each key, react-hook-form copies the whole draft.
  useLayoutEffect(() => {
    if (!isMending) return undefined
    return subscribe({
      formState: { values: true },
      // One field can mend another's complaint: a repeated key, the day of a skipped time, the bytes of a list.
      callback: ({ isSubmitted, errors, values }) => {
        if (isSubmitted) void trigger()
        else if (errors) void judge(errors, values)
      },
    })
    // The function changes at each render, and does the same.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isMending, subscribe, trigger])
  return () => {
    if (isMending) void judge(complaints, getValues())
  }
}
