import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { attributesSchema } from './attributes.ts'
import { referencesSchema } from './references.ts'

/** The names of a row's members, and other names that an object may have. */
const member = fc.constantFrom('key', 'value', 'name', 'type', 'more', '__proto__', 'constructor')

/** Right rows, rows with wrong, missing or further members, and anything else that JSON can hold. */
const anyRow = fc.oneof(
  fc.record({ key: fc.string(), value: fc.string() }),
  fc.record({ name: fc.string(), type: fc.constantFrom('URL', 'DATE', 'TEXT'), value: fc.string() }),
  fc.dictionary(member, fc.oneof(fc.string(), fc.constantFrom('URL', 'DATE'), fc.jsonValue()), {
    noNullPrototype: true,
  }),
  fc.jsonValue(),
)

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const lists = [
  { name: 'attributes', schema: attributesSchema, row: attributesSchema.def.element },
  { name: 'references', schema: referencesSchema, row: referencesSchema.def.element },
] as const

describe.each(lists)('the rows of $name', ({ schema, row }) => {
  const alone = z.array(row)

  it('are read as their schema alone reads them, which /openapi.json describes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(anyRow, { maxLength: 4 }), fc.jsonValue()), (value) => {
        const list = overTheWire(value)
        const [read, expected] = [schema.safeParse(list), alone.safeParse(list)]

        expect(read.data).toEqual(expected.data)
        expect(read.error?.issues[0]).toEqual(expected.error?.issues[0])
      }),
      { numRuns: 1_000 },
    )
  })

  it('are described as their schema alone describes them', () => {
    expect(z.toJSONSchema(schema)).toEqual(z.toJSONSchema(alone))
  })
})

describe('a list of rows', () => {
  it('is taken as it came, without a copy of each row', () => {
    const rows = [{ key: 'a', value: '1' }]

    expect(attributesSchema.parse(rows)).toBe(rows)
  })

  it('is complained about once, at its first wrong row', () => {
    const rows = [{ key: 'a', value: '1' }, {}, 0]
    const { error } = attributesSchema.safeParse(rows)

    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['1.key', '1.value'])
  })
})
