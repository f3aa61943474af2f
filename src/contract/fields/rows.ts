import * as z from 'zod/mini'

interface Rows<Row> {
  readonly row: Row
  /** The same check as the row's schema, but much faster. */
  readonly fits: (value: unknown) => boolean
  readonly limit: number
}

/**
 * A list of rows. Connect's limit in bytes allows at most `limit` rows with different keys, and the rows are counted before
 * they are checked. zod would make three objects for each row, and reports of 200,000 wrong rows overflow its stack. So rows
 * that pass `fits` are returned unchanged, and otherwise zod gets the list only up to the first wrong row.
 */
export function rows<Row extends z.ZodMiniType>({ row, fits, limit }: Rows<Row>) {
  const list = z.array(row)
  // zod's page for authors of libraries describes these members of a schema.
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
