import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formFault, formInBoth, type ValueForm } from './value-form.ts'

const value = fc.oneof(
  fc.constantFrom('true', 'false', 'Low', 'High', ''),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
)
const form: fc.Arbitrary<ValueForm | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({
    type: fc.constantFrom('line' as const, 'text' as const),
    limit: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({ type: fc.constant('boolean' as const) }),
  fc.record({ type: fc.constant('options' as const), options: fc.array(value, { maxLength: 4 }) }),
)

describe('the form of a value', () => {
  it('counts characters as Connect does', () => {
    expect(formFault({ type: 'line', limit: 2 }, '😀😀')).toBeUndefined()
    expect(formFault({ type: 'line', limit: 2 }, '😀😀😀')).toEqual({
      code: 'reference-text-too-long',
      actual: 3,
      limit: 2,
    })
  })

  it('of two rules takes what both take, or at least nothing that the narrower one refuses', () => {
    fc.assert(
      fc.property(form, form, value, (one, other, text) => {
        const isTaken = formFault(formInBoth(one, other), text) === undefined
        const byBoth = formFault(one, text) === undefined && formFault(other, text) === undefined

        if (byBoth) expect(isTaken).toBe(true)
        if (isTaken && (one?.type === 'options' || other?.type === 'options')) expect(byBoth).toBe(true)
      }),
    )
  })
})
