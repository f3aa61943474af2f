import { useLayoutEffect } from 'react'
import type { FieldErrors, FieldValues, Path, UseFormReturn } from 'react-hook-form'

/** Finds the places that have a complaint. */
export type PlacesOf<Values extends FieldValues> = (
  errors: FieldErrors<Values>,
  values: Values,
) => Promise<readonly Path<Values>[]>

/**
 * While a form has complaints, checks them again with each change. Returns a function that checks them again when the
 * circumstances change.
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
  // Only while there are complaints: for a subscriber to each key, react-hook-form copies the whole draft.
  useLayoutEffect(() => {
    if (!isMending) return undefined
    return subscribe({
      formState: { values: true },
      // Check all fields, because a change in one can remove the complaint of another: a repeated key, the day of a skipped
      // time, the bytes of a list.
      callback: ({ isSubmitted, errors, values }) => {
        if (isSubmitted) void trigger()
        else if (errors) void judge(errors, values)
      },
    })
    // `getValues` and others are other functions at each rendering, but do the same.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isMending, subscribe, trigger])
  return () => {
    if (isMending) void judge(complaints, getValues())
  }
}
