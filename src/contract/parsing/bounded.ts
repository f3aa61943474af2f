import * as z from 'zod/mini'

const sizeOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.length
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0
}

/** A list or a record whose members are counted before they are checked. */
export const bounded = <Schema extends z.ZodMiniType>(schema: Schema, limit: number) =>
  z.pipe(
    z.transform((value: unknown, { issues }) => {
      if (sizeOf(value) > limit) {
        const message = `must not have more than ${limit} members`
        issues.push({ code: 'too_big', origin: 'array', maximum: limit, input: value, message })
      }
      return value
    }),
    schema,
  )
