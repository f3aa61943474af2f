import * as z from 'zod/mini'

/** The schema of a variable that holds a whole number. */
export function wholeNumber(from: number, to: number) {
  const error = `must be a whole number from ${from} to ${to}.`
  const digits = z.string().check(z.regex(/^\d{1,6}$/, { error, abort: true }))
  const inRange = z.number().check(z.minimum(from, error), z.maximum(to, error))
  return z.pipe(digits, z.pipe(z.transform(Number), inRange))
}
