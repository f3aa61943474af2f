import * as z from 'zod/mini'

interface Rows<Row> {
  readonly row: Row
  /** The same check as the row's schema, at a small part of its cost. */
  readonly fits: (value: unknown) => boolean
  readonly limit: number
}

/**
 * A list of no more rows than fit into Connect's limit of bytes with different keys. Its rows are counted before they are
 * looked at. zod makes three objects for each row that it reads, and reports each wrong row, of which 200,000 overflow its
 * stack: rows that fit are taken as they came, and otherwise zod gets the list up to the first wrong row.
 */
export function rows<Row extends z.ZodMiniType>({ row, fits, limit }: Rows<Row>) {
  const list = z.array(row)
  // Its page for authors of libraries describes these members of a schema.
  const { _zod: internals } = list
  const run = internals.run.bind(internals)
  internals.run = (payload, context) => {
    const value: unknown = payload.value
    if (!Array.isArray(value)) return run(payload, context)
    if (value.length > limit) {
      payload.issues.push({ code: 'too_big', origin: 'array', maximum: limit, input: value })
      return payload
    }
    const wrong = value.findIndex((each) => !fits(each) && !row.safeParse(each).success)
    return wrong === -1 ? payload : run({ ...payload, value: value.slice(0, wrong + 1) }, context)
  }
  return list
}
