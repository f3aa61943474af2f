import * as z from 'zod/mini'

interface Rows<Row> {
  readonly row: Row
  /** The same check as the row's schema, at a small part of its cost. */
  readonly fits: (value: unknown) => boolean
  readonly limit: number
}

/**
 * A list of no more rows than fit into Connect's limit of bytes with different keys. Its rows are counted before zod
 * sees them, and the list is cut after the first wrong row: zod reports each wrong row, and 200,000 reports overflow its stack.
 */
export const rows = <Row extends z.ZodMiniType>({ row, fits, limit }: Rows<Row>) =>
  z.pipe(
    z.transform((value: unknown, { issues }) => {
      if (!Array.isArray(value)) return value
      if (value.length > limit) {
        issues.push({ code: 'too_big', origin: 'array', maximum: limit, input: value })
        return value
      }
      const wrong = value.findIndex((each) => !fits(each) && !row.safeParse(each).success)
      return wrong === -1 ? value : value.slice(0, wrong + 1)
    }),
    z.array(row),
  )

/** Whether a value is an object with exactly these members, all of them texts. */
export const hasTexts = (value: unknown, members: readonly string[]): value is object =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === members.length &&
  members.every((member) => Object.hasOwn(value, member) && typeof Reflect.get(value, member) === 'string')
